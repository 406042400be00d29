;; A calculator for postfix text such as "3 4 + 2 *": bytes in an exported memory,
;; operators in a table that the host can change, errors reported to an imported
;; function, division by zero left to trap.
(module
  (type $operator (func (param i32 i32) (result i32)))
  (import "host" "complain" (func $complain (param $place i32) (param $byte i32)))
  (memory (export "memory") 1)
  (table (export "operators") 128 funcref)
  (elem (i32.const 42) $multiply)  ;; *
  (elem (i32.const 43) $add)       ;; +
  (elem (i32.const 45) $subtract)  ;; -
  (elem (i32.const 47) $divide)    ;; /
  (global $depth (mut i32) (i32.const 0))
  (global (export "stack") i32 (i32.const 32768))

  (func $add (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
  (func $subtract (param i32 i32) (result i32) (i32.sub (local.get 0) (local.get 1)))
  (func $multiply (param i32 i32) (result i32) (i32.mul (local.get 0) (local.get 1)))
  (func $divide (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))

  (func $push (param $x i32)
    (i32.store offset=32768 (i32.shl (global.get $depth) (i32.const 2)) (local.get $x))
    (global.set $depth (i32.add (global.get $depth) (i32.const 1))))
  (func $pop (result i32)
    (global.set $depth (i32.sub (global.get $depth) (i32.const 1)))
    (i32.load offset=32768 (i32.shl (global.get $depth) (i32.const 2))))

  (func (export "evaluate") (param $length i32) (result i32)
    (local $at i32) (local $byte i32) (local $number i32) (local $second i32)
    (global.set $depth (i32.const 0))
    (loop $next
      (if (i32.lt_u (local.get $at) (local.get $length)) (then
        (local.set $byte (i32.load8_u (local.get $at)))
        (block $done
          (br_if $done (i32.eq (local.get $byte) (i32.const 32)))
          (if (i32.lt_u (i32.sub (local.get $byte) (i32.const 48)) (i32.const 10)) (then
            (local.set $number (i32.const 0))
            (loop $digit
              (local.set $number (i32.add
                (i32.mul (local.get $number) (i32.const 10))
                (i32.sub (local.get $byte) (i32.const 48))))
              (local.set $at (i32.add (local.get $at) (i32.const 1)))
              (local.set $byte (i32.load8_u (local.get $at)))
              (br_if $digit (i32.lt_u (i32.sub (local.get $byte) (i32.const 48)) (i32.const 10))))
            (call $push (local.get $number))
            (br $next)))
          (if (i32.or (i32.lt_s (global.get $depth) (i32.const 2)) (i32.gt_u (local.get $byte) (i32.const 127))) (then
            (call $complain (local.get $at) (local.get $byte))
            (return (i32.const -1))))
          (local.set $second (call $pop))
          (call $push (call_indirect (type $operator) (call $pop) (local.get $second) (local.get $byte))))
        (local.set $at (i32.add (local.get $at) (i32.const 1)))
        (br $next))))
    (call $pop)))
