;; A global that only the module sees is a variable, one that never changes its value.
(module
  (global $pointer (mut i32) (i32.const 65536))
  (global $limit i32 (i32.const 4096))
  (global $total (mut i64) (i64.const 5))
  (global $shown (export "shown") (mut f32) (f32.const 1.5))
  (func $push (export "push") (param $n i32) (result i32)
    (global.set $pointer (i32.sub (global.get $pointer) (local.get $n)))
    (if (i32.lt_s (global.get $pointer) (global.get $limit)) (then (unreachable)))
    (global.set $total (i64.add (global.get $total) (i64.const 1)))
    (global.set $shown (f32.convert_i32_s (local.get $n)))
    (global.get $pointer)))
