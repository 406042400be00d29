;; Division traps for 0 and for the one quotient that does not fit; by a constant other than 0 and -1 it cannot.
(module
  (func $signed (export "signed") (param $a i32) (param $b i32) (result i32) (i32.div_s (local.get $a) (local.get $b)))
  (func $rest (export "rest") (param $a i32) (param $b i32) (result i32) (i32.rem_u (local.get $a) (local.get $b)))
  (func $tenth (export "tenth") (param $a i32) (result i32) (i32.div_u (local.get $a) (i32.const 10)))
  (func $half (export "half") (param $a i32) (result i32) (i32.div_s (local.get $a) (i32.const 2)))
  (func $wide (export "wide") (param $a i64) (param $b i64) (result i64) (i64.div_s (local.get $a) (local.get $b)))
  (func $digit (export "digit") (param $a i64) (result i64) (i64.rem_u (local.get $a) (i64.const 10))))
