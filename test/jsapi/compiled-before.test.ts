// Compiling the same bytes again at run time gives the module made before, and instances that share nothing.
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test, vi } from 'vitest';
import wabt from 'wabt';
import { rememberCompiled } from '../../compiler/compiled-before.ts';
import { configure } from 'dewasm/webassembly';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

/** What nothing refers to any more is gone then; weak references hold until the current job has ended. */
async function collectGarbage(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  collect();
}

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

test('of modules that nothing uses only a few are kept, those used last', async () => {
  const { compile, compiled } = counting({ modules: 2, bytes: 100 });
  for (const byte of [1, 2, 1, 3, 1, 2]) {
    compile(new Uint8Array([byte]));
    await collectGarbage();
  }
  expect(compiled).toEqual(['1', '2', '3', '2']);
});

test('and only few bytes', async () => {
  const { compile, compiled } = counting({ modules: 9, bytes: 3 });
  for (const bytes of [[1, 1], [2], [1, 1], [3, 3], [1, 1], [4, 4, 4, 4], [4, 4, 4, 4]]) {
    compile(new Uint8Array(bytes));
    await collectGarbage();
  }
  expect(compiled).toEqual(['1,1', '2', '3,3', '1,1', '4,4,4,4', '4,4,4,4']);
});

test('a module in use is found whatever its size', async () => {
  const { compile, compiled } = counting({ modules: 1, bytes: 1 });
  const inUse = compile(new Uint8Array([1, 2, 3]));
  compile(new Uint8Array([2]));
  await collectGarbage();
  expect(compile(new Uint8Array([1, 2, 3]))).toBe(inUse);
  expect(compiled).toEqual(['1,2,3', '2']);
});

/** How often code is compiled while `action` runs. */
function evaluations(action: () => void): number {
  let times = 0;
  vi.stubGlobal('Function', class extends Function {
    constructor(...args: string[]) {
      times++;
      super(...args);
    }
  });
  try {
    action();
  } finally {
    vi.unstubAllGlobals();
  }
  return times;
}

test('an exported function keeps its module in use, four more modules later', async () => {
  const { parseWat } = await wabt();
  const [used, dropped, ...more] = [0, 1, 2, 3, 4, 5].map((i) => parseWat('m.wat', `(module (func (export "f") (result i32) (i32.const ${i})))`).toBinary({}).buffer);
  const W = configure({});
  const instance = (bytes: Uint8Array): { f: () => number } => new W.Instance(new W.Module(bytes), {}).exports as unknown as { f: () => number };
  const { f } = instance(used!);
  instance(dropped!);
  for (const each of more) instance(each);
  await collectGarbage();
  expect(evaluations(() => instance(used!))).toBe(0);
  expect(evaluations(() => instance(dropped!))).toBe(1);
  expect(f()).toBe(0);
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
