;; A long loop of a function that the host calls is a function of its own, which engines compile whole for the next call.
(module (memory 1)
  (func $run (export "run") (param $n i32) (result f64) (local $i i32) (local $s f64)
    (local.set $i (i32.const 0))
    (loop $fill (f64.store (i32.shl (local.get $i) (i32.const 3)) (f64.convert_i32_s (local.get $i)))
      (br_if $fill (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 1000))))
    (loop $again
      (local.set $i (i32.const 0))
      (loop $inner
        (local.set $s (f64.add (local.get $s) (f64.mul (f64.load (i32.shl (local.get $i) (i32.const 3))) (f64.load offset=8 (i32.shl (local.get $i) (i32.const 3))))))
        (br_if $inner (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 999))))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $s)))
