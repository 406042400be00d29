// A constant expression that makes more code than a function may have was split like one, and its pieces were lost.
import { expect, test } from 'vitest';
import { configure } from 'dewasm/webassembly';
import { section, varuint, vector, wasm } from '../jsapi/bytes.js';

const DEPTH = 9_000;

test('thousands of structs in one another as the value of a global', () => {
  const { Instance, Module } = configure({ optimize: 2 });
  const list = [0x63, 0, 0, 0xd0, 0, ...Array.from({ length: DEPTH }, () => [0xfb, 0, 0]).flat(), 0x0b];
  const count = [0x20, 0, 0xd1, 0x45, 0x04, 0x40, 0x20, 1, 0x41, 1, 0x6a, 0x21, 1, 0x20, 0, 0xfb, 2, 0, 0, 0x21, 0, 0x0c, 1, 0x0b];
  const body = [2, 1, 0x63, 0, 1, 0x7f, 0x23, 0, 0x21, 0, 0x03, 0x40, ...count, 0x0b, 0x20, 1, 0x0b];
  const bytes = wasm(
    section(1, vector([[0x5f, 1, 0x63, 0, 0], [0x60, 0, 1, 0x7f]])), section(3, vector([[1]])), section(6, vector([list])),
    section(7, vector([[1, 0x66, 0, 0]])), section(10, vector([[...varuint(body.length), ...body]])),
  );
  expect((new Instance(new Module(bytes)).exports as { f(): number }).f()).toBe(DEPTH);
});
