;; An offset is added after the address became unsigned, so that what lies beyond 4 GiB traps; an address known to be small needs
;; no conversion, and a constant one is one number.
(module (memory 1)
  (func $offset (export "offset") (param $p i32) (result i32) (i32.load offset=8 (local.get $p)))
  (func $masked (export "masked") (param $p i32) (result i32) (i32.load offset=8 (i32.and (local.get $p) (i32.const 0xfff))))
  (func $constant (export "constant") (result i32) (i32.load offset=8 (i32.const 16)))
  (func $hint (export "hint") (param $p i32) (param $x i64) (i64.store align=1 (local.get $p) (local.get $x))))
