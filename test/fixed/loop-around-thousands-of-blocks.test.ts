// A loop around the blocks of a `br_table`, as compilers write state machines: looking for loads that its rounds repeat went through
// the blocks by recursion, and the stack of the compiler ended before they did.
import { configure } from 'dewasm/webassembly';
import { expect, it } from 'vitest';

const BLOCKS = 20_000;

function leb(n: number): number[] {
  return n < 128 ? [n] : [(n & 127) | 128, ...leb(n >>> 7)];
}
const section = (id: number, bytes: number[]): number[] => [id, ...leb(bytes.length), ...bytes];

/** `(func (param $x i32) (result i32))`: each round goes to case `$x`, which adds 1; the last one ends. */
function machine(): Uint8Array {
  const code = [0, 0x03, 0x40];
  for (let i = 0; i < BLOCKS; i++) code.push(0x02, 0x40);
  code.push(0x20, 0, 0x0e, ...leb(BLOCKS - 1));
  for (let i = 0; i < BLOCKS; i++) code.push(...leb(i));
  code.push(0x0b);
  for (let i = 1; i < BLOCKS; i++) code.push(0x20, 0, 0x41, 1, 0x6a, 0x21, 0, 0x0c, ...leb(BLOCKS - i), 0x0b);
  code.push(0x0b, 0x20, 0, 0x0b);
  return Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0,
    ...section(1, [1, 0x60, 1, 0x7f, 1, 0x7f]), ...section(3, [1, 0]), ...section(7, [1, 1, 0x66, 0, 0]), ...section(10, [1, ...leb(code.length), ...code])]);
}

it.each([0, 1, 2, 3] as const)('compiles at level %i', (optimize) => {
  const bytes = machine() as BufferSource;
  const run = (engine: typeof WebAssembly): number => {
    const { f } = new engine.Instance(new engine.Module(bytes)).exports as { f: (x: number) => number };
    return f(BLOCKS - 100);
  };
  expect(run(configure({ optimize }) as never)).toBe(run(WebAssembly));
});
