;; Exports and imports as those of the ES module itself.
;; options: { "whole": true, "bindings": "esm" }
(module (import "./math.js" "sin" (func $sin (param f64) (result f64)))
  (func $twice (export "twice") (param $a f64) (result f64) (f64.mul (call $sin (local.get $a)) (f64.const 2)))
  (func $name (export "a name") (result i32) (i32.const 1)))
