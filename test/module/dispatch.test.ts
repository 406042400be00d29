// Calls through tables and references with few targets in the module: those are compared first and called by name; everything
// else, from null to functions of other modules, takes the ordinary way and traps as it did.
import { compile } from 'dewasm';
import { describe, expect, test } from 'vitest';
import { native, run, wasm, type Exports } from './wat.js';

const table = (functions: number): string => `(module (type $t (func (param i32 i64) (result i64))) (type $u (func (param i32) (result i32)))
  (table (export "table") 20 funcref)
  (elem (i32.const 1) ${Array.from({ length: functions }, (_, k) => `$f${k}`).join(' ')} $other)
  ${Array.from({ length: functions }, (_, k) => `(func $f${k} (type $t) (i64.add (i64.mul (local.get 1) (i64.const ${k + 3})) (i64.extend_i32_s (local.get 0))))`).join('\n')}
  (func $other (export "other") (type $u) (local.get 0))
  (global $order (mut i32) (i32.const 0)) (global (export "order") (mut i32) (i32.const 0))
  (func $note (param i32) (result i32) (global.set 1 (i32.add (i32.mul (global.get 1) (i32.const 10)) (local.get 0))) (local.get 0))
  (func (export "call") (param i32 i32 i64) (result i64) (call_indirect (type $t) (local.get 1) (local.get 2) (local.get 0)))
  (func (export "ordered") (param i32) (result i64)
    (call_indirect (type $t) (call $note (i32.const 1)) (i64.extend_i32_s (call $note (i32.const 2))) (i32.add (local.get 0) (i32.mul (call $note (i32.const 3)) (i32.const 0)))))
  (func (export "swap") (param i32 i32) (table.set (local.get 0) (table.get (local.get 1)))))`;

const outcome = (f: () => unknown): unknown => {
  try { return f(); } catch (e) { return (e as Error).message.replace(/^(table index is) .*/, '$1'); }
};

/** Everything somebody could see of the table. */
function story(e: Exports): unknown[] {
  const seen: unknown[] = [];
  for (let i = -1; i < 21; i++) seen.push(outcome(() => e.call(i, -7, 0x123456789n)) === undefined ? 'nothing' : typeof outcome(() => e.call(i, -7, 0x123456789n)));
  for (let i = 1; i < 4; i++) seen.push(outcome(() => e.call(i, i, 1n << 40n)));
  seen.push(outcome(() => e.ordered(2)), e.order.value);
  e.swap(0, 2);
  e.swap(2, 1);
  seen.push(outcome(() => e.call(0, 1, 5n)), outcome(() => e.call(2, 1, 5n)));
  return seen;
}

describe('call_indirect', () => {
  for (const functions of [1, 3, 8, 9]) {
    test(`${functions} functions of the type`, async () => {
      expect(story(await run(table(functions)))).toEqual(story(native(table(functions))));
    });
  }

  test('traps say what they said', async () => {
    const e = await run(table(3));
    expect(() => e.call(0, 1, 1n)).toThrow('null function or function signature mismatch');
    expect(() => e.call(4, 1, 1n)).toThrow('null function or function signature mismatch');
    for (const index of [20, -1]) expect(() => e.call(index, 1, 1n)).toThrow('table index is out of bounds');
  });

  test('a function of another instance in the table is called, and this one in it', async () => {
    const a = await run(table(3)), b = await run(table(3));
    a.table.set(9, b.table.get(2));
    expect(a.call(9, 1, 10n)).toBe(41n);
    b.swap(2, 1);
    expect(a.call(9, 1, 10n)).toBe(41n);
  });

  test('few functions are called by name, many are not, and none at level 1', () => {
    expect(compile(wasm(table(8))).code).toMatch(/case F\d+:return f\d+\(a0,a1,a2\)/);
    for (const code of [compile(wasm(table(9))).code, compile(wasm(table(8)), { optimize: 1 }).code]) expect(code).not.toMatch(/case F\d+:return/);
  });
});
