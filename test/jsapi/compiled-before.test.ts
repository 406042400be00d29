// Compiling the same bytes again at run time gives the module made before, and instances that share nothing.
import { expect, test } from 'vitest';
import wabt from 'wabt';
import { rememberCompiled } from '../../compiler/compiled-before.ts';
import { configure } from 'dewasm/webassembly';

function counting(kept?: { modules: number; bytes: number }): { compile: (bytes: Uint8Array) => object; compiled: string[] } {
  const compiled: string[] = [];
  return { compile: rememberCompiled((bytes) => (compiled.push(bytes.join()), { bytes }), kept), compiled };
}

test('the same bytes are compiled once', () => {
  const { compile, compiled } = counting();
  const first = compile(new Uint8Array([1, 2]));
  expect(compile(new Uint8Array([1, 3]))).not.toBe(first);
  expect(compile(new Uint8Array([1, 2]))).toBe(first);
  expect(compiled).toEqual(['1,2', '1,3']);
});

test('only a few modules are kept, those used last', () => {
  const { compile, compiled } = counting({ modules: 2, bytes: 100 });
  for (const byte of [1, 2, 1, 3, 1, 2]) compile(new Uint8Array([byte]));
  expect(compiled).toEqual(['1', '2', '3', '2']);
});

test('and only few bytes', () => {
  const { compile, compiled } = counting({ modules: 9, bytes: 3 });
  for (const bytes of [[1, 1], [2], [1, 1], [3, 3], [1, 1], [4, 4, 4, 4], [4, 4, 4, 4]]) compile(new Uint8Array(bytes));
  expect(compiled).toEqual(['1,1', '2', '3,3', '1,1', '4,4,4,4', '4,4,4,4']);
});

test('what failed is compiled, and fails, again', () => {
  let times = 0;
  const compile = rememberCompiled(() => {
    throw new Error(String(++times));
  });
  expect(() => compile(new Uint8Array(1))).toThrow('1');
  expect(() => compile(new Uint8Array(1))).toThrow('2');
});

test('instances of modules made of the same bytes share nothing', async () => {
  const bytes = (await wabt()).parseWat('counter.wat', `(module
    (memory (export "memory") 1) (data (i32.const 3) "\\07") (global $g (mut i32) (i32.const 5)) (table (export "table") 2 funcref)
    (func (export "next") (result i32) (global.set $g (i32.add (global.get $g) (i32.const 1))) (i32.store8 (i32.const 3) (global.get $g)) (global.get $g)))`).toBinary({}).buffer;
  const W = configure({});
  const [a, b] = [0, 1].map(() => new W.Instance(new W.Module(bytes), {}).exports as unknown as { memory: { buffer: ArrayBuffer }; next: () => number; table: object });
  expect([a!.next(), a!.next(), b!.next()]).toEqual([6, 7, 6]);
  expect([a, b].map((each) => new Uint8Array(each!.memory.buffer)[3])).toEqual([7, 6]);
  expect(a!.table).not.toBe(b!.table);
  expect(a!.next).not.toBe(b!.next);
});
