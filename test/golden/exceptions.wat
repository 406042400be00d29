;; Exceptions are JavaScript's; a handler looks at the tag.
(module (tag $failed (param i32))
  (func $check (export "check") (param $a i32) (if (i32.gt_s (local.get $a) (i32.const 9)) (then (throw $failed (local.get $a)))))
  (func $caught (export "caught") (param $a i32) (result i32)
    (block $handler (result i32)
      (try_table (catch $failed $handler) (call $check (local.get $a)) (call $check (i32.mul (local.get $a) (i32.const 2))))
      (i32.const 0)))
  (func $older (export "older") (param $a i32) (result i32)
    (try (result i32) (do (call $check (local.get $a)) (i32.const 0)) (catch $failed) (catch_all (i32.const -1)))))
