;; Level 0 keeps the shape of the code: nothing inlined, no high word removed.
;; options: { "optimize": 0 }
(module
  (func $square (param $x i32) (result i32) (i32.mul (local.get $x) (local.get $x)))
  (func $wide (export "wide") (param $a i32) (result i32) (i32.wrap_i64 (i64.add (i64.extend_i32_u (call $square (local.get $a))) (i64.const 1)))))
