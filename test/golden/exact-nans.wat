;; The same as floats.wat in parts, with all bits of NaNs kept.
;; options: { "nan": "exact" }
(module (memory 1)
  (func $single (export "single") (param $a f32) (param $b f32) (result f32) (f32.neg (f32.mul (local.get $a) (local.get $b))))
  (func $copied (export "copied") (param $p i32) (param $q i32) (f32.store (local.get $q) (f32.load (local.get $p)))))
