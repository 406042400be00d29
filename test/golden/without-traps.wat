;; Nothing is checked that only a trap would come of.
;; options: { "traps": "none" }
(module (memory 1)
  (func $load (export "load") (param $p i32) (result i32) (i32.load offset=4 (local.get $p)))
  (func $divide (export "divide") (param $a i32) (param $b i32) (result i32) (i32.div_s (local.get $a) (local.get $b)))
  (func $truncate (export "truncate") (param $x f64) (result i32) (i32.trunc_f64_s (local.get $x))))
