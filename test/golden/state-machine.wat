;; A br_table in a loop is a switch in a loop; cases that follow one another fall through.
(module (memory 1)
  (func $run (export "run") (param $p i32) (result i32) (local $a i32)
    (loop $next
      (block $stop (block $two (block $one (block $zero
        (br_table $zero $one $two $stop (i32.load8_u (local.get $p))))
        (local.set $a (i32.add (local.get $a) (i32.const 1))))
        (local.set $a (i32.mul (local.get $a) (i32.const 3)))
        (local.set $p (i32.add (local.get $p) (i32.const 1)))
        (br $next))
        (local.set $p (i32.load offset=4 (local.get $p)))
        (br $next)))
    (local.get $a)))
