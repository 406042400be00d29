;; The high word is stored first, so that a store that traps at the edge has written nothing; constants are stored at once.
(module (memory 1)
  (func $load (export "load") (param $p i32) (result i64) (i64.load offset=4 (local.get $p)))
  (func $store (export "store") (param $p i32) (param $x i64) (i64.store offset=4 (local.get $p) (local.get $x)))
  (func $move (export "move") (param $p i32) (param $q i32) (i64.store (local.get $q) (i64.load (local.get $p))))
  (func $constant (export "constant") (param $p i32) (i64.store (local.get $p) (i64.const 0x123456789abcdef0))))
