// Calls across the border: conversions both ways, once each and in order; what is thrown; how functions look.
import { expect, test } from 'vitest';
import { native, run } from './wat.js';

test('arguments and results of exported functions', async () => {
  const text = `(module
    (func (export "all") (param i32 i64 f32 f64 externref) (result f64 i64 i32 f32 externref)
      (local.get 3) (local.get 1) (local.get 0) (local.get 2) (local.get 4))
    (func (export "none")) (func (export "i64") (param i64) (result i64) (local.get 0)))`;
  const ours = await run(text);
  const theirs = native(text);
  const key = {};
  for (const args of [[1, 2n, 3.3, 4.4, key], ['5', '-6', '7.7', true, undefined], [2 ** 32 + 5, 2n ** 64n - 1n, 1e300, NaN, null], [undefined, 0n], [-0, -1n, -0, -0, '']]) {
    let expected;
    try { expected = theirs.all(...args); } catch (e) { expect(() => ours.all(...args)).toThrow((e as Error).constructor as ErrorConstructor); continue; }
    expect(ours.all(...args)).toEqual(expected);
  }
  expect(ours.none()).toBe(undefined);
  for (const bad of [1, undefined, null, {}, Symbol('x'), '1.5']) {
    let error: unknown;
    try { theirs.i64(bad); } catch (e) { error = e; }
    expect(() => ours.i64(bad)).toThrow((error as Error).constructor as ErrorConstructor);
  }
  expect(() => ours.all(1n, 2n, 3, 4, 5)).toThrow(TypeError);
});

test('conversions happen once, from left to right', async () => {
  const e = await run('(module (func (export "f") (param i32 i64 f64)))');
  const seen: string[] = [];
  const value = (name: string, v: unknown): object => ({ valueOf: () => { seen.push(name); return v; } });
  e.f(value('a', 1), value('b', 2n), value('c', 3));
  expect(seen).toEqual(['a', 'b', 'c']);
});

test('exported functions look as the API has them', async () => {
  const e = await run('(module (func) (func (export "f") (param i32 i64) (result i32) (local.get 0)) (export "g" (func 1)))');
  expect([e.f.name, e.f.length, e.f === e.g]).toEqual(['1', 2, true]);
  expect(() => new e.f(1, 2n)).toThrow(TypeError);
  expect('prototype' in e.f).toBe(false);
});

test('host functions', async () => {
  const text = `(module
    (import "e" "f" (func $f (param i32 i64 f32 f64 externref funcref) (result i64)))
    (import "e" "many" (func $many (result i32 i64 f32 externref funcref f64)))
    (import "e" "nothing" (func $nothing))
    (func (export "f") (param i32 i64 f32 f64 externref funcref) (result i64)
      (call $f (local.get 0) (local.get 1) (local.get 2) (local.get 3) (local.get 4) (local.get 5)))
    (func (export "many") (result i32 i64 f32 externref funcref f64) (call $many))
    (func (export "nothing") (call $nothing)))`;
  for (const start of [native, run]) {
    const seen: unknown[][] = [];
    let many: () => unknown = () => [];
    const e = await start(text, { e: {
      f(this: unknown, ...args: unknown[]) { seen.push([this, ...args]); return '-8'; },
      many: () => many(),
      nothing: () => 42,
    } });
    expect(e.f(-1, -2n, 0.1, 0.2, undefined, e.many)).toBe(-8n);
    expect(seen).toEqual([[undefined, -1, -2n, Math.fround(0.1), 0.2, undefined, e.many]]);
    expect(e.nothing()).toBe(undefined);
    many = () => new Set([1.9, '3', 0.1, null, e.f, 'x']);
    expect(e.many()).toEqual([1, 3n, Math.fround(0.1), null, e.f, NaN]);
    const order: number[] = [];
    const later = (i: number, v: unknown): object => ({ valueOf: () => { order.push(i); e.nothing(); return v; } });
    many = () => [later(0, 5), later(1, 6n), later(2, 7), later, null, later(5, 8)];
    expect(e.many()).toEqual([5, 6n, 7, later, null, 8]);
    expect(order).toEqual([0, 1, 2, 5]);
    for (const bad of [undefined, 1, [1, 2n], [1, 2n, 3, 4, 5, 6], [1, 2, 3, 4, null, 6], [1, 2n, 3, 4, null, 6, 7]]) {
      many = () => bad;
      expect(() => e.many()).toThrow(TypeError);
    }
  }
});

test('what host functions throw arrives unchanged', async () => {
  const e = await run('(module (import "e" "f" (func $f (result i32))) (func (export "f") (result i32) (call $f)))', { e: { f: () => host() } });
  let host: () => unknown = () => 1;
  for (const thrown of [new RangeError('Offset is outside the bounds of the DataView'), 'text', undefined, null, new Error('x')]) {
    for (const how of [() => { throw thrown; }, () => ({ valueOf() { throw thrown; } })]) {
      host = how;
      let caught: unknown = 'nothing';
      try { e.f(); } catch (error) { caught = error; }
      expect(caught).toBe(thrown);
    }
  }
});

test('functions with v128 in their type throw when called', async () => {
  const text = `(module (import "e" "f" (func $f (param v128))) (export "f" (func $f))
    (func (export "g") (param v128)) (func (export "h") (result i32) (call $f (v128.const i32x4 0 0 0 0)) (i32.const 1)))`;
  for (const start of [native, run]) {
    let called = false;
    const e = await start(text, { e: { f: () => { called = true; } } });
    for (const name of ['f', 'g', 'h']) expect(() => e[name](1)).toThrow(TypeError);
    expect(called).toBe(false);
  }
});

test('references are checked', async () => {
  const text = '(module (import "e" "f" (func $f (param funcref) (result funcref))) (func (export "g") (param funcref) (result funcref) (call $f (local.get 0))))';
  let answer: unknown = null;
  const e = await run(text, { e: { f: (x: unknown) => answer ?? x } });
  expect([e.g(null), e.g(e.g)]).toEqual([null, e.g]);
  for (const bad of [undefined, () => 1, {}, 0]) expect(() => e.g(bad)).toThrow(TypeError);
  answer = () => 1;
  expect(() => e.g(null)).toThrow(TypeError);
});
