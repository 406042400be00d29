;; Fibonacci numbers in 64 bits: two i64 in locals, a loop, and BigInt where the
;; host looks in.
(module
  (func (export "fibonacci") (param $n i32) (result i64)
    (local $a i64) (local $b i64)
    (local.set $b (i64.const 1))
    (block $done
      (loop $again
        (br_if $done (i32.eqz (local.get $n)))
        (local.get $b)
        (local.set $b (i64.add (local.get $a) (local.get $b)))
        (local.set $a)
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $again)))
    (local.get $a))

  ;; n! as high and low half of 128 bits, by multiplication of the halves.
  (func (export "factorial") (param $n i32) (result i64 i64)
    (local $low i64) (local $high i64) (local $k i64) (local $part i64)
    (local.set $low (i64.const 1))
    (loop $again
      (local.set $k (i64.extend_i32_u (local.get $n)))
      (local.set $part (i64.mul (i64.and (local.get $low) (i64.const 0xffffffff)) (local.get $k)))
      (local.set $high (i64.mul (local.get $high) (local.get $k)))
      (local.set $low (i64.mul (i64.shr_u (local.get $low) (i64.const 32)) (local.get $k)))
      (local.set $low (i64.add (local.get $low) (i64.shr_u (local.get $part) (i64.const 32))))
      (local.set $high (i64.add (local.get $high) (i64.shr_u (local.get $low) (i64.const 32))))
      (local.set $low (i64.or
        (i64.shl (local.get $low) (i64.const 32))
        (i64.and (local.get $part) (i64.const 0xffffffff))))
      (br_if $again (i32.gt_s (local.tee $n (i32.sub (local.get $n) (i32.const 1))) (i32.const 1))))
    (local.get $high) (local.get $low)))
