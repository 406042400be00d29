;; Imported functions are called directly; what the host returns is converted.
(module
  (import "env" "now" (func $now (result f64)))
  (import "env" "log" (func $log (param i32 i64)))
  (import "env" "count" (global $count (mut i32)))
  (func $tick (export "tick") (result i32)
    (global.set $count (i32.add (global.get $count) (i32.const 1)))
    (call $log (global.get $count) (i64.const -1))
    (i32.trunc_sat_f64_s (call $now))))
