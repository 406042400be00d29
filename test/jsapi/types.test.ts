// What a program in TypeScript writes against the API: it has to compile (`npm run typecheck`) without casts other than those of exports.
import { configure, instantiate, Instance, Memory, Module, validate, type Imports, type Table } from 'dewasm/webassembly';
import precompiled, { type WebAssemblyNamespace } from 'dewasm/webassembly/precompiled';
import { expect, it } from 'vitest';
import { wasm } from '../module/wat.js';

const bytes = wasm(`(module (import "host" "log" (func $log (param i32))) (import "host" "memory" (memory 1))
  (table (export "table") 3 funcref) (global (export "limit") i64 (i64.const 7))
  (func (export "add") (param i32 i32) (result i32) (call $log (local.get 0)) (i32.add (local.get 0) (local.get 1))))`);

it('a program in TypeScript', async () => {
  const seen: number[] = [];
  const memory = new Memory({ initial: 1 });
  const imports: Imports = { host: { log: (value: number) => { seen.push(value); }, memory } };
  const module: Module = new Module(bytes);
  expect(Module.imports(module).map(({ name, kind }) => `${name}: ${kind}`)).toEqual(['log: function', 'memory: memory']);
  const { exports } = new Instance(module, imports);
  const add = exports.add as (a: number, b: number) => number;
  expect(add(2, 3)).toBe(5);
  expect((exports.table as Table).length).toBe(3);
  const fromModule: Instance = await instantiate(module, imports);
  const fromBytes: Instance = (await instantiate(bytes, imports)).instance;
  for (const instance of [fromModule, fromBytes]) expect((instance.exports.add as typeof add)(1, 1)).toBe(2);
  expect(seen).toEqual([2, 1, 1]);
  expect(memory.grow(1) + memory.buffer.byteLength).toBe(1 + 131072);
  const namespaces: WebAssemblyNamespace[] = [precompiled, configure({ optimize: 1 })];
  expect(namespaces.map((namespace) => namespace.validate(bytes) || validate(bytes))).toEqual([true, true]);
  // @ts-expect-error: the host's modules are of no use here.
  expect(() => new Instance(new WebAssembly.Module(bytes as BufferSource), imports)).toThrow(TypeError);
});
