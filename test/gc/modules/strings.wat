(module
  (rec (type $a (array (mut i16))))
  (import "wasm:js-string" "fromCharCodeArray" (func $from (param (ref null $a) i32 i32) (result (ref extern))))
  (import "wasm:js-string" "intoCharCodeArray" (func $into (param externref (ref null $a) i32) (result i32)))
  (func (export "make") (param i32) (result (ref null $a)) (array.new $a (i32.const 65) (local.get 0)))
  (func (export "from") (param (ref null $a) i32 i32) (result externref) (call $from (local.get 0) (local.get 1) (local.get 2)))
  (func (export "into") (param externref (ref null $a) i32) (result i32) (call $into (local.get 0) (local.get 1) (local.get 2)))
  (func (export "get") (param (ref null $a) i32) (result i32) (array.get_u $a (local.get 0) (local.get 1))))
