;; 32-bit arithmetic: a conversion is left out where the operation that reads the value converts anyway.
(module
  (func $chain (export "chain") (param $a i32) (param $b i32) (result i32)
    (i32.xor (i32.add (i32.sub (local.get $a) (local.get $b)) (i32.const 5)) (i32.shr_u (local.get $b) (i32.const 3))))
  (func $product (export "product") (param $a i32) (param $b i32) (result i32) (i32.mul (i32.add (local.get $a) (i32.const 1)) (local.get $b)))
  (func $tripled (export "tripled") (param $a i32) (result i32) (i32.mul (local.get $a) (i32.const 3)))
  (func $rotated (export "rotated") (param $a i32) (result i32) (i32.rotl (local.get $a) (i32.const 7)))
  (func $bytes (export "bytes") (param $a i32) (result i32) (i32.extend8_s (i32.shr_u (local.get $a) (i32.const 8))))
  (func $below (export "below") (param $a i32) (param $b i32) (result i32) (i32.lt_u (local.get $a) (local.get $b))))
