// What instantiation does: globals, tables, segments, the start function, in the spec's order.
import { RuntimeError } from 'dewasm/runtime';
import { compile } from 'dewasm';
import { expect, test } from 'vitest';
import { load, native, run, wasm } from './wat.js';

const zeros = (n: number): string => '\\00'.repeat(n);

test('globals', async () => {
  const text = `(module
    (import "e" "k" (global $k i64)) (import "e" "m" (global $m (mut i32)))
    (global $copy i64 (global.get $k))
    (global (export "zero") f32 (f32.const -0)) (global (export "tenth") f32 (f32.const 0.1)) (global (export "inf") f64 (f64.const -inf))
    (global (export "nan") f64 (f64.const nan))
    (global $private (mut i64) (i64.const -2))
    (global $public (export "public") (mut i64) (i64.const 0x100000002))
    (export "k" (global $k)) (export "m" (global $m)) (export "copy" (global $copy)) (export "k2" (global $k))
    (func (export "bump") (result i64)
      (global.set $private (i64.add (global.get $private) (i64.const 1)))
      (global.set $public (i64.add (global.get $public) (i64.const 0xffffffff)))
      (global.set $m (i32.add (global.get $m) (i32.const 1)))
      (i64.add (global.get $private) (global.get $copy))))`;
  const m = (await run('(module (global (export "m") (mut i32) (i32.const 5)))')).m;
  const ours = await run(text, { e: { k: 7n, m } });
  const theirs = native(text, { e: { k: 7n, m: new WebAssembly.Global({ value: 'i32', mutable: true }, 5) } });
  const snapshot = (e: typeof ours): unknown[] => Object.keys(theirs).filter((n) => n !== 'bump').map((n) => [n, e[n].value]);
  expect(snapshot(ours)).toEqual(snapshot(theirs));
  for (let i = 0; i < 3; i++) expect(ours.bump()).toBe(theirs.bump());
  expect(snapshot(ours)).toEqual(snapshot(theirs));
  expect(ours.m).toBe(m);
  expect(ours.k).toBe(ours.k2);
  ours.public.value = -1n;
  expect(ours.bump()).toBe(9n);
  expect(ours.public.value).toBe(0xfffffffen);
});

test('arithmetic in constant expressions', async () => {
  const e = await run(`(module (import "e" "k" (global $k i64)) (import "e" "b" (global $b i32)) (memory (export "m") 1)
    (global (export "sum") i32 (i32.sub (i32.mul (i32.const 100000) (i32.const 100000)) (i32.const 3)))
    (global (export "wide") i64 (i64.add (i64.const 0x7fffffffffffffff) (i64.const 2)))
    (global $later (export "later") i64 (i64.mul (i64.sub (global.get $k) (i64.const 1)) (i64.const -0x100000001)))
    (global (export "again") i64 (i64.add (global.get $later) (i64.const 1)))
    (data (i32.add (global.get $b) (i32.const 4)) "x"))`, { e: { k: 8n, b: 96 } });
  expect([e.sum.value, e.wide.value, e.later.value, e.again.value]).toEqual([1410065405, -0x7fffffffffffffffn, -0x700000007n, -0x700000006n]);
  expect(Buffer.from(e.m.buffer, 100, 1).toString()).toBe('x');
});

test('long runs of zeros are left out of data and nothing else changes', async () => {
  const body = `(data (i32.const 8) "abc${zeros(300)}def${zeros(300)}") (data (i32.const 700) "tail") (data (i32.const 10) "${zeros(20)}z${zeros(200)}")
    (data (i32.const 65436) "${zeros(100)}") (data (i32.const 65536) "")`;
  const text = `(module (memory (export "m") 1) ${body})`;
  const { code } = compile(wasm(text));
  const ours = (await load(compile(wasm(text)))).instantiate();
  expect(Buffer.from(ours.m.buffer).equals(Buffer.from(native(text).m.buffer))).toBe(true);
  expect(code.length).toBeLessThan(compile(wasm(text.replace('z', 'y'))).code.length + 1);
  // Into imported memory they are written.
  const m = (await run(`(module (memory (export "m") 1) (data (i32.const 0) "${'x'.repeat(1000)}"))`)).m;
  await run(`(module (import "e" "m" (memory 1)) (data (i32.const 8) "abc${zeros(300)}def"))`, { e: { m } });
  expect(Buffer.from(m.buffer, 0, 400).toString('latin1')).toBe(`xxxxxxxxabc${'\0'.repeat(300)}def${'x'.repeat(86)}`);
});

test('many small segments become few, in any order', async () => {
  let data = '';
  for (let i = 0; i < 500; i++) data += `(data (i32.const ${(i * 7919) % 500 * 20 + 100}) "seg${i}")`;
  const text = `(module (memory (export "m") 1) ${data} (data (i32.const 5000) "over"))`;
  expect(Buffer.from((await run(text)).m.buffer).equals(Buffer.from(native(text).m.buffer))).toBe(true);
});

test.each([
  `(memory 1) (data (i32.const 65437) "${zeros(100)}")`,
  '(memory 1) (data (i32.const 65537) "")',
  '(memory 1) (data (i32.const -1) "a")',
  '(memory 0) (data (i32.const 0) "a")',
  '(table 1 funcref) (func) (elem (i32.const 1) func 0)',
  '(table 1 funcref) (elem (i32.const 2) func)',
])('a segment out of bounds traps: %s', async (body) => {
  expect(() => native(`(module ${body})`)).toThrow(WebAssembly.RuntimeError);
  await expect(run(`(module ${body})`)).rejects.toBeInstanceOf(RuntimeError);
});

test('what was written before a trap stays, and the start function does not run', async () => {
  const host = await run('(module (memory (export "m") 1) (table (export "t") 2 funcref))');
  let started = false;
  await expect(run(`(module (import "e" "m" (memory 1)) (import "e" "t" (table 2 funcref)) (import "e" "s" (func))
    (func $f) (elem (i32.const 1) func $f) (data (i32.const 0) "hi") (data (i32.const 65536) "x") (start 0))`, { e: { ...host, s: () => { started = true; } } })).rejects.toThrow('out of bounds');
  expect(Buffer.from(host.m.buffer, 0, 2).toString()).toBe('hi');
  expect(typeof host.t.get(1)).toBe('function');
  expect(started).toBe(false);
});

test('segments are used and dropped', async () => {
  const text = `(module (memory (export "m") 1) (table (export "t") 4 funcref)
    (data $p "passive") (data $a (i32.const 0) "act") (func $f) (elem $e func $f $f) (elem $x (i32.const 0) func $f) (elem $d declare func $f)
    (func (export "mem") (param i32 i32) (memory.init $p (i32.const 100) (local.get 0) (local.get 1)))
    (func (export "memActive") (param i32) (memory.init $a (i32.const 0) (i32.const 0) (local.get 0)))
    (func (export "drop") (data.drop $p) (elem.drop $e))
    (func (export "tab") (param i32) (table.init $e (i32.const 2) (i32.const 0) (local.get 0)))
    (func (export "tabDeclared") (param i32) (table.init $d (i32.const 2) (i32.const 0) (local.get 0)))
    (func (export "tabActive") (param i32) (table.init $x (i32.const 2) (i32.const 0) (local.get 0))))`;
  for (const e of [native(text), await run(text)]) {
    e.mem(0, 7);
    expect(Buffer.from(e.m.buffer, 100, 7).toString()).toBe('passive');
    e.tab(2);
    expect(e.t.get(3)).toBe(e.t.get(0));
    e.memActive(0);
    e.tabActive(0);
    e.tabDeclared(0);
    for (const f of [() => e.memActive(1), () => e.tabActive(1), () => e.tabDeclared(1), () => e.mem(0, 8)]) expect(f).toThrow('out of bounds');
    e.drop();
    e.mem(0, 0);
    e.tab(0);
    expect(() => e.mem(0, 1)).toThrow('out of bounds');
    expect(() => e.tab(1)).toThrow('out of bounds');
  }
});

test('a memory that grows keeps its view', async () => {
  const text = `(module (memory (export "m") 1) (memory $n 1)
    (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
    (func (export "load") (param i32) (result i32) (i32.load (local.get 0)))
    (func (export "store") (param i32 i32) (i32.store (local.get 0) (local.get 1)))
    (func (export "load2") (param i32) (result i32) (i32.load $n (local.get 0))))`;
  const e = await run(text);
  e.store(4, 77);
  const before = e.m.buffer;
  expect(() => e.load(65536)).toThrow(RuntimeError);
  expect(e.grow(1)).toBe(1);
  expect(before.byteLength).toBe(0);
  expect([e.load(4), e.load(65536)]).toEqual([77, 0]);
  expect(e.m.grow(1)).toBe(2);
  expect(e.load(131072 + 65532)).toBe(0);
  expect(e.load2(65532)).toBe(0);
  expect(() => e.load2(65533)).toThrow('memory access out of bounds');
});

test('tables start with their initial value', async () => {
  const text = `(module (func $f (export "f")) (table (export "t") 3 funcref) (elem (table 0) (i32.const 1) funcref (ref.func $f) (ref.null func)))`;
  const e = await run(text);
  expect([e.t.get(0), e.t.get(1), e.t.get(2)]).toEqual([null, e.f, null]);
});
