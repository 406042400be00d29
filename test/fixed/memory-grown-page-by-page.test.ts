// Every growth copied the memory, so an allocator that asks for one page at a time (Haskell's does) took half a minute for what takes a
// few seconds. While the host does not look, buffers are longer than their memories now; nothing of that may show.
import { expect, test } from 'vitest';
import wabt from 'wabt';
import dewasm from 'dewasm/webassembly';
import { memory, memoryGrow } from 'dewasm/runtime';

const source = `(module
  (import "host" "look" (func $look (param i32)))
  (memory (export "memory") 1 900)
  (func (export "grow") (param $times i32) (result i32) (local $sum i32)
    (loop $more
      (local.set $sum (i32.add (i32.mul (local.get $sum) (i32.const 31)) (memory.grow (i32.const 1))))
      (i32.store (i32.sub (i32.mul (memory.size) (i32.const 65536)) (i32.const 4)) (memory.size))
      (br_if $more (local.tee $times (i32.sub (local.get $times) (i32.const 1)))))
    (local.get $sum))
  (func (export "growAndLook") (param $at i32) (result i32)
    (drop (memory.grow (i32.const 1)))
    (i32.store (local.get $at) (i32.const 77))
    (call $look (local.get $at))
    (i32.load (local.get $at)))
  (func (export "load") (param i32) (result i32) (i32.load (local.get 0)))
  (func (export "fill") (param i32 i32) (memory.fill (local.get 0) (i32.const 9) (local.get 1))))`;

type Exports = { memory: WebAssembly.Memory; grow(times: number): number; growAndLook(at: number): number; load(at: number): number; fill(at: number, n: number): void };

/** The last words of all pages, together. */
const pageEnds = (buffer: ArrayBuffer): number => {
  const words = new Int32Array(buffer);
  let sum = 0;
  for (let at = 16383; at < words.length; at += 16384) sum = (sum * 31 + words[at]) | 0;
  return sum;
};

test('growing by a page, with and without a look at the buffer', async () => {
  const bytes = (await wabt()).parseWat('pages.wat', source).toBinary({}).buffer;
  const [native, own] = [WebAssembly, dewasm].map((W) => {
    const seen: unknown[] = [];
    const traps = (run: () => unknown): void => { try { seen.push(run()); } catch (error) { seen.push(error instanceof W.RuntimeError); } };
    const look = (at: number): void => {
      const words = new Int32Array(exports.memory.buffer);
      seen.push(words.length, words[at >> 2]);
      words[at >> 2] = 78;
    };
    const exports = new W.Instance(new W.Module(bytes as BufferSource) as never, { host: { look } }).exports as unknown as Exports;
    for (let round = 0; round < 6; round++) {
      const held = exports.memory.buffer;
      seen.push(exports.grow(40), held.byteLength);
      const end = exports.memory.buffer.byteLength;
      exports.grow(10);
      traps(() => exports.load(end + 10 * 65536 - 4));
      traps(() => exports.load(end + 10 * 65536 - 3));
      traps(() => exports.fill(end, 10 * 65536));
      traps(() => exports.fill(end, 10 * 65536 + 1));
      seen.push(exports.growAndLook(100 + round), exports.memory.buffer === exports.memory.buffer, exports.memory.buffer.byteLength);
      seen.push(exports.memory.grow(2), pageEnds(exports.memory.buffer));
    }
    seen.push(exports.grow(700));
    return seen;
  });
  expect(own).toEqual(native);
});

test('few buffers for many pages', () => {
  const record = memory(100, undefined, 0);
  const buffers = new Set([record.b]);
  for (let page = 0; page < 400; page++) {
    expect(memoryGrow(record, 1)).toBe(100 + page);
    expect(record.d.byteLength).toBe((101 + page) * 65536);
    buffers.add(record.b);
  }
  expect(buffers.size).toBeLessThan(12);
});
