// Small functions that call themselves, put into themselves (optimize/inline.ts): results as natively, and no more code than is good.
import { compile } from 'dewasm';
import { expect, test } from 'vitest';
import { native, run, wasm } from '../module/wat.js';

const CASES: Record<string, [text: string, ...args: unknown[]]> = {
  'two calls, both in operands': [`(func $f (export "f") (param i32) (result i32)
    (if (i32.lt_s (local.get 0) (i32.const 2)) (then (return (local.get 0))))
    (i32.add (call $f (i32.sub (local.get 0) (i32.const 1))) (i32.mul (i32.const 3) (call $f (i32.sub (local.get 0) (i32.const 2))))))`, 17],
  'a call as argument of another': [`(func $f (export "f") (param i32 i32) (result i32)
    (if (i32.eqz (local.get 0)) (then (return (i32.add (local.get 1) (i32.const 1)))))
    (if (i32.eqz (local.get 1)) (then (return (call $f (i32.sub (local.get 0) (i32.const 1)) (i32.const 1)))))
    (call $f (i32.sub (local.get 0) (i32.const 1)) (call $f (local.get 0) (i32.sub (local.get 1) (i32.const 1)))))`, 2, 9],
  'in a loop, with returns out of it': [`(func $f (export "f") (param i32 i32) (result i32) (local i32)
    (loop $more
      (if (i32.gt_u (local.get 1) (i32.const 40)) (then (return (local.get 2))))
      (local.set 2 (i32.add (local.get 2) (i32.const 1)))
      (if (local.get 0) (then (local.set 2 (i32.add (local.get 2) (call $f (i32.sub (local.get 0) (i32.const 1)) (i32.add (local.get 1) (i32.const 9)))))))
      (local.set 1 (i32.add (local.get 1) (i32.const 11)))
      (br $more))
    (unreachable))`, 5, 1],
  'i64, several results': [`(func $f (export "f") (param i64 i32) (result i64 f64)
    (if (i32.eqz (local.get 1)) (then (return (local.get 0) (f64.const 0.5))))
    (call $f (i64.add (local.get 0) (i64.shl (local.get 0) (i64.const 1))) (i32.sub (local.get 1) (i32.const 1)))
    (f64.const 2) (f64.mul))`, 0x123456789n, 23],
  'writes memory in order': [`(memory 1) (func $g (param i32 i32) (result i32)
    (i32.store8 (i32.load (i32.const 0)) (local.get 1))
    (i32.store (i32.const 0) (i32.add (i32.load (i32.const 0)) (i32.const 1)))
    (if (i32.eqz (local.get 0)) (then (return (local.get 1))))
    (i32.sub (call $g (i32.sub (local.get 0) (i32.const 1)) (i32.add (local.get 1) (i32.const 3))) (call $g (i32.sub (local.get 0) (i32.const 1)) (local.get 1))))
    (func (export "f") (param i32) (result i32) (local i32 i32)
      (i32.store (i32.const 0) (i32.const 8)) (drop (call $g (local.get 0) (i32.const 1)))
      (loop $sum (local.set 1 (i32.add (i32.mul (local.get 1) (i32.const 31)) (i32.load8_u (local.get 2))))
        (br_if $sum (i32.lt_u (local.tee 2 (i32.add (local.get 2) (i32.const 1))) (i32.const 2000)))) (local.get 1))`, 7],
};

for (const [name, [text, ...args]] of Object.entries(CASES)) {
  test(name, async () => {
    const expected = native(`(module ${text})`).f(...args);
    for (const optimize of [1, 2, 3] as const) expect((await run(`(module ${text})`, {}, { optimize })).f(...args)).toEqual(expected);
  });
}

test('traps and runaway recursion stay what they were', async () => {
  const e = await run(`(module (func $f (export "f") (param i32) (result i32)
      (if (i32.eqz (local.get 0)) (then (unreachable))) (i32.add (i32.const 1) (call $f (i32.sub (local.get 0) (i32.const 1)))))
    (func $g (export "g") (param i32) (result i32) (i32.add (local.get 0) (call $g (local.get 0)))))`);
  for (const n of [0, 1, 4, 7]) expect(() => e.f(n)).toThrow('unreachable');
  expect(() => e.g(1)).toThrow(RangeError);
});

const linear = (work: number): string => `(module (func $f (export "f") (param i32) (result i32)
  (if (i32.eqz (local.get 0)) (then (return (i32.const 0))))
  ${'(local.set 0 (i32.xor (local.get 0) (i32.shl (local.get 0) (i32.const 3))))'.repeat(work)}
  (i32.add (i32.const 1) (call $f (i32.shr_u (local.get 0) (i32.const 1))))))`;

test('small functions are unrolled, large ones and level 1 are not', () => {
  const depth = (text: string, optimize: 1 | 2): number => (compile(wasm(text), { optimize }).code.match(/^function f0\(.*$/m)![0].match(/if\(/g) ?? []).length;
  expect([depth(linear(1), 2), depth(linear(1), 1), depth(linear(30), 2)]).toEqual([4, 1, 1]);
});
