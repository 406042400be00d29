// Copies of functions for the constants that most calls pass as 64-bit arguments, and which calls lead there.
import { compile, validate } from 'dewasm';
import { describe, expect, it } from 'vitest';
import { both, combinations, expectSameCalls, expectSameMemory } from '../differential/both.js';
import { wasm } from '../module/wat.js';

/** A product of 128-bit numbers, stored at $to, as compilers link it. */
const product = `(func $product (param $to i32) (param $a i64) (param $b i64) (param $c i64) (param $d i64) (local $x i64) (local $y i64) (local $z i64)
  (i64.store (local.get $to) (i64.mul (local.get $a) (local.get $c)))
  (local.set $x (i64.mul (i64.and (local.get $a) (i64.const 0xffffffff)) (i64.and (local.get $c) (i64.const 0xffffffff))))
  (local.set $y (i64.add (i64.mul (i64.shr_u (local.get $a) (i64.const 32)) (i64.and (local.get $c) (i64.const 0xffffffff))) (i64.shr_u (local.get $x) (i64.const 32))))
  (local.set $z (i64.add (i64.mul (i64.and (local.get $a) (i64.const 0xffffffff)) (i64.shr_u (local.get $c) (i64.const 32))) (i64.and (local.get $y) (i64.const 0xffffffff))))
  (i64.store offset=8 (local.get $to) (i64.add (i64.add (i64.add (i64.mul (i64.shr_u (local.get $a) (i64.const 32)) (i64.shr_u (local.get $c) (i64.const 32))) (i64.shr_u (local.get $y) (i64.const 32)))
    (i64.shr_u (local.get $z) (i64.const 32))) (i64.add (i64.mul (local.get $b) (local.get $c)) (i64.mul (local.get $a) (local.get $d))))))`;
const one = (k: number, high: string): string => `(func (export "f${k}") (param $a i64) (param $c i64) (call $product (i32.const ${16 * k}) (local.get $a) ${high} (local.get $c) (i64.const 0)))`;
const module = (plain: number, others = ''): string => `(module (memory (export "memory") 1) ${product} (export "product" (func $product))
  ${Array.from({ length: plain }, (_, k) => one(k + 1, '(i64.const 0)')).join(' ')} ${others})`;
const other = one(8, '(i64.const 3)') + one(9, '(local.get $c)');
const callsOf = (text: string, optimize: 0 | 1 | 2 | 3 = 2): string[] => {
  const { code } = compile(wasm(text), { optimize });
  return [...code.matchAll(/^function f(\d+)\(.*?\bf(\d+)\(/gm)].map(([, from, to]) => `${from}:${to}`);
};

describe('functions that most calls pass the same 64-bit constants', () => {
  it('have a copy for these', () => expect(callsOf(module(4, other))).toEqual(['1:7', '2:7', '3:7', '4:7', '5:0', '6:0']));
  it('have none with few such calls', () => expect(callsOf(module(3, other)).every((call) => call.endsWith(':0'))).toBe(true));
  it('have none without optimisation', () => expect(callsOf(module(4, other), 1).every((call) => call.endsWith(':0'))).toBe(true));
  it('are counted once', () => expect(compile(wasm(module(4, other))).stats.counts.functions).toBe(7));

  it('give the same', () => {
    const pairs = both(module(4, other)), values = [0n, 1n, -1n, 2n ** 63n, 0xffffffffn, 0x123456789abcdefn, -987654321987654321n];
    for (const name of ['f1', 'f4', 'f8', 'f9']) expectSameMemory(pairs, name, combinations([values, values]));
    expectSameMemory(pairs, 'product', combinations([[0, 65520], values.slice(0, 4), [0n, 5n], values, [0n, 7n]]));
    expectSameCalls(pairs, 'product', [[65528, 1n, 0n, 1n, 0n]]);
  });

  it('that assign to such parameters give the same', () => {
    const count = `(func $count (param $n i64) (param $s i64) (result i64)
      (loop $again (local.set $s (i64.add (i64.mul (local.get $s) (i64.const 0x100000001b3)) (i64.xor (local.get $n) (i64.const 0x123456789)))) (local.set $n (i64.sub (local.get $n) (i64.const 1))) (br_if $again (i64.gt_s (local.get $n) (i64.const 0))))
      (if (i64.lt_s (local.get $s) (i64.const 0)) (then (local.set $s (i64.sub (i64.const 0) (local.get $s)))) (else (local.set $n (local.get $s)))) (i64.add (local.get $s) (local.get $n)))`;
    const pairs = both(`(module ${count} ${[1, 2, 3, 4, 5].map((k) => `(func (export "f${k}") (param i64) (result i64) (call $count (local.get 0) (i64.const ${k === 5 ? 9 : -7})))`).join(' ')})`);
    for (const name of ['f1', 'f5']) expectSameCalls(pairs, name, combinations([[0n, 1n, 2n, 50n]]));
  });

  // The copy's index is no function of the module.
  it('do not make calls behind the last function valid', () => {
    const bytes = wasm(module(4, other));
    expect(validate(bytes)).toBe(true);
    // `call 0`, `end` of the last function.
    const broken = bytes.slice(), at = broken.findLastIndex((byte, k) => byte === 0x10 && broken[k + 1] === 0 && broken[k + 2] === 0x0b);
    broken[at + 1] = 7;
    expect(() => compile(broken)).toThrow(/unknown function 7/);
  });
});
