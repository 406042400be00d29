;; Blocks become labels only where something jumps to them that `if`, `break` and `continue` do not say already.
(module
  (func $early (export "early") (param $a i32) (param $b i32) (result i32)
    (block $out (result i32)
      (drop (br_if $out (i32.const 1) (i32.eqz (local.get $a))))
      (drop (br_if $out (i32.const 2) (i32.gt_s (local.get $b) (local.get $a))))
      (i32.add (local.get $a) (local.get $b))))
  (func $inner (export "inner") (param $a i32) (param $b i32) (result i32) (local $s i32)
    (loop $outer
      (loop $inner
        (local.set $s (i32.add (local.get $s) (local.get $b)))
        (br_if $outer (i32.lt_s (local.get $s) (i32.const 100)))
        (local.set $b (i32.sub (local.get $b) (i32.const 1)))
        (br_if $inner (local.get $b))))
    (local.get $s)))
