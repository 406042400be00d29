// Names of imports and exports are any strings; none may leave its literal, meet another or be looked up in a prototype.
import vm from 'node:vm';
import { compile, type CompileOptions } from 'dewasm';
import { parse } from 'acorn';
import { expect, test } from 'vitest';
import { file, load, wasm, type Built } from './wat.js';

const HOSTILE = [
  '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'default', 'module', '', 'a"b', "a'b", 'a\\b', 'a\0b', 'a\nb', '*/', '//', '</script>', '<!--', '-->',
  '\u2028\u2029', '`${1}`', '😀', 'f0', 'links', 'instantiate', '\ufeff', 'x'.repeat(100_000),
];
const quote = (s: string): string => `"${[...new TextEncoder().encode(s)].map((b) => `\\${b.toString(16).padStart(2, '0')}`).join('')}"`;
const text = `(module
  ${HOSTILE.map((n) => `(import ${quote(n)} ${quote(n)} (func (param i32)))`).join('\n')}
  ${HOSTILE.map((n, i) => `(export ${quote(n)} (func ${i}))`).join('\n')})`;

async function open(code: string, format: CompileOptions['format']): Promise<Pick<Built, 'instantiate'>> {
  if (format === 'iife') return vm.runInThisContext(`${code};wasm`) as Built;
  if (format === 'cjs') return (await import(/* @vite-ignore */ file(code, 'cjs'))) as Built;
  return load({ code } as never);
}

test.each<CompileOptions>([{ format: 'esm' }, { format: 'cjs' }, { format: 'iife' }, { format: 'esm', readable: true }])('hostile names with %o', async (options) => {
  const { code } = compile(wasm(text), options);
  expect(/^[\0-\x7f]*$/.test(code)).toBe(true);
  expect(code).not.toMatch(/<\/script|<!--|-->/);
  parse(code, { ecmaVersion: 2017, sourceType: options.format === 'esm' ? 'module' : 'script' });
  const calls: unknown[] = [];
  const imports = Object.create(null) as Record<string, Record<string, unknown>>;
  for (const name of HOSTILE) {
    imports[name] = Object.create(null) as Record<string, unknown>;
    imports[name][name] = (x: number) => { calls.push([name, x]); };
  }
  const exports = (await open(code, options.format)).instantiate(imports);
  expect(Object.getPrototypeOf(exports)).toBe(null);
  expect(Object.isFrozen(exports)).toBe(true);
  expect(Object.keys(exports).sort()).toEqual([...HOSTILE].sort());
  HOSTILE.forEach((name, i) => exports[name](i));
  expect(calls).toEqual(HOSTILE.map((name, i) => [name, i]));
});

test('names from the name section are only decoration', async () => {
  const named = `(module
    (func $eval (export "a") (result i32) (call $f2))
    (func $f2 (result i32) (call $D))
    (func $D (result i32) (i32.add (global.get $arguments) (call $1x)))
    (func $1x (result i32) (i32.load (i32.const 0)))
    (memory $memory 1) (data (i32.const 0) "\\02\\00\\00\\00")
    (global $arguments (mut i32) (i32.const 40)))`;
  for (const readable of [false, true]) expect((await load(compile(wasm(named), { readable }))).instantiate().a()).toBe(42);
});
