// Functions compiled by several threads: the same text, and the same error, as in one.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { compile, compileAsync, CompileError, type CompileOptions } from '../../dist/compiler/index.js';
import { Dealer } from '../../dist/compiler/parallel/chunks.js';
import { wasm } from '../cli/cli.js';

const file = (path: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../node_modules/${path}`, import.meta.url)));

/** Everything that functions ask of the module around them, spread over functions so that threads see different parts of it. */
const MIXED = wasm(`(module
  (type $f (func (param i32) (result i32)))
  (import "env" "log" (func $log (param f64)))
  (memory 1 4) (table $t 4 funcref) (elem declare func $even)
  (global $five i32 (i32.const 5)) (global $count (mut i64) (i64.const 0))
  (data $late "hello")
  (tag $tag (param i32))
  (func $even (export "even") (param i32) (result i32)
    (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 1)) (else (return_call $odd (i32.sub (local.get 0) (i32.const 1))))))
  (func $odd (param i32) (result i32)
    (if (result i32) (i32.eqz (local.get 0)) (then (i32.const 0)) (else (return_call $even (i32.sub (local.get 0) (i32.const 1))))))
  (func $seeming (param i32) (result i32) (return (local.get 0)) (return_call $even (local.get 0)))
  (func (export "viaSeeming") (param i32) (result i32) (return_call $seeming (local.get 0)))
  (func (export "grow") (result i32) (memory.grow (i32.const 1)))
  (func (export "load") (param i32) (result i64) (i64.mul (i64.load (local.get 0)) (global.get $count)))
  (func (export "count") (global.set $count (i64.add (global.get $count) (i64.extend_i32_u (global.get $five)))))
  (func (export "init") (memory.init $late (i32.const 0) (i32.const 0) (i32.const 5)))
  (func (export "late") (param i32) (result i32) (call_indirect $t (type $f) (local.get 0) (i32.const 0)))
  (func (export "set") (table.set $t (i32.const 0) (ref.func $even)))
  (func (export "throw") (throw $tag (i32.const 1)))
  (func (export "divide") (param i32 i32) (result i32) (call $log (f64.nearest (f64.const 2.5))) (i32.div_s (local.get 0) (local.get 1))))`);

const cases: [name: string, bytes: Uint8Array, options: CompileOptions][] = [
  ['everything a function can ask for', MIXED, {}],
  ['the same, minified', MIXED, { minify: true, format: 'cjs' }],
  ['the same, readable and exact', MIXED, { readable: true, nan: 'exact' }],
  ['structs', new Uint8Array(readFileSync(new URL('../gc/modules/moonbit.wasm', import.meta.url))), {}],
  ['a Rust library', file('source-map/lib/mappings.wasm'), { types: true, data: 'file' }],
];

describe('compileAsync', () => {
  it.each(cases)('gives the bytes that compile gives: %s', async (_, bytes, options) => {
    const expected = compile(bytes, options);
    for (const jobs of [1, 2, 3]) {
      const { code, types, data, warnings, stats } = await compileAsync(bytes, options, { jobs });
      expect(code).toBe(expected.code);
      expect({ types, data, warnings, counts: stats.counts, code: stats.code }).toEqual({
        types: expected.types, data: expected.data, warnings: expected.warnings, counts: expected.stats.counts, code: expected.stats.code });
    }
  });

  it('fails at the first function that is wrong', async () => {
    const good = '(func (result i32) (i32.add (i32.const 1) (i32.const 2)))', bad = (bits: number, i: number): string => `(func $bad${i} (result i32) (f${bits}.const 0))`;
    for (const places of [[3, 60], [60, 3], [63], [0, 1, 2]]) {
      const bytes = wasm(`(module ${Array.from({ length: 64 }, (_, i) => (places.includes(i) ? bad(places.indexOf(i) === 0 ? 32 : 64, i) : good)).join('\n')})`);
      const expected = errorOf(() => compile(bytes));
      expect(expected).toBeInstanceOf(CompileError);
      expect(expected.func).toBe(Math.min(...places));
      for (const jobs of [1, 2, 4]) {
        const error: unknown = await compileAsync(bytes, {}, { jobs }).then(() => undefined, (e: unknown) => e);
        expect(error).toBeInstanceOf(CompileError);
        expect({ ...(error as CompileError), message: (error as Error).message }).toEqual({ ...expected, message: expected.message });
      }
    }
  });

  it('fails as compile does before there are functions', async () => {
    for (const bytes of [new Uint8Array([0, 97, 115, 109]), wasm('(module (func $f (export "a")) (func (export "a")))')]) {
      const expected = errorOf(() => compile(bytes));
      await expect(compileAsync(bytes, {}, { jobs: 2 })).rejects.toMatchObject({ message: expected.message, offset: expected.offset });
    }
    await expect(compileAsync(MIXED, {}, { jobs: 0 })).rejects.toThrow(/jobs must be a positive integer, not 0/);
  });

  it('starts only so many threads, whatever is asked for', async () => {
    expect((await compileAsync(MIXED, {}, { jobs: 1e9 })).code).toBe(compile(MIXED).code);
  });
});

describe('dealing chunks', () => {
  const deal = (sizes: number[], workers: number): number[] => {
    const dealer = new Dealer(sizes.map((bytes, i) => ({ from: i, to: i + 1, bytes })), workers);
    return sizes.map(() => dealer.take()!);
  };
  it('goes in order', () => expect(deal([1, 1, 1, 1, 1], 2)).toEqual([0, 1, 2, 3, 4]));
  it('starts a large one in time', () => expect(deal([1, 1, 1, 1, 4], 2)).toEqual([4, 0, 1, 2, 3]));
  it('gives none behind a failure', () => {
    const dealer = new Dealer([1, 1, 9].map((bytes, i) => ({ from: i, to: i + 1, bytes })), 2);
    expect([dealer.take(1), dealer.take(1), dealer.take(1)]).toEqual([0, 1, undefined]);
  });
});

function errorOf(work: () => unknown): CompileError {
  try {
    work();
  } catch (e) {
    return e as CompileError;
  }
  throw new Error('nothing was thrown');
}
