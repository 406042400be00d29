;; Where a call may make the memory grow, the view is read again behind it.
(module (memory (export "memory") 1 10)
  (func $grow (export "grow") (param $p i32) (result i32)
    (i32.store (local.get $p) (i32.const 1))
    (drop (memory.grow (i32.const 1)))
    (i32.add (i32.load (local.get $p)) (memory.size))))
