// The relaxed instructions give what the table in docs/simd.md says, which for most is what an instruction of fixed
// behaviour gives: those must agree on everything.
import { expect, test } from 'vitest';
import { wasmBytes } from '../runtime/native.js';
import { LEVELS, instantiate, type Level } from './engines.js';
import { vectors } from './inputs.js';

const SAME: [relaxed: string, fixed: string, operands: number][] = [
  ['i8x16.relaxed_swizzle', 'i8x16.swizzle', 2],
  ['i32x4.relaxed_trunc_f32x4_s', 'i32x4.trunc_sat_f32x4_s', 1], ['i32x4.relaxed_trunc_f32x4_u', 'i32x4.trunc_sat_f32x4_u', 1],
  ['i32x4.relaxed_trunc_f64x2_s_zero', 'i32x4.trunc_sat_f64x2_s_zero', 1], ['i32x4.relaxed_trunc_f64x2_u_zero', 'i32x4.trunc_sat_f64x2_u_zero', 1],
  ['i8x16.relaxed_laneselect', 'v128.bitselect', 3], ['i16x8.relaxed_laneselect', 'v128.bitselect', 3],
  ['i32x4.relaxed_laneselect', 'v128.bitselect', 3], ['i64x2.relaxed_laneselect', 'v128.bitselect', 3],
  ['f32x4.relaxed_min', 'f32x4.min', 2], ['f32x4.relaxed_max', 'f32x4.max', 2], ['f64x2.relaxed_min', 'f64x2.min', 2], ['f64x2.relaxed_max', 'f64x2.max', 2],
  ['i16x8.relaxed_q15mulr_s', 'i16x8.q15mulr_sat_s', 2],
];
const COUNT = 200;

/** Does one instruction on `COUNT` cases of 64 bytes: three operands, then the result. The engine may not know it, so only ours runs. */
function run(instruction: string, operands: number, level: Level, input: Uint8Array): DataView {
  const args = [0, 16, 32].slice(0, operands).map((offset) => `(v128.load offset=${offset} (local.get $p))`);
  const exports = instantiate(level, wasmBytes(`(module (memory (export "m") 1) (func (export "run") (local $p i32)
    (loop $l (v128.store offset=48 (local.get $p) (${instruction} ${args.join(' ')}))
      (br_if $l (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 64))) (i32.const ${COUNT * 64}))))))`));
  new Uint8Array(exports.m.buffer).set(input);
  exports.run();
  return new DataView(exports.m.buffer);
}
const words = (v: DataView): number[] => Array.from({ length: COUNT * 4 }, (_, k) => v.getInt32((k >> 2) * 64 + 48 + (k & 3) * 4, true));

for (const level of LEVELS) {
  for (const [relaxed, fixed, operands] of SAME) {
    test(`${relaxed} at level ${level}`, () => {
      const input = vectors(COUNT * 4, 99);
      expect(words(run(relaxed, operands, level, input))).toEqual(words(run(fixed, operands, level, input)));
    });
  }

  test(`madd and nmadd round twice, at level ${level}`, () => {
    const input = new Uint8Array(vectors(COUNT * 4, 7)), view = new DataView(input.buffer);
    for (const [name, sign] of [['f32x4.relaxed_madd', 1], ['f32x4.relaxed_nmadd', -1]] as const) {
      const out = run(name, 3, level, input);
      for (let k = 0; k < COUNT * 4; k++) {
        const at = (k >> 2) * 64 + (k & 3) * 4, [a, b, c] = [0, 16, 32].map((o) => view.getFloat32(at + o, true));
        expect(out.getFloat32(at + 48, true)).toBe(Math.fround(sign * Math.fround(a * b) + c));
      }
    }
    for (const [name, sign] of [['f64x2.relaxed_madd', 1], ['f64x2.relaxed_nmadd', -1]] as const) {
      const out = run(name, 3, level, input);
      for (let k = 0; k < COUNT * 2; k++) {
        const at = (k >> 1) * 64 + (k & 1) * 8, [a, b, c] = [0, 16, 32].map((o) => view.getFloat64(at + o, true));
        expect(out.getFloat64(at + 48, true)).toBe(sign * (a * b) + c);
      }
    }
  });

  test(`dot products take both operands as signed and wrap, at level ${level}`, () => {
    const input = new Uint8Array(vectors(COUNT * 4, 8)), view = new DataView(input.buffer);
    const sum = (at: number): number => ((view.getInt8(at) * view.getInt8(at + 16) + view.getInt8(at + 1) * view.getInt8(at + 17)) << 16) >> 16;
    const pairs = run('i16x8.relaxed_dot_i8x16_i7x16_s', 2, level, input);
    for (let k = 0; k < COUNT * 8; k++) {
      const at = (k >> 3) * 64 + (k & 7) * 2;
      expect(pairs.getInt16(at + 48, true)).toBe(sum(at));
    }
    const sums = run('i32x4.relaxed_dot_i8x16_i7x16_add_s', 3, level, input);
    for (let k = 0; k < COUNT * 4; k++) {
      const at = (k >> 2) * 64 + (k & 3) * 4;
      expect(sums.getInt32(at + 48, true)).toBe((sum(at) + sum(at + 2) + view.getInt32(at + 32, true)) | 0);
    }
  });
}
