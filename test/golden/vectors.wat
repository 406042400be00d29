;; A vector is four words; what an operation does to lanes is done to words.
(module (memory 1)
  (func $sum (export "sum") (param $p i32) (param $q i32)
    (v128.store (local.get $p) (i32x4.add (v128.load (local.get $p)) (v128.load (local.get $q)))))
  (func $lane (export "lane") (param $p i32) (result f32)
    (f32x4.extract_lane 2 (f32x4.mul (v128.load (local.get $p)) (f32x4.splat (f32.const 0.5))))))
