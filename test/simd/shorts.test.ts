// Shorts held one by one: random chains of everything that computes with them, in loops and through merges, so that values
// change between words and shorts in all ways, against the engine; and what the output then looks like.
import { compile } from 'dewasm';
import { expect, test } from 'vitest';
import { randomInts, wasmBytes } from '../runtime/native.js';
import { difference, instances } from './engines.js';
import { vectors } from './inputs.js';

const COUNT = 12;

for (let group = 0; group < 5; group++) {
  test(`chains ${group * 40} to ${group * 40 + 39}`, () => {
    for (let seed = group * 40; seed < group * 40 + 40; seed++) {
      const random = randomInts(seed * 6037 + 11), below = (n: number): number => (random() >>> 0) % n, pick = <T>(list: readonly T[]): T => list[below(list.length)];
      const load = (): string => `(v128.load offset=${16 * below(3)} (local.get $p))`;
      const constant = (): string => `(v128.const i16x8 ${Array.from({ length: 8 }, () => pick([0, 1, 3, 127, 128, 255, 256, 300, -1, -128, -129, 32767, -32768])).join(' ')})`;
      const shuffle = (a: string, b: string): string => {
        const lanes = Array.from({ length: 8 }, () => below(16));
        return `(i8x16.shuffle ${lanes.flatMap((k) => [2 * k, 2 * k + 1]).join(' ')} ${a} ${b})`;
      };
      const leaf = (): string => pick([
        () => `(i16x8.extend_${pick(['low', 'high'])}_i8x16_${pick(['u', 's'])} ${load()})`, () => `(v128.load8x8_${pick(['u', 's'])} offset=${below(40)} (local.get $p))`,
        () => `(i16x8.extmul_${pick(['low', 'high'])}_i8x16_${pick(['u', 's'])} ${load()} ${load()})`, () => `(i16x8.extadd_pairwise_i8x16_${pick(['u', 's'])} ${load()})`,
        () => `(i16x8.narrow_i32x4_${pick(['u', 's'])} ${load()} ${load()})`, () => `(v128.load16_splat offset=${below(40)} (local.get $p))`, () => '(i16x8.splat (local.get $p))',
        () => `(i8x16.shuffle 0 16 1 17 2 18 3 19 4 20 5 21 6 22 7 23 ${load()} (v128.const i32x4 0 0 0 0))`, load, load, constant, () => '(local.get $a)', () => '(local.get $b)',
      ])();
      const value = (depth: number): string => {
        if (depth === 0) return leaf();
        const sub = (): string => value(depth - 1);
        switch (below(9)) {
          case 0: case 1: return `(i16x8.${pick(['add', 'sub', 'mul', 'q15mulr_sat_s', 'avgr_u'])} ${sub()} ${sub()})`;
          case 2: return `(i16x8.${pick(['add_sat', 'sub_sat', 'min', 'max'])}_${pick(['s', 'u'])} ${sub()} ${sub()})`;
          case 3: return `(i16x8.${pick(['shr_u', 'shr_s', 'shl'])} ${sub()} ${below(3) ? `(i32.const ${below(20)})` : '(local.get $p)'})`;
          case 4: return `(${pick(['i16x8.neg', 'i16x8.abs', 'v128.not'])} ${sub()})`;
          case 5: return `(v128.${pick(['and', 'or', 'xor', 'andnot'])} ${sub()} ${sub()})`;
          case 6: return pick([
            () => `(v128.bitselect ${sub()} ${sub()} ${sub()})`, () => `(v128.bitselect ${sub()} ${sub()} (i16x8.${pick(['lt_s', 'ge_u', 'eq'])} ${sub()} ${sub()}))`,
            () => `(select ${sub()} ${sub()} (i16x8.${pick(['all_true', 'bitmask'])} ${sub()}))`,
          ])();
          case 7: return pick([() => shuffle(sub(), sub()), () => `(i16x8.replace_lane ${below(8)} ${sub()} (i16x8.extract_lane_${pick(['s', 'u'])} ${below(8)} ${sub()}))`])();
          default: return `(${pick(['i32x4.dot_i16x8_s', 'i32x4.extmul_low_i16x8_u', 'i32x4.extmul_high_i16x8_s'])} ${sub()} ${sub()})`;
        }
      };
      const narrowed = (): string => pick([
        () => `(i8x16.narrow_i16x8_${pick(['u', 's'])} ${value(2)} ${value(3)})`,
        () => `(i32x4.${pick(['extend_low', 'extend_high', 'extadd_pairwise'])}_i16x8_${pick(['u', 's'])} ${value(3)})`,
      ])();
      const wat = `(module (memory (export "m") 1) (func (export "run") (local $p i32) (local $a v128) (local $b v128)
        (loop $l
          (local.set $a ${value(3)})
          (if (i32.and (local.get $p) (i32.const 64)) (then (local.set $b ${value(2)})))
          (v128.store offset=48 (local.get $p) ${narrowed()})
          (v128.store offset=${COUNT * 64} (local.get $p) ${value(3)})
          (v128.store${pick(['8', '16', '32', '64'])}_lane offset=${COUNT * 64 + 20} ${below(2)} (local.get $p) ${value(2)})
          (br_if $l (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 64))) (i32.const ${COUNT * 64}))))
        (v128.store (i32.const 8192) (local.get $a)) (v128.store (i32.const 8208) (local.get $b))))`;
      const input = vectors(COUNT * 4, seed + 1);
      for (const { level, native, ours } of instances(wat)) {
        for (const e of [native, ours]) {
          new Uint8Array(e.m.buffer).set(input);
          e.run();
        }
        const found = difference(native.m.buffer, ours.m.buffer, 0, 8224, 'bits');
        expect(found && `chain ${seed} at level ${level}, ${found}\n${wat}`).toBe(undefined);
      }
    }
  });
}

const js = (value: string): string => /\nfunction f0\([^]*?\n(?=return|const|function)/.exec(compile(wasmBytes(`(module (memory 1)
  (func (export "f") (param $p i32) (v128.store (local.get $p) ${value})))`)).code)![0];
const load = '(v128.load (local.get $p))';

test('chains of products and sums are computed short by short', () => {
  const code = js(`(i16x8.add (i16x8.mul ${load} ${load}) (i16x8.add ${load} ${load}))`);
  expect(code).not.toMatch(/2147450879/);
  // Eight products, and eight shorts put together to words.
  expect(code.match(/imul/g)).toHaveLength(8);
  expect(code.match(/&65535\|/g)).toHaveLength(4);
});
test('a single sum is computed in words', () => {
  expect(js(`(i16x8.add ${load} ${load})`)).toMatch(/2147450879/);
});
test('what is known to fit is narrowed without saturating', () => {
  const blend = (half: string): string => `(i16x8.shr_u (i16x8.add (i16x8.extmul_${half}_i8x16_u ${load} ${load}) (i16x8.splat (i32.const 128))) (i32.const 8))`;
  expect(js(`(i8x16.narrow_i16x8_u ${blend('low')} ${blend('high')})`)).not.toMatch(/narrow/);
  expect(js(`(i8x16.narrow_i16x8_u (i16x8.mul ${load} ${load}) (i16x8.mul ${load} ${load}))`)).toMatch(/narrowShortsU/);
});
