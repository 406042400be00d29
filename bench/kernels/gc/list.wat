;; Linked lists: built, reversed in place, mapped into new lists, folded.
(module
  (type $node (struct (field $value i32) (field $next (mut (ref null $node)))))
  (func $build (param $n i32) (result (ref null $node))
    (local $list (ref null $node))
    (loop $more
      (if (i32.eqz (local.get $n)) (then (return (local.get $list))))
      (local.set $list (struct.new $node (local.get $n) (local.get $list)))
      (local.set $n (i32.sub (local.get $n) (i32.const 1)))
      (br $more))
    (unreachable))
  (func $reverse (param $l (ref null $node)) (result (ref null $node))
    (local $done (ref null $node)) (local $next (ref null $node))
    (loop $more
      (if (ref.is_null (local.get $l)) (then (return (local.get $done))))
      (local.set $next (struct.get $node $next (local.get $l)))
      (struct.set $node $next (local.get $l) (local.get $done))
      (local.set $done (local.get $l))
      (local.set $l (local.get $next))
      (br $more))
    (unreachable))
  (func $map (param $l (ref null $node)) (result (ref null $node))
    (local $out (ref null $node))
    (block $end
      (loop $more
        (br_on_null $end (local.get $l))
        (local.set $out (struct.new $node
          (i32.add (i32.mul (struct.get $node $value) (i32.const 31)) (i32.const 7))
          (local.get $out)))
        (local.set $l (struct.get $node $next (local.get $l)))
        (br $more)))
    (local.get $out))
  (func $sum (param $l (ref null $node)) (result i32)
    (local $s i32)
    (block $end
      (loop $more
        (br_if $end (ref.is_null (local.get $l)))
        (local.set $s (i32.add (i32.mul (local.get $s) (i32.const 3)) (struct.get $node $value (local.get $l))))
        (local.set $l (struct.get $node $next (local.get $l)))
        (br $more)))
    (local.get $s))
  (func (export "run") (param $n i32) (result i32)
    (local $l (ref null $node)) (local $s i32) (local $k i32)
    (loop $more
      (local.set $l (call $build (i32.const 1000)))
      (local.set $k (i32.const 20))
      (loop $again
        (local.set $l (call $reverse (local.get $l)))
        (local.set $s (i32.add (local.get $s) (call $sum (local.get $l))))
        (br_if $again (local.tee $k (i32.sub (local.get $k) (i32.const 1)))))
      (local.set $s (i32.xor (local.get $s) (call $sum (call $map (local.get $l)))))
      (br_if $more (i32.gt_s (local.tee $n (i32.sub (local.get $n) (i32.const 1))) (i32.const 0))))
    (local.get $s)))
