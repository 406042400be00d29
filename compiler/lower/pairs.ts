// 64-bit integers as pairs of int32 words, low and high: what i64 instructions and the lanes of i64x2 have in common.
// The forms are the ones that measure fastest: carries by unsigned comparison, products through a double that is
// exact after rounding.
import { opId } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import type { Node } from '../ir/node.js';
import { irOp } from '../ir/ops.js';
import { add, and, eq, isConst, ltU, mul, or, shl, shrS, shrU, sub, xor } from './bits.js';
import type { WordLowering } from './words.js';

const ADD = opId('i32.add'), SUB = opId('i32.sub'), MUL = opId('i32.mul'), LT_S = opId('i32.lt_s'), LT_U = opId('i32.lt_u'), SHR_S = opId('i32.shr_s');
const MULHI_U = irOp('i32.mulhi_u'), MULHI_S = irOp('i32.mulhi_s'), MULHI_SU = irOp('i32.mulhi_su');
const MULHI53_U = irOp('i32.mulhi53_u'), MULHI53_S = irOp('i32.mulhi53_s');

export type Pair = readonly [lo: Node, hi: Node];
const isZero = (n: Node): boolean => isConst(n) && n.imm === 0;

export const signOf = (w: WordLowering, lo: Node): Node => shrS(w, lo, 31);

// A low word that is needed twice is written as one node even if it could fold: it is what the pair's name refers to.
export function addPairs(w: WordLowering, [al, ah]: Pair, [bl, bh]: Pair): Pair {
  const lo = w.i32(ADD, al, bl);
  return [lo, add(w, add(w, ah, bh), ltU(w, lo, bl))];
}
export function subPairs(w: WordLowering, [al, ah]: Pair, [bl, bh]: Pair): Pair {
  const lo = w.i32(SUB, al, bl);
  return [lo, sub(w, sub(w, ah, bh), ltU(w, al, bl))];
}
/** High word of the unsigned product whose low word is `lo`. */
export const mulHighU = (w: WordLowering, a: Node, b: Node, lo: Node): Node => (isZero(a) || isZero(b) ? w.zero() : w.emit(MULHI_U, Kind.I32, [a, b, lo]));

/** Does the high word say no more than that the low one is signed, or unsigned? A low word by itself is unsigned. */
export function isSigned([lo, hi]: Pair): boolean {
  if (isConst(hi)) return isConst(lo) && hi.imm === lo.imm >> 31;
  return hi.op === SHR_S && hi.args[0] === lo && isConst(hi.args[1]) && hi.args[1].imm === 31;
}
/** Factors whose product with any word is below 2^53. */
const SMALL = 2 ** 21;

/** High word of `a * (2^k + 1)` or `a * (2^k - 1)`, which is a shift and the carry of a sum; null for other factors. */
function shiftedHigh(w: WordLowering, a: Node, isSigned: boolean, factor: number, lo: Node): Node | null {
  const isSum = ((factor - 1) & (factor - 2)) === 0, shift = 31 - Math.clz32(isSum ? factor : factor + 1);
  if (factor < 3 || (!isSum && factor !== 2 ** shift - 1)) return null;
  const sign = isSigned ? shrS(w, a, 31) : w.zero();
  const shifted = isSigned ? shrS(w, a, 32 - shift) : shrU(w, a, 32 - shift);
  return isSum ? add(w, add(w, shifted, sign), ltU(w, lo, a)) : sub(w, sub(w, shifted, sign), ltU(w, shl(w, a, shift), a));
}
/** High word of the product of two words, each signed or not; `lo` is the low one. */
function mulHigh(w: WordLowering, a: Node, aSigned: boolean, b: Node, bSigned: boolean, lo: Node): Node {
  if (isZero(a) || isZero(b)) return w.zero();
  if (isConst(b) && b.imm < SMALL && (b.imm >= 0 || (bSigned && b.imm >= -SMALL))) {
    return shiftedHigh(w, a, aSigned, b.imm, lo) ?? w.emit(aSigned ? MULHI53_S : MULHI53_U, Kind.I32, [a, b]);
  }
  if (aSigned === bSigned) return w.emit(aSigned ? MULHI_S : MULHI_U, Kind.I32, [a, b, lo]);
  return w.emit(MULHI_SU, Kind.I32, aSigned ? [a, b, lo] : [b, a, lo]);
}
export function mulPairs(w: WordLowering, a: Pair, b: Pair): Pair {
  // A constant is the second factor.
  if (isConst(a[0])) [a, b] = [b, a];
  const [al, ah] = a, [bl, bh] = b;
  const lo = w.i32(MUL, al, bl);
  const aSigned = isSigned(a), bSigned = isSigned(b);
  let high = mulHigh(w, al, aSigned, bl, bSigned, lo);
  if (!bSigned) high = add(w, high, mul(w, al, bh));
  if (!aSigned) high = add(w, high, mul(w, ah, bl));
  return [lo, high];
}

/** The word `high << k | low >>> 32 - k`, 0 < k < 32. */
export const funnel = (w: WordLowering, high: Node, low: Node, k: number): Node => or(w, shl(w, high, k), shrU(w, low, 32 - k));

/** Shifts by a constant below 64 are moves. */
export function shlPair(w: WordLowering, [l, h]: Pair, k: number): Pair {
  if (k === 0) return [l, h];
  return k < 32 ? [shl(w, l, k), funnel(w, h, l, k)] : [w.zero(), shl(w, l, k - 32)];
}
export function shrUPair(w: WordLowering, [l, h]: Pair, k: number): Pair {
  if (k === 0) return [l, h];
  return k < 32 ? [funnel(w, h, l, 32 - k), shrU(w, h, k)] : [shrU(w, h, k - 32), w.zero()];
}
export function shrSPair(w: WordLowering, [l, h]: Pair, k: number): Pair {
  if (k === 0) return [l, h];
  return k < 32 ? [funnel(w, h, l, 32 - k), shrS(w, h, k)] : [shrS(w, h, k - 32), shrS(w, h, 31)];
}

/** A word that is zero exactly if both pairs are equal. */
export const difference = (w: WordLowering, [al, ah]: Pair, [bl, bh]: Pair): Node => or(w, xor(w, al, bl), xor(w, ah, bh));

/** a < b, 0 or 1: by the high words, and by the low ones (unsigned) where those are equal. */
export function lessPairs(w: WordLowering, [al, ah]: Pair, [bl, bh]: Pair, signed: boolean): Node {
  return or(w, w.i32(signed ? LT_S : LT_U, ah, bh), and(w, eq(w, ah, bh), ltU(w, al, bl)));
}
