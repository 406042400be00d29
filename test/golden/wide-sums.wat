;; 64-bit integers are two words. A carry is a comparison; the high word of a result goes through R[0].
(module
  (func $sum (export "sum") (param $a i64) (param $b i64) (result i64) (i64.add (local.get $a) (local.get $b)))
  (func $difference (export "difference") (param $a i64) (param $b i64) (result i64) (i64.sub (local.get $a) (local.get $b)))
  (func $product (export "product") (param $a i64) (param $b i64) (result i64) (i64.mul (local.get $a) (local.get $b)))
  (func $less (export "less") (param $a i64) (param $b i64) (result i32) (i64.lt_u (local.get $a) (local.get $b)))
  (func $zero (export "zero") (param $a i64) (result i32) (i64.eqz (local.get $a))))
