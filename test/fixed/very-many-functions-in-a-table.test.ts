// Every function in a table had two variables of `create` that no other function names, and V8's stack has no room for 110 000 such
// variables: instantiating threw a RangeError.
import { expect, test } from 'vitest';
import { configure } from 'dewasm/webassembly';
import { signed } from '../fuzz/encode.js';
import { section, varuint, vector, wasm } from '../jsapi/bytes.js';

const COUNT = 130_000;

/** Functions that return their numbers; `f` calls through a table that has two of them twice, and `g` one that has a name. */
function bytes(): Uint8Array {
  const constant = (value: number): number[] => {
    const body = [0, 0x41, ...leb(value), 0x0b];
    return [...varuint(body.length), ...body];
  };
  const bodies = Array.from({ length: COUNT }, (_, k) => constant(k));
  const f = [0, 0x20, 0, 0x11, 0, 0, 0x0b];
  bodies.push([...varuint(f.length), ...f]);
  const types = [...Array.from({ length: COUNT }, () => [0]), [1]];
  const all = Array.from({ length: COUNT }, (_, k) => varuint(k));
  return wasm(
    section(1, vector([[0x60, 0, 1, 0x7f], [0x60, 1, 0x7f, 1, 0x7f]])), section(3, vector(types)), section(4, vector([[0x70, 0, ...varuint(COUNT + 2)]])),
    section(7, vector([[1, 0x66, 0, ...varuint(COUNT)], [1, 0x67, 0, ...varuint(COUNT - 1)], [1, 0x74, 1, 0]])),
    section(9, vector([[0, 0x41, 0, 0x0b, ...vector(all)], [0, 0x41, ...leb(COUNT), 0x0b, ...vector([[5], varuint(COUNT - 1)])]])), section(10, vector(bodies)),
  );
}

function leb(value: number): number[] {
  const bytes: number[] = [];
  signed(BigInt(value), bytes);
  return bytes;
}

test('more functions in a table than the stack has room for', { timeout: 60_000 }, () => {
  const { Instance, Module } = configure({ optimize: 0 });
  const { f, g, t } = new Instance(new Module(bytes())).exports as unknown as { f(index: number): number; g(): number; t: { get(index: number): unknown } };
  expect([0, 5, 77_777, COUNT - 1, COUNT, COUNT + 1].map(f)).toEqual([0, 5, 77_777, COUNT - 1, 5, COUNT - 1]);
  expect(() => f(COUNT + 2)).toThrow('table index is out of bounds');
  expect(t.get(COUNT - 1)).toBe(g);
  expect(t.get(5)).toBe(t.get(COUNT));
});
