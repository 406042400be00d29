;; A float that only moves, or whose bits are read where it came from memory, is the integer it is there.
(module (memory 1)
  (func $copied (export "copied") (param $p i32) (param $q i32) (f64.store (local.get $q) (f64.load (local.get $p))))
  (func $bits (export "bits") (param $p i32) (result i32) (i32.reinterpret_f32 (f32.load (local.get $p))))
  (func $sign (export "sign") (param $x f64) (result i32) (i64.lt_s (i64.reinterpret_f64 (local.get $x)) (i64.const 0))))
