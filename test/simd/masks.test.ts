// Bit masks of comparisons, of lanes as wide as those compared or narrower, and what code asks of them: whether all, any
// or some lanes are so.
import { compile } from 'dewasm';
import { expect, test } from 'vitest';
import { randomInts, wasmBytes } from '../runtime/native.js';
import { instances } from './engines.js';

const COMPARED = ['i8x16', 'i16x8', 'i32x4', 'i64x2'], MASKED = ['i8x16', 'i16x8', 'i32x4', 'i64x2'];
const LANES: Record<string, number> = { i8x16: 16, i16x8: 8, i32x4: 4, i64x2: 2 };

/** Functions of two vectors in memory: the mask itself and tests of it. */
function functions(): { names: string[]; text: string } {
  const names: string[] = [];
  let text = '';
  for (const a of COMPARED) {
    for (const m of MASKED) {
      const full = 2 ** LANES[m] - 1;
      const of = `(${m}.bitmask (${a}.eq (v128.load (i32.const 0)) (v128.load (i32.const 16))))`;
      const asked: Record<string, string> = {
        bits: of, all: `(i32.eq ${of} (i32.const ${full}))`, notAll: `(i32.ne ${of} (i32.const ${full}))`, none: `(i32.eqz ${of})`, any: `(i32.ne ${of} (i32.const 0))`,
        some: `(i32.eq ${of} (i32.const ${full >> 1}))`, more: `(i32.ne ${of} (i32.const ${full * 3}))`, branch: `(if (result i32) ${of} (then (i32.const 5)) (else (i32.const 6)))`,
      };
      for (const [name, value] of Object.entries(asked)) {
        names.push(`${a} ${m} ${name}`);
        text += `(func (export "${a} ${m} ${name}") (result i32) ${value})\n`;
      }
    }
  }
  return { names, text };
}

test('all masks of all lanes', () => {
  const { names, text } = functions();
  const random = randomInts(4711), inputs: number[][] = [];
  for (let round = 0; round < 200; round++) {
    const a = Array.from({ length: 16 }, () => random() & 255);
    // Equal lanes of all widths, in all places.
    const width = 1 << (round & 3);
    inputs.push([...a, ...a.map((x, k) => (round < 8 ? x ^ (round & 4 ? 0 : k === round ? 1 : 0) : (random() >>> (Math.floor(k / width) & 7)) & 1 && k % width === 0 ? x ^ 1 : x))]);
  }
  for (const { native, ours } of instances(`(module (memory (export "m") 1) ${text})`)) {
    for (const input of inputs) {
      for (const e of [native, ours]) new Uint8Array(e.m.buffer).set(input);
      for (const name of names) expect([name, input, ours[name]()]).toEqual([name, input, native[name]()]);
    }
  }
});

test('whether all lanes are equal is asked of the differences', () => {
  const body = (func: string): string => /\nfunction f0\([^]*?\n(?=return|const)/.exec(compile(wasmBytes(`(module (memory 1) (func (export "f") (result i32) ${func}))`)).code)![0];
  const all = body('(i32.eq (i8x16.bitmask (i32x4.eq (v128.load (i32.const 0)) (v128.load (i32.const 16)))) (i32.const 0xffff))');
  expect(all).not.toMatch(/imul|\*|<<|&|65535/);
  expect(all.match(/\^/g)).toHaveLength(4);
  const zero = body('(i32.ne (i8x16.bitmask (i32x4.eq (v128.load (i32.const 0)) (v128.const i32x4 0 0 0 0))) (i32.const 0xffff))');
  expect(zero).not.toMatch(/imul|\*|<<|&|\^|65535/);
});
