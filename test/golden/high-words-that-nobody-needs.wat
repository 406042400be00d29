;; What is known of a value removes its high word: a zero-extended word, a mask, a shift by 32, a wrap of anything.
(module
  (func $wrapped (export "wrapped") (param $a i64) (param $b i64) (result i32)
    (i32.wrap_i64 (i64.mul (i64.add (local.get $a) (local.get $b)) (i64.const 7))))
  (func $extended (export "extended") (param $a i32) (param $b i32) (result i64)
    (i64.and (i64.extend_i32_u (local.get $a)) (i64.extend_i32_s (local.get $b))))
  (func $product (export "product") (param $a i32) (param $b i32) (result i32)
    (i32.wrap_i64 (i64.shr_u (i64.mul (i64.extend_i32_u (local.get $a)) (i64.extend_i32_u (local.get $b))) (i64.const 32))))
  (func $compared (export "compared") (param $a i32) (param $b i32) (result i32)
    (i64.lt_u (i64.extend_i32_u (local.get $a)) (i64.add (i64.extend_i32_u (local.get $b)) (i64.const 1)))))
