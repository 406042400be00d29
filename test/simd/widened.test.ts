// Bytes widened to shorts, as pixels are: knowing how large shorts can be, additions, shifts and products become plain
// ones. Random chains of them, up to and over the limits, against the engine.
import { expect, test } from 'vitest';
import { randomInts } from '../runtime/native.js';
import { difference, instances } from './engines.js';
import { vectors } from './inputs.js';

const COUNT = 40;

for (let group = 0; group < 5; group++) {
  test(`chains ${group * 40} to ${group * 40 + 39}`, () => {
    for (let seed = group * 40; seed < group * 40 + 40; seed++) {
      const random = randomInts(seed * 7919 + 3), below = (n: number): number => (random() >>> 0) % n, pick = <T>(list: readonly T[]): T => list[below(list.length)];
      const known = (): string => {
        const n = pick([0, 1, 2, 3, 90, 127, 128, 166, 255, 256, 257, 300, 32767, 32768, 65535]);
        return below(3) ? `(i16x8.splat (i32.const ${n}))` : `(v128.const i16x8 ${Array.from({ length: 8 }, () => below(n + 1)).join(' ')})`;
      };
      const load = (): string => `(v128.load offset=${16 * below(3)} (local.get $p))`;
      const leaf = (): string => pick([
        () => `(i16x8.extend_${pick(['low', 'high'])}_i8x16_${pick(['u', 'u', 'u', 's'])} ${load()})`, () => `(v128.load8x8_u offset=${below(40)} (local.get $p))`,
        () => `(i16x8.extadd_pairwise_i8x16_u ${load()})`, () => `(i16x8.extmul_low_i8x16_u ${load()} ${load()})`, () => `(v128.and ${known()} ${load()})`, load, known,
      ])();
      const value = (depth: number): string => {
        if (depth === 0) return leaf();
        switch (below(6)) {
          case 0: case 1: return `(i16x8.mul ${value(depth - 1)} ${below(3) ? known() : value(depth - 1)})`;
          case 2: return `(i16x8.add ${value(depth - 1)} ${value(depth - 1)})`;
          case 3: return `(i16x8.${pick(['shr_u', 'shr_u', 'shr_s', 'shl'])} ${value(depth - 1)} (i32.const ${below(20)}))`;
          case 4: return `(i16x8.${pick(['sub', 'min_u', 'max_s', 'avgr_u', 'eq'])} ${value(depth - 1)} ${value(depth - 1)})`;
          default: return `(v128.and ${value(depth - 1)} ${known()})`;
        }
      };
      const wat = `(module (memory (export "m") 1) (func (export "run") (local $p i32)
        (loop $l (v128.store offset=48 (local.get $p) (i8x16.narrow_i16x8_${pick(['u', 's'])} ${value(3)} ${value(3)}))
          (v128.store offset=${COUNT * 64} (local.get $p) ${value(4)})
          (br_if $l (i32.lt_u (local.tee $p (i32.add (local.get $p) (i32.const 64))) (i32.const ${COUNT * 64}))))))`;
      const input = vectors(COUNT * 4, seed + 1);
      for (const { level, native, ours } of instances(wat)) {
        for (const e of [native, ours]) {
          new Uint8Array(e.m.buffer).set(input);
          e.run();
        }
        const found = difference(native.m.buffer, ours.m.buffer, 0, 2 * COUNT * 64, 'bits');
        expect(found && `chain ${seed} at level ${level}, ${found}\n${wat}`).toBe(undefined);
      }
    }
  });
}
