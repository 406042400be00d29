;; A choice without a branch where both values are cheap; minima, maxima and absolute values as such.
(module
  (func $choice (export "choice") (param $a i32) (param $b i32) (param $c i32) (result i32) (select (local.get $a) (local.get $b) (local.get $c)))
  (func $least (export "least") (param $a i32) (param $b i32) (result i32)
    (select (local.get $a) (local.get $b) (i32.lt_s (local.get $a) (local.get $b))))
  (func $float (export "float") (param $a f64) (param $b f64) (param $c i32) (result f64) (select (local.get $a) (local.get $b) (local.get $c)))
  (func $mask (export "mask") (param $a i32) (param $b i32) (result i32)
    (select (local.get $a) (i32.const 0) (i32.gt_u (local.get $b) (i32.const 9)))))
