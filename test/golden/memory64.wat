;; 64-bit addresses: a high word that is not zero is out of bounds.
(module (memory i64 1)
  (func $load (export "load") (param $p i64) (result i32) (i32.load offset=4 (local.get $p)))
  (func $small (export "small") (param $p i32) (result i32) (i32.load (i64.extend_i32_u (local.get $p)))))
