;; A float outside of the integer's range traps, or is saturated.
(module
  (func $traps (export "traps") (param $x f64) (result i32) (i32.trunc_f64_s (local.get $x)))
  (func $saturates (export "saturates") (param $x f64) (result i32) (i32.trunc_sat_f64_u (local.get $x)))
  (func $wide (export "wide") (param $x f32) (result i64) (i64.trunc_f32_s (local.get $x)))
  (func $back (export "back") (param $x i64) (result f32) (f32.convert_i64_u (local.get $x))))
