;; Each memory has a view of its own.
(module (memory $a 1) (memory $b 1)
  (func $move (export "move") (param $p i32) (i32.store $b (local.get $p) (i32.load $a (local.get $p)))))
