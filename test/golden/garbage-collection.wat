;; Structs and arrays are JavaScript objects; a cast looks at the type, a null traps.
(module
  (type $point (struct (field $x (mut i32)) (field $y f64)))
  (type $bytes (array (mut i8)))
  (func $make (export "make") (param $x i32) (result (ref $point)) (struct.new $point (local.get $x) (f64.const 2)))
  (func $x (export "x") (param $p (ref null $point)) (result i32) (struct.get $point $x (local.get $p)))
  (func $cast (export "cast") (param $a anyref) (result i32) (struct.get $point $x (ref.cast (ref $point) (local.get $a))))
  (func $at (export "at") (param $b (ref $bytes)) (param $i i32) (result i32) (array.get_u $bytes (local.get $b) (local.get $i)))
  (func $new (export "new") (param $n i32) (result (ref $bytes)) (array.new_default $bytes (local.get $n))))
