;; A tail call to the function itself is a loop; to others the function returns what to call next.
(module
  (func $sum (export "sum") (param $n i32) (param $s i32) (result i32)
    (if (result i32) (local.get $n)
      (then (return_call $sum (i32.sub (local.get $n) (i32.const 1)) (i32.add (local.get $s) (local.get $n))))
      (else (local.get $s))))
  (func $even (export "even") (param $n i32) (result i32)
    (if (result i32) (local.get $n) (then (return_call $odd (i32.sub (local.get $n) (i32.const 1)))) (else (i32.const 1))))
  (func $odd (param $n i32) (result i32)
    (if (result i32) (local.get $n) (then (return_call $even (i32.sub (local.get $n) (i32.const 1)))) (else (i32.const 0)))))
