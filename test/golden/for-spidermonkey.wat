;; Unsigned comparisons with both signs flipped.
;; options: { "engine": "spidermonkey" }
(module
  (func $sum (export "sum") (param $a i64) (param $b i64) (result i64) (i64.add (local.get $a) (local.get $b)))
  (func $below (export "below") (param $a i32) (param $b i32) (result i32) (i32.lt_u (local.get $a) (local.get $b))))
