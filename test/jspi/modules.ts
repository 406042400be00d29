// The modules of the scenarios.
const TEXTS: Record<string, string> = {
  order: `(module
    (import "m" "s" (func $s (param i32) (result i32))) (import "m" "js" (func $js)) (import "m" "log" (func $log (param i32)))
    (func (export "a") (param i32) (result i32) (call $log (i32.const 1)) (i32.add (call $s (local.get 0)) (i32.const 100)) (call $log (i32.const 2)))
    (func (export "viaJs") (call $js))
    (func (export "plain") (result i32) (i32.const 7))
    (func (export "trap") (unreachable))
    (func (export "reexport") (param i32) (result i32) (call $s (local.get 0)))
    (export "reexport2" (func $s)))`,
  state: `(module
    (import "m" "s" (func $s (result i32))) (import "m" "t" (tag $js (param externref)))
    (type $t (func (result i32)))
    (tag $own (export "own") (param i32))
    (memory (export "memory") 1) (global $g (mut i32) (i32.const 0))
    (table $private 4 4 funcref) (elem (table $private) (i32.const 0) func $s $twice $js42)
    (table $shared (export "shared") 2 funcref) (elem (table $shared) (i32.const 0) func $twice)
    (func $twice (result i32) (i32.add (call $s) (call $s)))
    (func $js42 (param i32) (result i32) (i32.const 42))
    (func (export "count") (param i32) (result i32) (local $sum i32)
      (loop $l
        (local.set $sum (i32.add (local.get $sum) (call $s)))
        (global.set $g (i32.add (global.get $g) (i32.const 1)))
        (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1)))))
      (i32.add (local.get $sum) (i32.mul (i32.const 1000) (global.get $g))))
    (func (export "all") (result i32) (try (result i32) (do (call $s)) (catch_all (i32.const -1))))
    (func (export "tag") (result externref) (try (result externref) (do (drop (call $s)) (ref.null extern)) (catch $js)))
    (func (export "ref") (result i32) (local i32) (try (result i32) (do (local.set 0 (i32.const 3)) (local.set 0 (call $s)) (local.get 0)) (catch $own) (catch $js (drop) (local.get 0))))
    (func (export "mine") (result i32) (try (result i32) (do (call $s)) (catch $own (i32.const 1) (i32.add))))
    (func (export "passes") (result i32) (try (result i32) (do (call $s)) (catch $js (drop) (i32.const 5))))
    (func (export "load") (result i32) (i32.store (i32.const 8) (i32.const 77)) (i32.add (i32.load (i32.const 8)) (i32.load (call $s))))
    (func $deep (export "deep") (param i32) (result i32)
      (if (result i32) (local.get 0) (then (i32.add (call $deep (i32.sub (local.get 0) (i32.const 1))) (i32.const 1))) (else (i32.div_s (i32.const 10) (i32.sub (call $s) (i32.const 1))))))
    (func (export "table") (result i32) (call_indirect $private (type $t) (call $s)))
    (func (export "indirect") (param i32) (result i32) (i32.mul (i32.const 10) (call_indirect $private (type $t) (local.get 0)))))`,
  values: `(module
    (import "m" "s" (func $s (param i64 f32 externref i32) (result i64 f64 externref i32)))
    (func (export "f") (param i64 f32 externref i32) (result i64 f64 externref i32 i64)
      (call $s (local.get 0) (local.get 1) (local.get 2) (local.get 3)) (i64.const -5)))`,
  caller: `(module
    (import "m" "table" (table 2 funcref)) (type $t (func (result i32)))
    (func (export "call") (param i32) (result i32) (i32.add (call_indirect (type $t) (local.get 0)) (i32.const 1))))`,
  tail: `(module
    (import "m" "s" (func $s (param i32) (result i32))) (type $t (func (param i32) (result i32)))
    (table 3 3 funcref) (elem (i32.const 0) $even $odd $s)
    (func $even (export "even") (param i32) (result i32)
      (if (i32.eqz (local.get 0)) (then (return (i32.const 1)))) (return_call $odd (i32.sub (call $s (local.get 0)) (i32.const 1))))
    (func $odd (export "odd") (param i32) (result i32)
      (if (i32.eqz (local.get 0)) (then (return (i32.const 0)))) (return_call $even (i32.sub (local.get 0) (i32.const 1))))
    (func $spin (export "spin") (param i32) (result i32)
      (if (i32.eqz (local.get 0)) (then (return_call $s (i32.const 99)))) (return_call $spun (i32.sub (local.get 0) (i32.const 1))))
    (func $spun (param i32) (result i32) (if (i32.eqz (local.get 0)) (then (return (i32.const 5)))) (return_call $spin (i32.sub (local.get 0) (i32.const 1))))
    (func (export "viaTable") (param i32) (result i32)
      (return_call_indirect (type $t) (local.get 0) (i32.and (local.get 0) (i32.const 1)))))`,
};
export const MODULE_TEXTS = TEXTS;
