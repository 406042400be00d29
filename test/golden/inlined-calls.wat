;; Small functions are put into their callers; recursion is unrolled a few levels.
(module
  (func $square (param $x i32) (result i32) (i32.mul (local.get $x) (local.get $x)))
  (func $distance (export "distance") (param $x i32) (param $y i32) (result i32) (i32.add (call $square (local.get $x)) (call $square (local.get $y))))
  (func $depth (export "depth") (param $n i32) (result i32)
    (if (result i32) (local.get $n) (then (i32.add (i32.const 1) (call $depth (i32.shr_u (local.get $n) (i32.const 1))))) (else (i32.const 0)))))
