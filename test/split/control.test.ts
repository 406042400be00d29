// What splitting must not change, by hand: handlers see the locals that were set, tail calls leave the function, results of all
// kinds arrive, whichever way a piece is left.
import { configure } from 'dewasm/webassembly';
import { expect, it } from 'vitest';
import { kindOfError, show, type Engine } from '../fuzz/execute.js';
import { withLimits } from '../fuzz/limits.js';
import { wasm } from '../module/wat.js';

type Calls = readonly (readonly [name: string, ...args: unknown[]])[];

function outcomes(engine: Engine, module: WebAssembly.Module, calls: Calls): string[] {
  const lines: string[] = [];
  const { exports } = new engine.Instance(module, { env: { log: (x: number) => { lines.push(`log ${x}`); if (x === 99) throw new Error('host'); } } });
  for (const [name, ...args] of calls) {
    try {
      lines.push(show((exports as Record<string, (...args: unknown[]) => unknown>)[name](...args)));
    } catch (e) {
      lines.push(kindOfError(e));
    }
  }
  return lines;
}

/** In pieces of each size, with only loops as pieces, and at each level as natively. */
function same(text: string, calls: Calls): void {
  const bytes = wasm(text) as BufferSource, native = outcomes(WebAssembly, new WebAssembly.Module(bytes), calls);
  for (const optimize of [1, 2, 3] as const) {
    for (const nan of ['fast', 'exact'] as const) {
      for (const bytesOfPiece of [40, 80, 160, 320, 45_000]) {
        const engine = configure({ optimize, nan, features: 'all' }) as never as Engine;
        const module = withLimits(0, bytesOfPiece, () => new engine.Module(bytes));
        expect({ optimize, nan, bytesOfPiece, lines: outcomes(engine, module, calls) }).toEqual({ optimize, nan, bytesOfPiece, lines: native });
      }
    }
  }
}
const numbers = [-1, 0, 1, 2, 3, 4, 5, 7, 98, 99, 100];
const each = (...names: string[]): Calls => names.flatMap((name) => numbers.map((n) => [name, n] as const));

it('handlers see what was set last', () => {
  same(`(module (import "env" "log" (func $log (param i32))) (tag $t (param i32)) (memory 1)
    (func (export "f") (param $n i32) (result i32) (local $a i32) (local $b i32) (local $c f64)
      try
        (local.set $a (i32.const 1)) (call $log (local.get $n))
        (local.set $a (i32.add (local.get $n) (i32.const 2))) (local.set $c (f64.convert_i32_s (local.get $a)))
        (if (i32.eq (local.get $n) (i32.const 2)) (then (throw $t (i32.const 5))))
        (local.set $b (i32.load (local.get $n))) (call $log (i32.add (local.get $n) (i32.const 1)))
        (local.set $a (i32.const 3))
        try (local.set $b (i32.const 77)) (call $log (i32.add (local.get $n) (i32.const 2))) (local.set $a (i32.const 4)) catch_all (local.set $a (i32.const 40)) (rethrow 0) end
      catch $t (local.set $b)
      catch_all (local.set $b (i32.add (local.get $b) (i32.const 100))) end
      (i32.add (i32.mul (local.get $a) (i32.const 1000)) (i32.add (local.get $b) (i32.trunc_f64_s (local.get $c))))))`, each('f'));
});

it('tail calls', () => {
  same(`(module (import "env" "log" (func $log (param i32))) (memory 1) (type $r (func (param i32) (result i64 f64 i32)))
    (table funcref (elem $odd $even))
    (func $even (export "even") (param $n i32) (result i64 f64 i32)
      (if (i32.eqz (local.get $n)) (then (return (i64.const 0x123456789abcdef) (f64.const 1.5) (i32.const 9))))
      (i32.store (local.get $n) (i32.mul (local.get $n) (i32.const 3))) (call $log (i32.load8_u (local.get $n)))
      (if (i32.gt_s (local.get $n) (i32.const 50)) (then (call $log (i32.const 5)) (return_call $odd (i32.const 7))))
      (return_call_indirect (type $r) (i32.sub (local.get $n) (i32.const 1)) (i32.const 0)))
    (func $odd (export "odd") (param $n i32) (result i64 f64 i32)
      (if (i32.eqz (local.get $n)) (then (return (i64.const -1) (f64.const -0.25) (i32.const 8))))
      (i32.store (local.get $n) (i32.mul (local.get $n) (i32.const 5))) (call $log (i32.load8_u (local.get $n)))
      (return_call $even (i32.sub (local.get $n) (i32.const 1)))))`, each('even', 'odd'));
});

it('loops left in many ways, with values of all kinds', () => {
  same(`(module (import "env" "log" (func $log (param i32))) (memory 1) (global $g (mut i64) (i64.const 7))
    (func (export "f") (param $n i32) (result f32 i64 i32 f64) (local $i i32) (local $x i64) (local $y f64) (local $z f32) (local $k i32)
      (local.set $x (i64.extend_i32_s (local.get $n)))
      (block $out (block $err
        (loop $next
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br_if $out (i32.gt_s (local.get $i) (i32.const 40)))
          (block $d (block $c (block $b (block $a
            (br_table $a $b $c $d $err $out $next (i32.rem_u (i32.add (local.get $n) (i32.mul (local.get $i) (i32.const 3))) (i32.const 7))))
            ;; a
            (local.set $x (i64.mul (local.get $x) (i64.const 0x9e3779b97f4a7c15))) (local.set $k (i32.wrap_i64 (local.get $x)))
            (if (i32.and (local.get $k) (i32.const 1)) (then (br $next))) (local.set $y (f64.add (local.get $y) (f64.const 0.5))) (br $next))
            ;; b
            (local.set $y (f64.mul (f64.convert_i64_s (local.get $x)) (f64.const 0.125))) (global.set $g (i64.xor (global.get $g) (local.get $x)))
            (if (i32.eq (local.get $i) (i32.const 13)) (then (return (f32.const 2.5) (global.get $g) (local.get $k) (local.get $y)))) (br $next))
            ;; c
            (local.set $z (f32.demote_f64 (local.get $y))) (call $log (local.get $i)) (local.set $x (i64.rotl (local.get $x) (i64.const 9)))
            (br_if $err (i32.eq (local.get $i) (i32.const 21))))
          ;; d
          (i64.store (i32.and (local.get $k) (i32.const 1023)) (local.get $x)) (local.set $k (i32.load offset=4 (i32.and (local.get $k) (i32.const 1023))))
          (if (i32.eq (local.get $n) (i32.const 5)) (then unreachable))
          (br $next)))
        ;; err
        (local.set $k (i32.add (local.get $k) (i32.const 1000))) (call $log (i32.const 1)))
      (local.get $z) (i64.add (local.get $x) (global.get $g)) (local.get $k) (local.get $y)))`, each('f'));
});
