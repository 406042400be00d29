// Suspend forms of modules compiled before: who gets one, what a built file looks like, and what happens without.
import { compile, type CompileOptions } from 'dewasm';
import { expect, test } from 'vitest';
import { promising, Suspending } from 'dewasm/webassembly/precompiled';
import { load, wasm } from '../module/wat.js';

const TEXT = `(module
  (import "env" "sleep" (func $sleep (param i32) (result i32))) (import "env" "now" (func $now (result i32)))
  (type $i (func (param i32) (result i32))) (type $n (func (result i32)))
  (table 2 2 funcref) (elem (i32.const 0) $naps $clock)
  (func $clock (result i32) (call $now))
  (func $naps (param i32) (result i32) (i32.add (call $sleep (local.get 0)) (i32.const 1)))
  (func (export "direct") (param i32) (result i32) (call $naps (local.get 0)))
  (func (export "indirect") (param i32) (result i32) (call_indirect (type $i) (local.get 0) (i32.const 0)))
  (func (export "other") (result i32) (call_indirect (type $n) (i32.const 1)))
  (func (export "none") (result i32) (i32.const 3)))`;
const generators = (options: CompileOptions): string[] => [...compile(wasm(TEXT), options).code.matchAll(/function ?\* ?(?:\w+\$)?([sy]\d+)\(/g)].map((m) => m[1]);
const sleep = (): object => new Suspending(async (x: number) => x * 10);

test('functions from which a suspending import can be reached, through calls and tables by type', () => {
  expect(generators({ optimize: 0, jspi: 'env.sleep' })).toEqual(['s3', 's4', 's5']);
  expect(generators({ optimize: 0, jspi: 'env.*' })).toEqual(['s2', 's3', 's4', 's5', 's6']);
  expect(generators({ optimize: 0, jspi: ['env.now', 'no.such'] })).toEqual(['s2', 's6']);
  for (const jspi of ['', 'env', 'env.slee', 'references']) expect(generators({ optimize: 0, jspi })).toEqual([]);
});

test.each<CompileOptions>([{}, { minify: true }, { readable: true }, { optimize: 0 }, { nan: 'exact' }])('a built file: %o', async (options) => {
  const { instantiate } = await load(compile(wasm(TEXT), { ...options, jspi: 'all' }));
  const e = instantiate({ env: { sleep: sleep(), now: () => 5 } });
  expect(await Promise.all(['direct', 'indirect', 'other', 'none'].map((name) => promising(e[name])(4)))).toEqual([41, 41, 5, 3]);
  expect(e.other()).toBe(5);
  expect(() => e.direct(1)).toThrow('trying to suspend without WebAssembly.promising');
});

test('without suspend forms', async () => {
  const { instantiate } = await load(compile(wasm(TEXT)));
  expect(() => instantiate({ env: { sleep: sleep(), now: () => 5 } })).toThrow('import env.sleep: a WebAssembly.Suspending needs a module that was built for it (option jspi)');
  expect(await promising(instantiate({ env: { sleep: () => 1, now: () => 5 } }).direct)(2)).toBe(2);
  const partly = await load(compile(wasm(TEXT), { jspi: 'env.now' }));
  expect(() => partly.instantiate({ env: { sleep: sleep(), now: () => 5 } })).toThrow('option jspi');
});

test('functions that come in through a table', async () => {
  const text = `(module (import "m" "t" (table 1 funcref)) (type $i (func (param i32) (result i32)))
    (func (export "call") (param i32) (result i32) (i32.add (call_indirect (type $i) (local.get 0) (i32.const 0)) (i32.const 100))))`;
  const { instantiate } = await load(compile(wasm(TEXT.replace('(table 2 2', '(table (export "t") 2 2')), { jspi: 'env.sleep' }));
  const { t } = instantiate({ env: { sleep: sleep(), now: () => 5 } });
  const user = await load(compile(wasm(text), { jspi: 'references' }));
  expect(await promising(user.instantiate({ m: { t } }).call)(2)).toBe(121);
  const plain = await load(compile(wasm(text)));
  await expect(promising(plain.instantiate({ m: { t } }).call)(2)).rejects.toThrow('trying to suspend JS frames');
});

test('names with special characters', async () => {
  const text = '(module (import "a,b*" "\\\\c d" (func $f (result i32))) (func (export "f") (result i32) (call $f)))';
  for (const jspi of ['a\\,b\\*.\\\\c d', '*d', 'x, a\\,b*']) {
    const { instantiate } = await load(compile(wasm(text), { jspi }));
    expect(await promising(instantiate({ 'a,b*': { '\\c d': new Suspending(async () => 8) } }).f)()).toBe(8);
  }
});

test('a shared memory that grows while a function is suspended', async () => {
  const text = `(module (import "m" "s" (func $s (result i32))) (memory (export "memory") 1 3 shared)
    (func (export "f") (result i32) (i32.store (call $s) (i32.const 6)) (i32.load (i32.const 65536))))`;
  const { instantiate } = await load(compile(wasm(text), { jspi: 'all' }));
  const e = instantiate({ m: { s: new Suspending(async () => { e.memory.grow(1); return 65536; }) } });
  expect(await promising(e.f)()).toBe(6);
});
