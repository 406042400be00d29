;; Shifts and rotations by constants are moves between the words.
(module
  (func $left (export "left") (param $a i64) (result i64) (i64.shl (local.get $a) (i64.const 12)))
  (func $far (export "far") (param $a i64) (result i64) (i64.shr_s (local.get $a) (i64.const 40)))
  (func $rotated (export "rotated") (param $a i64) (result i64) (i64.rotl (local.get $a) (i64.const 32)))
  (func $some (export "some") (param $a i64) (param $k i64) (result i64) (i64.shr_u (local.get $a) (local.get $k))))
