;; Binary search trees: random insertions, lookups, a sum over all; and full trees made and counted.
(module
  (type $tree (struct (field $left (mut (ref null $tree))) (field $right (mut (ref null $tree))) (field $key i32) (field $count (mut i32))))
  (global $seed (mut i32) (i32.const 1))
  (func $random (result i32)
    (global.set $seed (i32.add (i32.mul (global.get $seed) (i32.const 1103515245)) (i32.const 12345)))
    (i32.and (i32.shr_u (global.get $seed) (i32.const 8)) (i32.const 0xffff)))
  (func $leaf (param $key i32) (result (ref $tree))
    (struct.new $tree (ref.null $tree) (ref.null $tree) (local.get $key) (i32.const 1)))
  (func $insert (param $t (ref $tree)) (param $key i32)
    (local $k i32) (local $next (ref null $tree))
    (loop $down
      (local.set $k (struct.get $tree $key (local.get $t)))
      (if (i32.eq (local.get $key) (local.get $k)) (then
        (struct.set $tree $count (local.get $t) (i32.add (struct.get $tree $count (local.get $t)) (i32.const 1)))
        (return)))
      (if (i32.lt_s (local.get $key) (local.get $k))
        (then
          (local.set $next (struct.get $tree $left (local.get $t)))
          (if (ref.is_null (local.get $next)) (then
            (struct.set $tree $left (local.get $t) (call $leaf (local.get $key)))
            (return))))
        (else
          (local.set $next (struct.get $tree $right (local.get $t)))
          (if (ref.is_null (local.get $next)) (then
            (struct.set $tree $right (local.get $t) (call $leaf (local.get $key)))
            (return)))))
      (local.set $t (ref.as_non_null (local.get $next)))
      (br $down)))
  (func $find (param $t (ref null $tree)) (param $key i32) (result i32)
    (local $k i32)
    (loop $down
      (if (ref.is_null (local.get $t)) (then (return (i32.const 0))))
      (local.set $k (struct.get $tree $key (local.get $t)))
      (if (i32.eq (local.get $k) (local.get $key)) (then (return (struct.get $tree $count (local.get $t)))))
      (local.set $t (if (result (ref null $tree)) (i32.lt_s (local.get $key) (local.get $k))
        (then (struct.get $tree $left (local.get $t)))
        (else (struct.get $tree $right (local.get $t)))))
      (br $down))
    (unreachable))
  (func $total (param $t (ref null $tree)) (result i32)
    (if (ref.is_null (local.get $t)) (then (return (i32.const 0))))
    (i32.add (i32.add (call $total (struct.get $tree $left (local.get $t))) (call $total (struct.get $tree $right (local.get $t))))
      (i32.mul (struct.get $tree $key (local.get $t)) (struct.get $tree $count (local.get $t)))))
  (func $full (param $depth i32) (result (ref $tree))
    (if (i32.eqz (local.get $depth)) (then (return (call $leaf (i32.const 1)))))
    (struct.new $tree
      (call $full (i32.sub (local.get $depth) (i32.const 1)))
      (call $full (i32.sub (local.get $depth) (i32.const 1)))
      (local.get $depth) (i32.const 1)))
  (func (export "run") (param $n i32) (result i32)
    (local $t (ref null $tree)) (local $s i32) (local $k i32)
    (global.set $seed (i32.const 1))
    (loop $more
      (local.set $t (call $leaf (i32.const 32768)))
      (local.set $k (i32.const 2000))
      (loop $again
        (call $insert (ref.as_non_null (local.get $t)) (call $random))
        (local.set $s (i32.add (local.get $s) (call $find (local.get $t) (call $random))))
        (br_if $again (local.tee $k (i32.sub (local.get $k) (i32.const 1)))))
      (local.set $s (i32.add (local.get $s) (call $total (local.get $t))))
      (local.set $s (i32.add (local.get $s) (call $total (call $full (i32.const 12)))))
      (br_if $more (i32.gt_s (local.tee $n (i32.sub (local.get $n) (i32.const 1))) (i32.const 0))))
    (local.get $s)))
