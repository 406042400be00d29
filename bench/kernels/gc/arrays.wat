;; Arrays of numbers: a sieve over i8, an insertion sort and prefix sums over i32, a matrix product over f64.
(module
  (type $bytes (array (mut i8)))
  (type $ints (array (mut i32)))
  (type $doubles (array (mut f64)))
  (func $sieve (param $n i32) (result i32)
    (local $a (ref $bytes)) (local $i i32) (local $j i32) (local $count i32)
    (local.set $a (array.new_default $bytes (local.get $n)))
    (local.set $i (i32.const 2))
    (loop $outer
      (if (i32.eqz (array.get_u $bytes (local.get $a) (local.get $i))) (then
        (local.set $count (i32.add (local.get $count) (i32.const 1)))
        (local.set $j (i32.shl (local.get $i) (i32.const 1)))
        (block $end
          (loop $inner
            (br_if $end (i32.ge_u (local.get $j) (local.get $n)))
            (array.set $bytes (local.get $a) (local.get $j) (i32.const 1))
            (local.set $j (i32.add (local.get $j) (local.get $i)))
            (br $inner)))))
      (br_if $outer (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $n))))
    (local.get $count))
  (func $sort (param $n i32) (result i32)
    (local $a (ref $ints)) (local $i i32) (local $j i32) (local $v i32) (local $seed i32)
    (local.set $a (array.new_default $ints (local.get $n)))
    (local.set $seed (i32.const 7))
    (loop $fill
      (local.set $seed (i32.add (i32.mul (local.get $seed) (i32.const 1664525)) (i32.const 1013904223)))
      (array.set $ints (local.get $a) (local.get $i) (local.get $seed))
      (br_if $fill (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (array.len (local.get $a)))))
    (local.set $i (i32.const 1))
    (loop $outer
      (local.set $v (array.get $ints (local.get $a) (local.get $i)))
      (local.set $j (i32.sub (local.get $i) (i32.const 1)))
      (block $end
        (loop $inner
          (br_if $end (i32.lt_s (local.get $j) (i32.const 0)))
          (br_if $end (i32.le_s (array.get $ints (local.get $a) (local.get $j)) (local.get $v)))
          (array.set $ints (local.get $a) (i32.add (local.get $j) (i32.const 1)) (array.get $ints (local.get $a) (local.get $j)))
          (local.set $j (i32.sub (local.get $j) (i32.const 1)))
          (br $inner)))
      (array.set $ints (local.get $a) (i32.add (local.get $j) (i32.const 1)) (local.get $v))
      (br_if $outer (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $n))))
    (i32.xor (array.get $ints (local.get $a) (i32.const 0)) (array.get $ints (local.get $a) (i32.shr_u (local.get $n) (i32.const 1)))))
  (func $matrix (param $n i32) (result (ref $doubles))
    (local $a (ref $doubles)) (local $i i32)
    (local.set $a (array.new $doubles (f64.const 0.5) (i32.mul (local.get $n) (local.get $n))))
    (loop $fill
      (array.set $doubles (local.get $a) (local.get $i) (f64.convert_i32_s (i32.and (local.get $i) (i32.const 15))))
      (local.set $i (i32.add (local.get $i) (i32.const 3)))
      (br_if $fill (i32.lt_u (local.get $i) (array.len (local.get $a)))))
    (local.get $a))
  (func $multiply (param $n i32) (result f64)
    (local $a (ref $doubles)) (local $b (ref $doubles)) (local $c (ref $doubles)) (local $i i32) (local $j i32) (local $k i32) (local $s f64)
    (local.set $a (call $matrix (local.get $n)))
    (local.set $b (call $matrix (local.get $n)))
    (local.set $c (call $matrix (local.get $n)))
    (loop $rows
      (local.set $j (i32.const 0))
      (loop $columns
        (local.set $s (f64.const 0))
        (local.set $k (i32.const 0))
        (loop $inner
          (local.set $s (f64.add (local.get $s) (f64.mul
            (array.get $doubles (local.get $a) (i32.add (i32.mul (local.get $i) (local.get $n)) (local.get $k)))
            (array.get $doubles (local.get $b) (i32.add (i32.mul (local.get $k) (local.get $n)) (local.get $j))))))
          (br_if $inner (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 1))) (local.get $n))))
        (array.set $doubles (local.get $c) (i32.add (i32.mul (local.get $i) (local.get $n)) (local.get $j)) (local.get $s))
        (br_if $columns (i32.lt_u (local.tee $j (i32.add (local.get $j) (i32.const 1))) (local.get $n))))
      (br_if $rows (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get $n))))
    (array.get $doubles (local.get $c) (i32.sub (i32.mul (local.get $n) (local.get $n)) (i32.const 2))))
  (func (export "sieve") (param $n i32) (result i32) (call $sieve (i32.mul (local.get $n) (i32.const 10000))))
  (func (export "sort") (param $n i32) (result i32) (call $sort (i32.mul (local.get $n) (i32.const 100))))
  (func (export "matmul") (param $n i32) (result i32) (i32.trunc_sat_f64_s (call $multiply (local.get $n))))
  (func (export "run") (param $n i32) (result i32)
    (i32.add (call $sieve (i32.mul (local.get $n) (i32.const 10000)))
      (i32.add (call $sort (i32.mul (local.get $n) (i32.const 100)))
        (i32.trunc_sat_f64_s (call $multiply (i32.mul (local.get $n) (i32.const 8))))))))
