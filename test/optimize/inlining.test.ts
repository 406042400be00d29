// Which functions go into their callers: small ones anywhere, larger ones with floats where they are called in a loop.
import { compile } from 'dewasm';
import { describe, expect, it } from 'vitest';
import { both, combinations, expectSameCalls } from '../differential/both.js';
import { wasm } from '../module/wat.js';

/** A polynomial of `terms` terms, with a way out before its end. */
const polynomial = (type: string, terms: number): string => {
  const steps = Array.from({ length: terms }, (_, k) => `(local.set $s (${type}.add (${type}.mul (local.get $s) (local.get $x)) (${type}.const ${k + 1})))`);
  const early = type.startsWith('f') ? `(if (${type}.gt (local.get $s) (${type}.const 1000)) (then (return (${type}.neg (local.get $s)))))` : '';
  return `(func $p (param $x ${type}) (result ${type}) (local $s ${type}) ${steps.join(' ')} ${early} (local.get $s))`;
};
const module = (type: string, terms: number): string => `(module (memory (export "memory") 1) ${polynomial(type, terms)}
  (func (export "once") (param $x ${type}) (result ${type}) (call $p (local.get $x)))
  (func (export "sum") (param $x ${type}) (param $n i32) (result ${type}) (local $s ${type})
    (loop $again
      (local.set $s (${type}.add (local.get $s) (call $p (local.get $x))))
      (local.set $x (${type}.add (local.get $x) (${type}.const 3)))
      (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (local.get $s)))`;
/** Do functions 1 and 2 call function 0? */
const calls = (type: string, terms: number): boolean[] => {
  const { code } = compile(wasm(module(type, terms)));
  return [1, 2].map((k) => {
    const text = code.slice(code.indexOf(`function f${k}(`));
    return text.slice(0, text.indexOf('\n')).includes('f0(');
  });
};

describe('calls of functions', () => {
  it.each(['f32', 'f64'])('that are small are inlined, with %s', (type) => expect(calls(type, 4)).toEqual([false, false]));
  it.each(['f32', 'f64'])('that are larger only in loops, with %s', (type) => expect(calls(type, 9)).toEqual([true, false]));
  it.each(['f32', 'f64'])('that are much larger stay, with %s', (type) => expect(calls(type, 40)).toEqual([true, true]));
  it('that are larger stay, with integers', () => expect(calls('i32', 12)).toEqual([true, true]));

  it.each(['f32', 'f64', 'i32', 'i64'])('give the same, with %s', (type) => {
    const pairs = both(module(type, 12)), values = type === 'i64' ? [0n, 1n, -3n, 2n ** 62n] : type === 'i32' ? [0, 1, -3, 2 ** 31 - 1] : [0, -0, 1, 0.1, -3.5, 1e30, Infinity, NaN];
    expectSameCalls(pairs, 'once', combinations([values]));
    expectSameCalls(pairs, 'sum', combinations([values, [1, 2, 7]]));
  });
});
