;; Floats of 32 bits are rounded after each operation, unless the next one makes the rounding superfluous.
(module
  (func $single (export "single") (param $a f32) (param $b f32) (param $c f32) (result f32)
    (f32.add (f32.mul (local.get $a) (local.get $b)) (local.get $c)))
  (func $root (export "root") (param $a f32) (result f32) (f32.sqrt (f32.neg (local.get $a))))
  (func $double (export "double") (param $a f64) (param $b f64) (result f64)
    (f64.min (f64.nearest (local.get $a)) (f64.copysign (local.get $a) (local.get $b))))
  (func $mixed (export "mixed") (param $a f32) (param $b f64) (result f32) (f32.demote_f64 (f64.mul (f64.promote_f32 (local.get $a)) (local.get $b)))))
