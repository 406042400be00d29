// What the host sees of GC objects, what it may pass, and objects that go from one module to another (docs/gc.md).
import { expect, test } from 'vitest';
import { load, outcome } from './load.js';

const instance = (see: (x: unknown) => unknown = (x) => x): Record<string, any> => load('host', { host: { see, fail() {} } });
const e = instance();

test('an object shows nothing and refuses every change', () => {
  const o = e.point(5);
  expect([typeof o, Object.getPrototypeOf(o), Reflect.ownKeys(o), o.a, 'a' in o, Object.isExtensible(o), Object.isFrozen(o)]).toEqual(['object', null, [], undefined, false, false, true]);
  for (const change of [() => { o.a = 1; }, () => delete o.a, () => Object.defineProperty(o, 'a', { value: 1 }), () => Object.preventExtensions(o)]) {
    expect(outcome(change)).toBe('TypeError: WebAssembly objects are opaque');
  }
  // [[SetPrototypeOf]] returns false, and who called it decides what that means.
  expect(() => Object.setPrototypeOf(o, {})).toThrow(TypeError);
  expect([Reflect.setPrototypeOf(o, {}), Reflect.setPrototypeOf(o, null)]).toEqual([false, false]);
  expect(new WeakMap([[o, 1]]).get(o)).toBe(1);
});

test('references keep their identity through every door', () => {
  const seen: unknown[] = [];
  const spy = instance((x) => { seen.push(x); return x; });
  const object = { t: 1 };
  const values = [e.point(1), e.list(3), object, 'text', Symbol.iterator, 5, -0, 1.5, 2 ** 30, NaN, 5n, undefined, null, true, () => 1];
  for (const v of values) {
    expect(Object.is(e.any(v), v)).toBe(true);
    expect(Object.is(e.extern(v), v)).toBe(true);
    expect(Object.is(spy.see(v), v)).toBe(true);
    e.g.value = v;
    expect(Object.is(e.g.value, v)).toBe(true);
    e.t.set(1, v);
    expect(Object.is(e.t.get(1), v)).toBe(true);
  }
  expect(seen.every((v, k) => Object.is(v, values[k]))).toBe(true);
});

test('what a host value is inside: 1 i31, 2 eq, 4 struct, 8 array, 16 null', () => {
  const inside = [e.point(1), e.list(1), {}, 5, -0, 1.5, 2 ** 30, 2 ** 30 - 1, -(2 ** 30), -(2 ** 30) - 1, 'a', 5n, undefined, null, true, () => 1, NaN].map((v) => e.intern(v));
  expect(inside).toEqual([6, 10, 0, 3, 0, 0, 0, 3, 3, 0, 0, 0, 0, 16, 0, 0, 0]);
});

test('parameters are checked', () => {
  const refused = (name: string, ...values: unknown[]): void => { for (const v of values) expect(() => e[name](v), name).toThrow(TypeError); };
  refused('x', e.list(1), {}, 5, undefined);
  refused('eq', {}, 'a', 1.5, -0, 2 ** 30, undefined, () => 1);
  refused('i31', e.point(1), 2 ** 30, 'a');
  refused('array', e.point(1), 5, [1, 2]);
  refused('none', e.point(1), 5, {});
  refused('isMaker', () => 1, e.point(1));
  expect([e.eq(3), e.i31(-(2 ** 30)), e.i31u(-1), e.array(e.list(7)), e.none(null)]).toEqual([3, -(2 ** 30), 0x7fffffff, 7, null]);
});

test('modules agree on types of the same structure', () => {
  const other = instance();
  const p = e.point(5);
  expect([other.x(p), other.isBelow(e.below()), other.isBelow(p), other.isMaker(e.point), other.isMaker(e.list)]).toEqual([5, 1, 0, 1, 0]);
  expect([e.same(p, p), e.same(p, e.point(5)), e.same(3, 3), e.same(null, null)]).toEqual([1, 0, 1, 1]);
});

test('js-string builtins on arrays of i16', () => {
  const s = load('strings', {}, { builtins: ['js-string'] });
  const a = s.make(5);
  expect([s.from(a, 0, 5), s.from(a, 2, 3), s.into('xy', a, 1), s.into('', a, 5), s.from(a, 0, 5)]).toEqual(['AAAAA', 'A', 2, 0, 'AxyAA']);
  const BOUNDS = 'RuntimeError: array element access out of bounds', NULL = 'RuntimeError: dereferencing a null pointer';
  const calls = [() => s.from(a, 3, 2), () => s.from(a, 0, 6), () => s.from(a, -1, -1), () => s.into('xy', a, 4), () => s.into('', a, 6), () => s.from(null, 0, 0), () => s.into('a', null, 0), () => s.into(5, a, 0)];
  expect(calls.map(outcome)).toEqual([BOUNDS, BOUNDS, BOUNDS, BOUNDS, BOUNDS, NULL, NULL, 'RuntimeError: illegal cast']);
});
