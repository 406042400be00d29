// Between lane sizes: extensions, extended products and sums, dot products, narrowing.
import type { OpName } from '../../spec/opcodes.js';
import { Kind } from '../../spec/types.js';
import type { Node } from '../../ir/node.js';
import { irOp } from '../../ir/ops.js';
import { add, and, eq, mul, or, shl, shrS, shrU, sub, xor } from '../bits.js';
import { mulHighU, signOf } from '../pairs.js';
import { lowerOps, type WordLowering } from '../words.js';
import { eachWord, eachWord1, type Binary } from './each-word.js';

const HELPER = irOp('helper');

/** Lane `k` of a word as an int32. */
export const byteOf = (w: WordLowering, a: Node, k: number, signed: boolean): Node =>
  (signed ? shrS(w, shl(w, a, 24 - 8 * k), 24) : and(w, shrU(w, a, 8 * k), 0xff));
const shortOf = (w: WordLowering, a: Node, k: number, signed: boolean): Node =>
  (signed ? shrS(w, k === 0 ? shl(w, a, 16) : a, 16) : k === 0 ? and(w, a, 0xffff) : shrU(w, a, 16));
/** Two shorts as a word; the upper bits of `low` do not matter, nor those of `high`. */
const shorts = (w: WordLowering, low: Node, high: Node): Node => or(w, and(w, low, 0xffff), shl(w, high, 16));

/** The two words that the lanes of one extend to. */
export function extendWord(w: WordLowering, a: Node, bits: 8 | 16 | 32, signed: boolean): [Node, Node] {
  if (bits === 32) return [a, signed ? signOf(w, a) : w.zero()];
  if (bits === 16) return [shortOf(w, a, 0, signed), shortOf(w, a, 1, signed)];
  if (signed) {
    return [
      or(w, and(w, byteOf(w, a, 0, true), 0xffff), and(w, shrS(w, shl(w, a, 16), 8), -65536)),
      or(w, and(w, byteOf(w, a, 2, true), 0xffff), and(w, shrS(w, a, 8), -65536)),
    ];
  }
  return [
    or(w, and(w, a, 0xff), and(w, shl(w, a, 8), 0xff0000)),
    or(w, and(w, shrU(w, a, 16), 0xff), and(w, shrU(w, a, 8), 0xff0000)),
  ];
}

/** The lanes of `bits` bits of two words multiplied, as two words. */
function multiplyWord(w: WordLowering, a: Node, b: Node, bits: 8 | 16 | 32, signed: boolean): [Node, Node] {
  if (bits === 32) return signed ? mulWideS(w, a, b) : mulWideU(w, a, b);
  if (bits === 16) return [0, 1].map((k) => mul(w, shortOf(w, a, k, signed), shortOf(w, b, k, signed))) as [Node, Node];
  const product = (k: number): Node => mul(w, byteOf(w, a, k, signed), byteOf(w, b, k, signed));
  return [shorts(w, product(0), product(1)), shorts(w, product(2), product(3))];
}
function mulWideU(w: WordLowering, a: Node, b: Node): [Node, Node] {
  const lo = mul(w, a, b);
  return [lo, mulHighU(w, a, b, lo)];
}
function mulWideS(w: WordLowering, a: Node, b: Node): [Node, Node] {
  const [lo, hi] = mulWideU(w, a, b);
  return [lo, sub(w, sub(w, hi, and(w, signOf(w, a), b)), and(w, signOf(w, b), a))];
}

for (const [wide, narrow, bits] of [['i16x8', 'i8x16', 8], ['i32x4', 'i16x8', 16], ['i64x2', 'i32x4', 32]] as const) {
  for (const half of ['low', 'high'] as const) {
    const first = half === 'low' ? 0 : 2;
    for (const signed of [true, false]) {
      const end = `${half}_${narrow}_${signed ? 's' : 'u'}`;
      lowerOps([`${wide}.extend_${end}` as OpName], (w, n) => {
        const a = w.v(n.args[0]);
        w.setV(n, [...extendWord(w, a[first], bits, signed), ...extendWord(w, a[first + 1], bits, signed)]);
        if (bits === 8 && !signed) w.setShortLimit(n, 0xff);
      });
      lowerOps([`${wide}.extmul_${end}` as OpName], (w, n) => {
        const a = w.v(n.args[0]), b = w.v(n.args[1]);
        w.setV(n, [...multiplyWord(w, a[first], b[first], bits, signed), ...multiplyWord(w, a[first + 1], b[first + 1], bits, signed)]);
        if (bits === 8 && !signed) w.setShortLimit(n, 0xff * 0xff);
      });
    }
  }
}

// Sums of neighbours

lowerOps(['i16x8.extadd_pairwise_i8x16_u'], (w, n) => {
  w.setV(n, w.v(n.args[0]).map((a) => add(w, and(w, a, 0x00ff00ff), and(w, shrU(w, a, 8), 0x00ff00ff))));
  w.setShortLimit(n, 2 * 0xff);
});
eachWord1('i16x8.extadd_pairwise_i8x16_s', (w, a) => {
  // Bytes as unsigned ones 128 too large; the sums, 256 too large, are set right without borrowing from the lane above.
  const biased = xor(w, a, 0x80808080);
  const sums = add(w, and(w, biased, 0x00ff00ff), and(w, shrU(w, biased, 8), 0x00ff00ff));
  return xor(w, sub(w, or(w, sums, 0x80008000), 0x01000100), 0x80008000);
});
eachWord1('i32x4.extadd_pairwise_i16x8_s', (w, a) => add(w, shortOf(w, a, 0, true), shortOf(w, a, 1, true)));
eachWord1('i32x4.extadd_pairwise_i16x8_u', (w, a) => add(w, shortOf(w, a, 0, false), shortOf(w, a, 1, false)));
eachWord('i32x4.dot_i16x8_s', (w, a, b) => add(w, mul(w, shortOf(w, a, 0, true), shortOf(w, b, 0, true)), mul(w, shortOf(w, a, 1, true), shortOf(w, b, 1, true))));

const q15Multiply: Binary = (w, a, b) => {
  const [low, high] = [0, 1].map((k) => {
    const product = shrS(w, add(w, mul(w, shortOf(w, a, k, true), shortOf(w, b, k, true)), 0x4000), 15);
    // Only -1 times -1 is too large, by one.
    return sub(w, product, eq(w, product, 0x8000));
  });
  return shorts(w, low, high);
};
eachWord('i16x8.q15mulr_sat_s', q15Multiply);
eachWord('i16x8.relaxed_q15mulr_s', q15Multiply);

/** Sums of products of neighbouring bytes; the relaxed instructions let the second operand be taken as signed. */
const byteProducts = (w: WordLowering, a: Node, b: Node): Node[] => [0, 1, 2, 3].map((k) => mul(w, byteOf(w, a, k, true), byteOf(w, b, k, true)));
eachWord('i16x8.relaxed_dot_i8x16_i7x16_s', (w, a, b) => {
  const p = byteProducts(w, a, b);
  return shorts(w, add(w, p[0], p[1]), add(w, p[2], p[3]));
});
lowerOps(['i32x4.relaxed_dot_i8x16_i7x16_add_s'], (w, n) => {
  const [a, b, c] = n.args.map((x) => w.v(x));
  w.setV(n, a.map((x, k) => {
    // The sums of two are shorts that wrap.
    const p = byteProducts(w, x, b[k]);
    const pair = (i: number): Node => shrS(w, shl(w, add(w, p[i], p[i + 1]), 16), 16);
    return add(w, add(w, pair(0), pair(2)), c[k]);
  }));
});

/** The low bytes of the shorts of two words, whose high bytes are 0. */
const packBytes = (w: WordLowering, a: Node, b: Node): Node => or(w, and(w, or(w, a, shrU(w, a, 8)), 0xffff), shl(w, or(w, b, shrU(w, b, 8)), 16));

// Narrowing: four lanes of two words saturate into one word

for (const [name, helper] of [
  ['i8x16.narrow_i16x8_s', 'narrow16WordS'], ['i8x16.narrow_i16x8_u', 'narrow16WordU'], ['i16x8.narrow_i32x4_s', 'narrow32WordS'], ['i16x8.narrow_i32x4_u', 'narrow32WordU'],
] as [OpName, string][]) {
  lowerOps([name], (w, n) => {
    const words = [...w.v(n.args[0]), ...w.v(n.args[1])];
    if (name.startsWith('i8x16') && Math.max(w.shortLimit(n.args[0]), w.shortLimit(n.args[1])) <= (name.endsWith('s') ? 127 : 255)) {
      w.setV(n, [0, 2, 4, 6].map((k) => packBytes(w, words[k], words[k + 1])));
      return;
    }
    w.setV(n, [0, 2, 4, 6].map((k) => {
      const word = w.emit(HELPER, Kind.I32, [words[k], words[k + 1]]);
      word.aux = helper;
      return word;
    }));
  });
}
