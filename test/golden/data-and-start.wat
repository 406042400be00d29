;; Segments, the elements of a table and the start function run when an instance is made, in the order of the specification.
(module (memory 1) (table 4 funcref) (global $base i32 (i32.const 16))
  (data (i32.const 8) "\00\01\02 text \ff") (data (global.get $base) "more")
  (elem (i32.const 1) $start $other)
  (func $start (i32.store (i32.const 0) (i32.const 1)))
  (func $other (export "other") (result i32) (i32.load (i32.const 0)))
  (start $start))
