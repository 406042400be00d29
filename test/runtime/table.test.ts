// Tables, call_indirect's checks, tail calls.
import { expect, test } from 'vitest';
import { callee, canonTypes, func, RuntimeError, table, tableCopy, tableFill, tableGet, tableGrow, tableInit, tableSet, tailLoop, TC } from 'dewasm/runtime';

const types = canonTypes(['-:(i)i', '-<0>:(i)i', '()']);
const entry = (t: number, n = 0) => func((() => n) as never, types[t], n, (() => () => n) as never);

test('entries and sizes', () => {
  const f = entry(0);
  const t = table(2, 4, 0, '?f', types, null);
  const entries = t.a;
  tableSet(t, 1, f);
  expect([tableGet(t, 0), tableGet(t, 1)]).toEqual([null, f]);
  for (const i of [2, -1]) {
    expect(() => tableGet(t, i)).toThrow(new RuntimeError('table index is out of bounds'));
    expect(() => tableSet(t, i, null)).toThrow(RuntimeError);
  }
  expect([tableGrow(t, f, 2), tableGrow(t, f, 1), tableGrow(t, f, -1), tableGrow(t, f, 0)]).toEqual([2, -1, -1, 4]);
  expect(t.a).toBe(entries);
  expect(entries).toEqual([null, f, f, f]);
  tableFill(t, 1, null, 2);
  expect(entries).toEqual([null, null, null, f]);
  tableCopy(t, t, 0, 1, 3);
  expect(entries).toEqual([null, null, f, f]);
  tableCopy(t, t, 2, 1, 2);
  expect(entries).toEqual([null, null, null, f]);
  tableInit(t, [1, 2, 3], 1, 1, 2);
  expect(entries).toEqual([null, 2, 3, f]);
  expect(() => tableInit(t, [1], 0, 1, 1)).toThrow('table access out of bounds');
  expect(() => tableFill(t, 3, null, 2)).toThrow(RuntimeError);
  expect(() => tableCopy(t, t, 4, 4, 1)).toThrow(RuntimeError);
  tableCopy(t, t, 4, 4, 0);
  const from = table(2, undefined, 0, '?x', types, 'x');
  tableCopy(t, from, 1, 0, 2);
  expect(entries).toEqual([null, 'x', 'x', f]);
  expect(() => table(10000001, undefined, 0, '?f', types, null)).toThrow(RangeError);
});

test('call_indirect takes the exact type and subtypes', () => {
  const t = table(4, undefined, 0, '?f', types, null);
  const [base, sub, other] = [entry(0), entry(1), entry(2)];
  tableInit(t, [base, sub, other], 0, 0, 3);
  expect(callee(t, 0, types[0])).toBe(base);
  expect(callee(t, 1, types[0])).toBe(sub);
  expect(callee(t, 1, types[1])).toBe(sub);
  for (const [i, type] of [[0, 1], [2, 0], [3, 0]]) expect(() => callee(t, i, types[type])).toThrow(new RuntimeError('null function or function signature mismatch'));
  for (const i of [4, -1]) expect(() => callee(t, i, types[0])).toThrow(new RuntimeError('table index is out of bounds'));
});

test('a million tail calls take no stack', () => {
  const even = (n: number): unknown => {
    if (n === 0) return 'even';
    TC.f = odd as never;
    TC.a = [n - 1];
    return 0;
  };
  const odd = (n: number): unknown => {
    if (n === 0) return 'odd';
    TC.f = even as never;
    TC.a = [n - 1];
    return 0;
  };
  const { n } = TC;
  expect(tailLoop(even(1000001), n)).toBe('odd');
  expect(TC).toEqual({ f: null, a: null, n });
});
