;; Atomics go through typed arrays, aligned or trapping.
(module (memory 1 1 shared)
  (func $add (export "add") (param $p i32) (result i32) (i32.atomic.rmw.add offset=4 (local.get $p) (i32.const 1)))
  (func $wait (export "wait") (param $p i32) (result i32) (memory.atomic.wait32 (local.get $p) (i32.const 0) (i64.const -1))))
