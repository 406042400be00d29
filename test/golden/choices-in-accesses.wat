;; What goes two ways, and computes on one, becomes a variable before an access: V8 inlines no method of a view around it. What chooses between names stays where it is.
(module
  (memory 1)
  (func $clamp (export "clamp") (param $at i32) (param $x f32)
    (f32.store (local.get $at) (select (f32.const 255) (f32.mul (local.get $x) (f32.const 255)) (f32.gt (local.get $x) (f32.const 1)))))
  (func $address (export "address") (param $at i32) (param $n i32) (result i32)
    (i32.load offset=8 (select (i32.mul (local.get $at) (i32.const 12)) (local.get $n) (i32.and (local.get $n) (i32.const 3)))))
  (func $names (export "names") (param $at i32) (param $a i32) (param $b i32)
    (i32.store (local.get $at) (select (local.get $a) (local.get $b) (i32.and (local.get $b) (i32.const 3))))))
