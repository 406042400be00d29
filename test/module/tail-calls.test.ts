// Tail calls in constant stack, also between functions, through tables, and of functions that only seem to make them.
import { expect, test } from 'vitest';
import { TC } from 'dewasm/runtime';
import { run } from './wat.js';

const DEEP = 1_000_000;

test('mutual tail calls', async () => {
  const e = await run(`(module (type $t (func (param i32 i64) (result i64)))
    (table funcref (elem $even $odd $plain))
    (func $even (export "even") (type $t) (if (result i64) (i32.eqz (local.get 0)) (then (local.get 1))
      (else (return_call $odd (i32.sub (local.get 0) (i32.const 1)) (i64.add (local.get 1) (i64.const 0x100000001))))))
    (func $odd (export "odd") (type $t) (if (result i64) (i32.eqz (local.get 0)) (then (i64.const -1))
      (else (return_call_indirect (type $t) (i32.sub (local.get 0) (i32.const 1)) (local.get 1) (i32.const 0)))))
    (func $plain (type $t) (i64.add (local.get 1) (i64.const 5)))
    (func (export "toPlain") (param i32 i64) (result i64) (return_call_indirect (type $t) (local.get 0) (local.get 1) (i32.const 2)))
    (func $dead (type $t) (return (local.get 1)) (return_call $even (i32.const 1) (i64.const 1)))
    (func (export "toDead") (param i64) (result i64) (return_call $dead (i32.const 0) (local.get 0)))
    (func $self (export "self") (param i32 i32) (result i32) (if (result i32) (local.get 0)
      (then (return_call $self (i32.sub (local.get 0) (i32.const 1)) (i32.add (local.get 1) (local.get 0)))) (else (local.get 1)))))`);
  expect(e.even(DEEP, 0n)).toBe(0x100000001n * BigInt(DEEP / 2));
  expect(e.odd(DEEP, 0n)).toBe(-1n);
  expect(e.toPlain(0, 37n)).toBe(42n);
  expect(e.toDead(7n)).toBe(7n);
  expect(e.self(DEEP, 0)).toBe((DEEP / 2 * (DEEP + 1)) | 0);
});

test('tail calls made as calls take a bounded part of the stack, and give it back', async () => {
  const before = TC.n;
  const e = await run(`(module (type $t (func (param i32 i32) (result i32))) (tag $tag)
    (table funcref (elem $a $b $trap $throw))
    ;; At every level of a recursion a chain of 1000, and then the next level, not as a tail call.
    (func $down (export "down") (param $depth i32) (result i32) (return_call $chain (local.get $depth) (i32.const 1000)))
    (func $chain (type $t) (if (result i32) (local.get 1)
      (then (return_call_indirect (type $t) (local.get 0) (i32.sub (local.get 1) (i32.const 1)) (i32.and (local.get 1) (i32.const 1))))
      (else (if (result i32) (local.get 0)
        (then (i32.add (i32.const 1) (call $down (i32.sub (local.get 0) (i32.const 1))))) (else (i32.const 0))))))
    (func $a (type $t) (return_call $chain (local.get 0) (local.get 1)))
    (func $b (type $t) (return_call $chain (local.get 0) (local.get 1)))
    (func $trap (type $t) (unreachable))
    (func $throw (type $t) (throw $tag))
    ;; Ends a chain of so many calls with the function of that number.
    (func $end (export "end") (type $t) (if (result i32) (local.get 0)
      (then (return_call $end2 (i32.sub (local.get 0) (i32.const 1)) (local.get 1)))
      (else (return_call_indirect (type $t) (i32.const 0) (i32.const 0) (local.get 1)))))
    (func $end2 (type $t) (return_call $end (local.get 0) (local.get 1)))
    (func (export "caught") (result i32) try (result i32) (call $end (i32.const 50) (i32.const 3)) catch_all (i32.const 7) end))`);
  expect(e.down(500)).toBe(500);
  for (let k = 0; k < 100; k++) {
    expect(() => e.end(30, 2)).toThrow('unreachable');
    expect(() => e.end(k, 3)).toThrow();
    expect(e.caught()).toBe(7);
  }
  expect(TC.n).toBe(before);
  expect(before).toBeGreaterThan(0);
});

test('operands of a tail call are evaluated once, whether it is a call or left', async () => {
  const seen: number[] = [];
  const e = await run(`(module (import "m" "f" (func $f (param i32) (result i32)))
    (func $up (export "up") (param i32) (result i32) (if (result i32) (i32.ge_s (local.get 0) (i32.const 300)) (then (local.get 0))
      (else (return_call $up2 (call $f (local.get 0))))))
    (func $up2 (param i32) (result i32) (return_call $up (call $f (local.get 0)))))`, { m: { f: (x: number) => { seen.push(x); return x + 1; } } });
  expect(e.up(0)).toBe(300);
  expect(seen).toEqual(Array.from({ length: 300 }, (_, k) => k));
});
