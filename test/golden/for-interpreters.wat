;; Without a JIT typed arrays are faster than views: where an access is known to be aligned and inside, it has no test.
;; options: { "engine": "interpreter" }
(module (memory 1)
  (func $sum (export "sum") (param $p i32) (param $n i32) (result i32) (local $s i32)
    (loop $next
      (if (local.get $n) (then
        (local.set $s (i32.add (local.get $s) (i32.load (local.get $p))))
        (local.set $p (i32.add (local.get $p) (i32.const 4)))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $next))))
    (local.get $s))
  (func $known (export "known") (param $i i32) (result i32) (i32.load (i32.shl (i32.and (local.get $i) (i32.const 255)) (i32.const 2)))))
