;; Bounds are checked for the whole range before a byte is written; a dropped segment is empty.
(module (memory 1) (data $d "some data")
  (func $short (export "short") (param $p i32) (param $q i32) (memory.copy (local.get $p) (local.get $q) (i32.const 12)))
  (func $long (export "long") (param $p i32) (param $q i32) (param $n i32) (memory.copy (local.get $p) (local.get $q) (local.get $n)))
  (func $zero (export "zero") (param $p i32) (memory.fill (local.get $p) (i32.const 0) (i32.const 16)))
  (func $init (export "init") (param $p i32) (memory.init $d (local.get $p) (i32.const 0) (i32.const 4)) (data.drop $d)))
