;; A whole file as it is shipped: no white space, names of one letter.
;; options: { "minify": true, "whole": true }
(module (memory 1) (data (i32.const 0) "\01\02\03\04")
  (func $fold (export "fold") (param $n i32) (result i32) (local $s i32)
    (loop $next
      (local.set $s (i32.add (i32.rotl (local.get $s) (i32.const 5)) (i32.load8_u (local.get $n))))
      (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $s)))
