;; A table that nobody else can change is a switch over the functions that fit; any other is asked for function and type.
(module
  (type $op (func (param i32 i32) (result i32)))
  (table $closed funcref (elem $add $sub $none))
  (table $open (export "open") 4 funcref)
  (func $add (type $op) (i32.add (local.get 0) (local.get 1)))
  (func $sub (type $op) (i32.sub (local.get 0) (local.get 1)))
  (func $none)
  (func $byClosed (export "byClosed") (param $i i32) (param $a i32) (result i32)
    (call_indirect $closed (type $op) (local.get $a) (i32.const 7) (local.get $i)))
  (func $byOpen (export "byOpen") (param $i i32) (param $a i32) (result i32)
    (call_indirect $open (type $op) (local.get $a) (i32.const 7) (local.get $i))))
