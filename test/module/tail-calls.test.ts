// Tail calls in constant stack, also between functions, through tables, and of functions that only seem to make them.
import { expect, test } from 'vitest';
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
