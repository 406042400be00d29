// Loops of functions that only the host calls are functions of their own, which begin with the loop.
import { compile } from 'dewasm';
import { describe, expect, it } from 'vitest';
import { both, combinations, expectSameMemory } from '../differential/both.js';
import { wasm } from '../module/wat.js';

const functions = (text: string): string[] => [...compile(wasm(text)).code.matchAll(/^function (f\d+(?:\$\d+)?\(.*)$/gm)].map(([, body]) => body);

/** Adds up words from `$p` on, `$n` of them, into `$sum`. */
const sum = (sign: 'add' | 'sub' = 'add'): string => `
  (block $done (loop $next
    (br_if $done (i32.ge_u (local.get $i) (local.get $n)))
    (local.set $sum (i32.${sign} (local.get $sum) (i32.load (i32.shl (local.get $i) (i32.const 2)))))
    (local.set $i (i32.add (local.get $i) (i32.const 1)))
    (br $next)))`;
const head = '(param $n i32) (result i32) (local $i i32) (local $sum i32)';
const store = '(i32.store (i32.const 0) (i32.add (local.get $n) (i32.const 3)))';

describe('loops of functions that only the host calls', () => {
  it('are taken out, so that functions begin with them', () => {
    expect(functions(`(module (memory 1) (func (export "run") ${head} ${store} ${sum()} (i32.mul (local.get $sum) (i32.const 5))))`)).toEqual([
      'f0(a){D.setInt32(0,a+3|0,!0);a=f0$1(a);return a*5|0}',
      'f0$1(a){var b,c,V;b=0;c=0;V=D;while(c>>>0<a>>>0){b=b+V.getInt32(c<<2,!0)|0;c=c+1|0}return b}',
    ]);
  });

  it('one after the other', () => {
    const made = functions(`(module (memory 1) (func (export "run") ${head} ${store} ${sum()} ${store} (local.set $i (i32.const 0)) ${sum('sub')} (local.get $sum)))`);
    expect(made.map((text) => [text.split('(')[0], (text.match(/while|for|do\{/g) ?? []).length])).toEqual([['f0', 0], ['f0$1', 1], ['f0$2', 1]]);
  });

  it('stay where nothing is computed before', () => {
    expect(functions(`(module (memory 1) (func (export "run") ${head} ${sum()} (local.get $sum)))`)).toHaveLength(1);
  });

  it('stay in functions that others call', () => {
    const made = functions(`(module (memory 1)
      (func $run (export "run") ${head} ${store} ${sum()} ${store} ${sum('sub')} ${sum()} ${sum('sub')} (local.get $sum))
      (func (export "twice") (param i32) (result i32) (i32.add (call $run (local.get 0)) (call $run (i32.const 1)))))`);
    expect(made.map((text) => text.split('(')[0])).toEqual(['f0', 'f1']);
  });

  it('stay where much would have to be handed on', () => {
    const loop = (count: number): string => {
      const all = Array.from({ length: count }, (_, k) => `$x${k}`);
      return `(module (memory 1) (func (export "run") (param $n i32) (result i32) (local $sum i32) ${all.map((x) => `(local ${x} i32)`).join(' ')}
        ${all.map((x, k) => `(local.set ${x} (i32.load offset=${4 * k} (local.get $n)))`).join(' ')}
        (loop $next
          ${all.map((x) => `(local.set $sum (i32.mul (i32.xor (local.get $sum) (local.get ${x})) (i32.const 77)))`).join(' ')}
          (br_if $next (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
        (local.get $sum)))`;
    };
    expect(functions(loop(11))).toHaveLength(2);
    expect(functions(loop(12))).toHaveLength(1);
  });

  it('compute the same, whichever way they are left', () => {
    const text = `(module (memory (export "memory") 1 3) (global $g (mut i64) (i64.const 3))
      (func (export "run") (param $n i32) (param $x f64) (result i32 f64 i64) (local $i i32) (local $sum i32) (local $y f32) (local $z i64)
        ${store}
        (local.set $z (i64.extend_i32_s (local.get $n)))
        (block $out
          (if (i32.and (local.get $n) (i32.const 1))
            (then
              (local.set $y (f32.demote_f64 (local.get $x)))
              (loop $a
                (local.set $y (f32.add (local.get $y) (f32.const 0.1)))
                (br_if $out (i32.gt_s (local.get $i) (i32.const 5)))
                (local.set $i (i32.add (local.get $i) (i32.const 1)))
                (global.set $g (i64.add (global.get $g) (local.get $z)))
                (br_if $a (i32.lt_s (local.get $i) (local.get $n)))))
            (else
              (local.set $x (f64.mul (local.get $x) (f64.const 1.5)))
              (loop $b
                (local.set $z (i64.mul (local.get $z) (i64.const 0x100000001b3)))
                (drop (memory.grow (i32.eq (local.get $i) (i32.const 2))))
                (i64.store (i32.shl (local.get $i) (local.get $n)) (local.get $z))
                (local.set $i (i32.add (local.get $i) (i32.const 1)))
                (if (i64.lt_s (local.get $z) (i64.const -9000000000000000000)) (then (return (i32.const -1) (local.get $x) (local.get $z))))
                (br_if $b (i32.lt_u (local.get $i) (i32.const 7))))))
          (local.set $sum (i32.trunc_sat_f64_s (local.get $x)))
          (loop $c
            (local.set $sum (i32.add (local.get $sum) (i32.load8_u (local.get $i))))
            (local.set $i (i32.add (local.get $i) (i32.const 1000)))
            (br_if $c (i32.lt_s (local.get $i) (local.get $n)))))
        (i32.add (local.get $sum) (local.get $i))
        (f64.add (local.get $x) (f64.promote_f32 (local.get $y)))
        (i64.add (global.get $g) (local.get $z))))`;
    expect(functions(text).map((each) => each.split('(')[0])).toEqual(['f0', 'f0$1', 'f0$2', 'f0$3']);
    expectSameMemory(both(text), 'run', combinations([[0, 1, 2, 3, 5, 14, 20, 31, 4001, 70000, 300000], [0, -2.5, 1e12]]));
  });
});
