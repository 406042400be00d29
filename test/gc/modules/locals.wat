;; What is known of a value's type by the local it was put into, and what is not: casts through open types, of params of loops, of
;; values that are put into a narrower local on one way only.
(module
  (type $a (sub (struct (field $x (mut i32)))))
  (type $b (sub $a (struct (field (mut i32)) (field $y i32))))
  (type $c (sub $b (struct (field (mut i32)) (field i32) (field $z i32))))
  (type $d (sub $a (struct (field (mut i32)) (field f64))))
  (func $make (param i32) (result anyref)
    (block $3 (block $2 (block $1 (block $0 (br_table $0 $1 $2 $3 (local.get 0)))
      (return (struct.new $a (i32.const 10))))
      (return (struct.new $b (i32.const 20) (i32.const 21))))
      (return (struct.new $c (i32.const 30) (i32.const 31) (i32.const 32))))
    (if (result anyref) (i32.eq (local.get 0) (i32.const 3)) (then (struct.new $d (i32.const 40) (f64.const 1)))
      (else (if (result anyref) (i32.eq (local.get 0) (i32.const 4)) (then (ref.i31 (i32.const 5))) (else (ref.null none))))))
  ;; 1 for $a, 2 for $b, 4 for $c, 8 for $d, 16 for i31, through a local of the widest type.
  (func (export "tests") (param i32) (result i32) (local $v anyref)
    (local.set $v (call $make (local.get 0)))
    (i32.or (i32.or (ref.test (ref $a) (local.get $v)) (i32.shl (ref.test (ref $b) (local.get $v)) (i32.const 1)))
      (i32.or (i32.shl (ref.test (ref $c) (local.get $v)) (i32.const 2))
        (i32.or (i32.shl (ref.test (ref $d) (local.get $v)) (i32.const 3)) (i32.shl (ref.test (ref i31) (local.get $v)) (i32.const 4))))))
  ;; The same beyond a cast to $a, null passing.
  (func (export "below") (param i32) (result i32) (local $v (ref null $a)) (local $n i32)
    (local.set $v (ref.cast (ref null $a) (call $make (local.get 0))))
    (loop $again
      (local.set $n (i32.add (i32.mul (local.get $n) (i32.const 100))
        (i32.or (i32.or (ref.test (ref null $a) (local.get $v)) (i32.shl (ref.test (ref $b) (local.get $v)) (i32.const 1)))
          (i32.or (i32.shl (ref.test (ref null $c) (local.get $v)) (i32.const 2)) (i32.shl (ref.test (ref $d) (local.get $v)) (i32.const 3))))))
      (if (i32.lt_u (local.get $n) (i32.const 100)) (then
        (local.set $v (ref.cast (ref null $a) (call $make (i32.sub (local.get 0) (i32.const 1)))))
        (br_if $again (i32.ne (local.get $n) (i32.const 0))))))
    (local.get $n))
  ;; A value that is put into a narrower local where a cast succeeds is still what it was elsewhere.
  (func (export "narrowed") (param i32) (result i32) (local $b (ref null $b))
    (block $no (result anyref)
      (local.set $b (br_on_cast_fail $no anyref (ref $b) (call $make (local.get 0))))
      (return (i32.add (i32.const 1000) (struct.get $b $y (local.get $b)))))
    (br_if 0 (i32.const 100) (ref.test (ref $a) (local.get $b)))
    (drop)
    (ref.test (ref $a))))
