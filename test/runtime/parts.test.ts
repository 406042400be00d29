// The runtime as output carries it: parts cut from the compiled source, in engines that lack what no module asked for.
import vm from 'node:vm';
import { parse } from 'acorn';
import { expect, test } from 'vitest';
import { parts } from '../../dist/compiler/link/runtime-parts.js';

const names = Object.keys(parts);
const textOf = (name: string, form: 'code' | 'minified'): string => parts[name][form].replaceAll('\0', '');
/** What a selection of parts needs, in the table's order. */
function closure(...wanted: string[]): string[] {
  const needed = new Set<string>();
  const need = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    parts[name].deps.forEach(need);
  };
  wanted.forEach(need);
  return names.filter((name) => needed.has(name));
}

test.each(['code', 'minified'] as const)('%s is ES2017 without classes', (form) => {
  for (const name of names) {
    const { body } = parse(textOf(name, form), { ecmaVersion: 2017 });
    expect(body.length, name).toBe(1);
    expect(textOf(name, form), name).not.toMatch(/\bclass\b.*\{|\beval\b|new Function/);
  }
});

test.each(['code', 'minified'] as const)('%s runs where there is no BigInt, no shared memory, no weak reference and no globalThis', (form) => {
  const context = vm.createContext({});
  vm.runInContext('var self = globalThis; delete self.BigInt; delete self.BigInt64Array; delete self.BigUint64Array; delete self.SharedArrayBuffer; delete self.Atomics; delete self.WeakRef; delete self.WebAssembly; delete self.globalThis;', context);
  const result = vm.runInContext(`'use strict';(function () {
    ${names.map((name) => textOf(name, form)).join('\n')}
    const types = ['(i)i', '()'];
    const m = memory(1, 2, 0);
    const module = {
      types, imports: [['m', 'f', 0, 0]], exports: [['f', 0, 0], ['m', 2, { min: 1 }]], kinds: { 0: funcKind, 2: memoryKind },
      glue: { 0: [(raw) => (a) => raw(a | 0), (host) => (a) => host(a) | 0] }, create: (links) => [links[0], m],
    };
    const ex = instantiate(module, { m: { f: (a) => a + 1 } });
    const buffer = ex.m.buffer;
    memoryGrow(m, 1);
    return [ex.f(41), ex.m.buffer.byteLength, i64DivU(0, 1, 3, 0), R[0], typeof BigInt, self[Symbol.for('dewasm.1')].R === R].join();
  })()`, context);
  expect(result).toBe('42,131072,1431655765,0,undefined,true');
});

test('a module ships what it uses', () => {
  expect(closure('i32Ctz')).toEqual(['i32Ctz']);
  expect(closure('nearest')).toEqual(['nearest']);
  const functionsOnly = closure('instantiate', 'funcKind');
  for (const name of ['Memory', 'Table', 'Global', 'scratch', 'i64FromBig', 'R']) expect(functionsOnly).not.toContain(name);
  expect(functionsOnly.reduce((n, name) => n + textOf(name, 'minified').length, 0)).toBeLessThan(6500);
});
