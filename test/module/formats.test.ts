// The kinds of files, where the runtime and the data are, declarations, and options that are refused.
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import vm from 'node:vm';
import { gzipSync } from 'node:zlib';
import { compile, CompileError, inspect, OptionError, validate } from 'dewasm';
import { parse, tokenizer } from 'acorn';
import { expect, test } from 'vitest';
import { file, load, wasm, type Built } from './wat.js';

const ADD = '(module (func (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1))) (memory (export "m") 1) (data (i32.const 8) "abc"))';

test('esm, cjs and iife', async () => {
  const esm = await load(compile(wasm(ADD)));
  expect(Object.keys(esm).sort()).toEqual(['default', 'instantiate', 'module']);
  expect(esm.default).toBe(esm.instantiate);
  expect(esm.instantiate().add(2, 3)).toBe(5);
  expect(esm.module.hash).toMatch(/^[0-9a-f]{64}$/);

  const cjs = createRequire(import.meta.url)(file(compile(wasm(ADD), { format: 'cjs' }).code, 'cjs')) as Built;
  expect(cjs.instantiate().add(2, 3)).toBe(5);
  expect([cjs.default === cjs.instantiate, cjs.module.abi]).toEqual([true, 1]);

  const context = vm.createContext({});
  vm.runInContext(compile(wasm(ADD), { format: 'iife', name: 'Adder' }).code, context);
  expect(vm.runInContext('Adder.instantiate().add(2, 3)', context)).toBe(5);
});

test('output is plain: ES2017 and no names beyond the standard ones', () => {
  for (const format of ['esm', 'cjs', 'iife'] as const) {
    for (const minify of [false, true]) {
      const { code } = compile(wasm(ADD), { format, minify });
      parse(code, { ecmaVersion: 2017, sourceType: format === 'esm' ? 'module' : 'script' });
      const words = new Set([...tokenizer(code, { ecmaVersion: 2017, sourceType: 'module' })].map((token) => (token.type.keyword ?? (token as { value?: unknown }).value)));
      for (const word of ['WebAssembly', 'eval', 'Function', 'class', 'import']) expect(words.has(word), word).toBe(false);
    }
  }
});

test('minified and readable output run alike', async () => {
  const text = `(module (memory 1) (global $sp (mut i32) (i32.const 64)) (data (i32.const 0) "\\05")
    (func $twice (param i32) (result i32) (i32.mul (local.get 0) (i32.const 2)))
    (func (export "f") (param i32) (result i32) (local $i i32)
      (loop $l (global.set $sp (call $twice (i32.add (global.get $sp) (i32.load8_u (local.get $i)))))
        (br_if $l (i32.lt_s (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get 0))))
      (global.get $sp)))`;
  const results = [];
  for (const options of [{}, { minify: true }, { readable: true }, { runtime: 'import' }, { optimize: 0 }] as const) {
    const { code } = compile(wasm(text), options);
    results.push((await load({ code: code.replace('"dewasm/runtime"', JSON.stringify(new URL('../../dist/runtime/index.js', import.meta.url).href)) } as never)).instantiate().f(3));
    if ('minify' in options) expect(code).not.toContain('\n');
    if ('readable' in options) expect(code).toMatch(/sp\$g0\b/);
  }
  expect(results).toEqual([552, 552, 552, 552, 552]);
});

test('data are hex digits in minified output, which compresses better', async () => {
  const bytes = Uint8Array.from({ length: 300 }, (_, i) => (i * 7 ^ i >> 3) & 127 | 128);
  const data = [...bytes].map((byte) => `\\${byte.toString(16).padStart(2, '0')}`).join('');
  const plain = compile(wasm(`(module (memory (export "m") 1) (data (i32.const 5) "${data}"))`));
  const minified = compile(wasm(`(module (memory (export "m") 1) (data (i32.const 5) "${data}"))`), { minify: true });
  expect(plain.code).toContain(Buffer.from(bytes).toString('base64'));
  expect(minified.code).toContain(Buffer.from(bytes).toString('hex'));
  for (const output of [plain, minified]) {
    const { m } = (await load(output)).instantiate() as unknown as { m: WebAssembly.Memory };
    expect(new Uint8Array(m.buffer, 5, 300)).toEqual(bytes);
  }
});

test('views have methods of one letter in minified output of modules that are not small, unless a memory is shared', async () => {
  const text = (shared: string): string => `(module (memory (export "m") 1 9 ${shared}) (data (i32.const 32) "${'abcdefgh'.repeat(2100)}")
    (func (export "f") (param i32) (result i64) (local $d f64)
      (i32.store8 (local.get 0) (i32.const 0x181)) (i32.store16 offset=2 (local.get 0) (i32.const 0x18234)) (i32.store offset=4 (local.get 0) (i32.const 0x76543210))
      (f32.store offset=8 (local.get 0) (f32.const 1.5)) (f64.store offset=16 (local.get 0) (f64.const -2.5)) (i64.store offset=24 (local.get 0) (i64.const -7))
      (drop (memory.grow (i32.const 1)))
      (i64.add (i64.add (i64.load8_s (local.get 0)) (i64.load8_u (local.get 0))) (i64.add (i64.add (i64.load16_s offset=2 (local.get 0)) (i64.load16_u offset=2 (local.get 0)))
        (i64.add (i64.add (i64.load32_u offset=4 (local.get 0)) (i64.load offset=24 (local.get 0)))
          (i64.add (i64.trunc_f32_s (f32.mul (f32.load offset=8 (local.get 0)) (f32.const 1000))) (i64.trunc_f64_s (f64.mul (f64.load offset=16 (local.get 0)) (f64.const 1000)))))))))`;
  const results = [];
  for (const shared of ['', 'shared']) {
    for (const options of [{}, { minify: true }, { minify: true, nan: 'exact' }, { minify: true, runtime: 'import' }] as const) {
      const { code } = compile(wasm(text(shared)), options);
      expect(/V\.getInt32|D\.getInt32/.test(code), JSON.stringify(options)).toBe(!('minify' in options) || shared !== '');
      const e = (await load({ code: code.replace('"dewasm/runtime"', JSON.stringify(new URL('../../dist/runtime/index.js', import.meta.url).href)) } as never)).instantiate() as unknown as { f(at: number): bigint };
      results.push(e.f(8), e.f(70000));
      expect(() => e.f(-4), JSON.stringify(options)).toThrow('memory access out of bounds');
    }
  }
  expect(new Set(results).size).toBe(1);
});

test('the runtime of a plain module with a memory is small', () => {
  const { code } = compile(wasm('(module (memory (export "memory") 1) (func (export "f") (param i32) (result i32) (i32.load (local.get 0))))'), { minify: true });
  expect(gzipSync(code).length).toBeLessThan(6 * 1024);
  expect(code).not.toMatch(/SharedArrayBuffer\(|Atomics|BigInt64Array/);
});

test('data in a file of its own', async () => {
  const { code, data } = compile(wasm(ADD), { data: 'file' });
  if (data === undefined) throw new Error('no data');
  expect(code).not.toContain('YWJj');
  expect(Buffer.from(data).toString()).toBe('abc');
  for (const given of [data, data.slice().buffer, Buffer.from(data)]) {
    const { instantiate } = await load(compile(wasm(ADD), { data: 'file' }));
    expect(() => instantiate()).toThrow('file of its own');
    for (const wrong of [Promise.resolve(given), 'abc', new Uint8Array(4)]) expect(() => instantiate(undefined, wrong as never)).toThrow(/the data file of this module has 3 bytes, what was passed has [04]/);
    expect(() => instantiate()).toThrow('file of its own');
    expect(Buffer.from(instantiate(undefined, given as Uint8Array).m.buffer, 8, 3).toString()).toBe('abc');
  }
});

test('bindings esm: exports are the wasm exports', async () => {
  const env = file('export const k = 7; export let seen; export function f(x) { seen = x; }', 'mjs');
  const text = `(module (import "${env}" "k" (global $k i32)) (import "${env}" "f" (func $f (param i32)))
    (global (export "k") i32 (global.get $k)) (func (export "a-b") (call $f (i32.const 5))) (memory (export "memory") 1))`;
  const { code } = compile(wasm(text), { bindings: 'esm' });
  const built = await import(/* @vite-ignore */ file(code, 'mjs')) as Record<string, never>;
  expect(Object.keys(built).sort()).toEqual(['a-b', 'k', 'memory']);
  expect(built.k).toBe(7);
  (built['a-b'] as () => void)();
  expect((await import(/* @vite-ignore */ env) as { seen: number }).seen).toBe(5);
});

test('the bytes may be a view, and may change afterwards', async () => {
  const bytes = wasm(ADD);
  const larger = new Uint8Array(bytes.length + 20).fill(0xff);
  larger.set(bytes, 7);
  const result = compile(larger.subarray(7, 7 + bytes.length));
  expect(result.code).toBe(compile(bytes).code);
  const file = compile(larger.subarray(7, 7 + bytes.length), { data: 'file' });
  larger.fill(0);
  expect(Buffer.from(file.data as Uint8Array).toString()).toBe('abc');
});

test('statistics and validation', () => {
  const { stats, warnings } = compile(wasm(ADD));
  expect(stats.counts).toEqual({ functions: 1, imports: 0, exports: 2, globals: 0, tables: 0, memories: 1 });
  expect(stats.wasm.data).toBe(3);
  expect(stats.code.length).toBeGreaterThan(stats.code.functions + stats.code.runtime);
  expect(warnings).toEqual([]);
  expect([validate(wasm(ADD)), validate(wasm(ADD).subarray(0, 20)), validate(wasm('(module (func (export "s") (param v128)))'), { features: '-simd' })]).toEqual([true, false, false]);
  expect(() => compile(new Uint8Array([0, 97, 115, 109, 2, 0, 0, 0]))).toThrow(CompileError);
});

test.each([
  [{ sourceMap: true }, 'sourceMap is not supported yet'], [{ fast: 1 }, 'unknown option fast'],
  [{ format: 'amd' }, 'format must be one of esm, cjs, iife, not "amd"'], [{ optimize: 4 }, 'optimize must be an integer from 0 to 3'], [{ minify: 1 }, 'minify must be true or false'],
  [{ minify: true, readable: true }, 'contradict'],
  [{ format: 'iife', name: 'a;b' }, 'ASCII identifier'], [{ format: 'iife', name: 'class' }, 'no reserved word'], [{ format: 'iife', runtime: 'import' }, 'does not go with'], [{ features: 'simd,nonsense' }, 'unknown feature "nonsense"'],
])('%o is refused', (options, message) => {
  expect(() => compile(wasm(ADD), options as never)).toThrow(message);
  expect(() => compile(wasm(ADD), options as never)).toThrow(OptionError);
  expect(() => validate(wasm(ADD), options as never)).toThrow(OptionError);
});

test.each([null, 'esm', 3])('%o are no options', (options) => {
  expect(() => compile(wasm(ADD), options as never)).toThrow('the options must be an object');
});

test.each([undefined, null, '(module)', [0, 97, 115, 109, 1, 0, 0, 0], {}])('%o is no module', (bytes) => {
  for (const use of [compile, validate, inspect]) expect(() => use(bytes as never)).toThrow('the module must be a Uint8Array');
});

test('an ArrayBuffer is as good as a view of it', () => {
  const { buffer } = wasm(ADD).slice();
  expect(inspect(buffer as never)).toEqual(inspect(wasm(ADD)));
  expect(compile(buffer as never).code).toBe(compile(wasm(ADD)).code);
});

test('declarations are accepted by TypeScript', () => {
  const hostile = `(module (import "__proto__" "*/" (func (param i64) (result i32 i32))) (import "a" "x" (func)) (import "a" "x" (global i32))
    (func (export "a\\22b\\0a") (param $class i32) (param $ok f32) (param i64) (result i64 i64) (local.get 2) (local.get 2))
    (memory (export "Memory") 1 2 shared) (table (export "constructor") 1 externref) (global (export "g") (mut i64) (i64.const 1)) (tag (export "t") (param i32)))`;
  const plain = hostile.replace('(mut i64)', 'i64');
  const files = [
    compile(wasm(hostile), { types: true }), compile(wasm(hostile), { types: true, format: 'iife', data: 'file', name: 'G' }), compile(wasm(plain), { types: true, bindings: 'esm' }),
  ].map((r) => file(r.types as string, 'd.ts'));
  const use = file('', 'ts');
  const from = (i: number): string => JSON.stringify(`./${(files[i].match(/\d+(?=\.d\.ts$)/) as RegExpMatchArray)[0]}.js`);
  writeFileSync(use, `import instantiate, { module, type Imports } from ${from(0)}; import ${from(1)}; import { Memory, g } from ${from(2)};
    import { register } from ${JSON.stringify(createRequire(import.meta.url).resolve('dewasm/webassembly/precompiled'))}; register(module);
    const e = instantiate({} as Imports); const pair: [bigint, bigint] = e['a"b\\n'](1, 2, 3n); const big: bigint = e.g.value + g; e.g.value = big;
    const s: SharedArrayBuffer = e.Memory.buffer; Memory.grow(1); module.hash.length; G.instantiate({} as Imports, new Uint8Array(1)); e.constructor.set(0, pair); s;`);
  const tsc = join(dirname(createRequire(import.meta.url).resolve('typescript/package.json')), 'bin/tsc');
  const run = spawnSync(process.execPath, [tsc, '--noEmit', '--strict', '--target', 'es2023', '--lib', 'es2023', '--skipLibCheck', 'false', '--module', 'esnext', '--moduleResolution', 'bundler', use], { encoding: 'utf8', cwd: dirname(use) });
  expect(run.stdout).toBe('');
});
