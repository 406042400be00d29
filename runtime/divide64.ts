// 64-bit division without BigInt, which is slow everywhere and missing in small engines. Two exact ways:
//
// - Both operands below 2^53 in magnitude: a division of doubles, truncated. It cannot round up to an integer, because the
//   distance of a quotient n/d from the next integer is at least 1/d, more than half a unit in its last place.
// - Otherwise the quotient is below 2^32, for a divisor of one word once the high word is what it leaves of it: an estimate in doubles,
//   made too small on purpose by a factor that outweighs all rounding, is right or one too small, and the remainder tells which. Below 2^20
//   its product with the low word is exact in doubles.
//
// Each function is as small as V8 inlines it. Operands and results are coerced where V8 knows no type of them, that is of parameters and of
// calls it does not inline: remainders of such numbers are those of doubles once one was -0, and take ten times as long. Borrows are comparisons
// made integers, as V8 makes branches of choices between 0 and 1, and these would be taken at random.

import { i64MulHighU } from './int64.js';
import { R } from './registry.js';
import { trap } from './traps.js';

export function i64DivU(al: number, ah: number, bl: number, bh: number): number {
  if ((ah | bh) === 0 && bl !== 0) {
    R[0] = 0;
    return ((al >>> 0) / (bl >>> 0)) | 0;
  }
  return divideU(al, ah, bl, bh);
}

export function i64RemU(al: number, ah: number, bl: number, bh: number): number {
  if ((ah | bh) === 0 && bl !== 0) {
    R[0] = 0;
    return ((al >>> 0) % (bl >>> 0)) | 0;
  }
  return remainderU(al, ah, bl, bh) | 0;
}

export function i64DivS(al: number, ah: number, bl: number, bh: number): number {
  // Two int32 values; -1 is left out for -2^31 / -1.
  if (ah === al >> 31 && bh === bl >> 31 && bl !== 0 && bl !== -1) {
    const q = ((al | 0) / (bl | 0)) | 0;
    R[0] = q >> 31;
    return q;
  }
  return divideS(al, ah, bl, bh);
}

export function i64RemS(al: number, ah: number, bl: number, bh: number): number {
  if (ah === al >> 31 && bh === bl >> 31 && bl !== 0) {
    const r = ((al | 0) % (bl | 0)) | 0;
    R[0] = r >> 31;
    return r;
  }
  return remainderS(al, ah, bl, bh) | 0;
}

export function divideU(al: number, ah: number, bl: number, bh: number): number {
  if ((bl | bh) === 0) trap('divide by zero');
  let n = (ah >>> 0) * 4294967296 + (al >>> 0);
  const d = (bh >>> 0) * 4294967296 + (bl >>> 0);
  if (n < 9007199254740992 && d < 9007199254740992) {
    const q = Math.floor(n / d);
    R[0] = q * 2.3283064365386963e-10;
    return q | 0;
  }
  let high = 0;
  if (bh === 0) {
    high = ((ah >>> 0) / (bl >>> 0)) >>> 0;
    ah = (ah - Math.imul(high, bl)) | 0;
    n = (ah >>> 0) * 4294967296 + (al >>> 0);
  }
  const q = estimate(n, d);
  const pl = Math.imul(q, bl);
  const ph = (i64MulHighU(q, bl) + Math.imul(q, bh)) | 0;
  const rl = (al - pl) | 0;
  const rh = (ah - ph - ((((al >>> 0) < (pl >>> 0)) as unknown as number) | 0)) | 0;
  R[0] = high;
  return rh >>> 0 > bh >>> 0 || (rh === bh && rl >>> 0 >= bl >>> 0) ? (q + 1) | 0 : q;
}

export function remainderU(al: number, ah: number, bl: number, bh: number): number {
  if ((bl | bh) === 0) trap('remainder by zero');
  let n = (ah >>> 0) * 4294967296 + (al >>> 0);
  const d = (bh >>> 0) * 4294967296 + (bl >>> 0);
  if (n < 9007199254740992 && d < 9007199254740992) {
    const r = n - Math.floor(n / d) * d;
    R[0] = r * 2.3283064365386963e-10;
    return r | 0;
  }
  if (bh === 0) {
    ah = ((ah >>> 0) % (bl >>> 0)) | 0;
    n = (ah >>> 0) * 4294967296 + (al >>> 0);
  }
  const q = estimate(n, d);
  const pl = Math.imul(q, bl);
  const ph = (i64MulHighU(q, bl) + Math.imul(q, bh)) | 0;
  const rl = (al - pl) | 0;
  const rh = (ah - ph - ((((al >>> 0) < (pl >>> 0)) as unknown as number) | 0)) | 0;
  if (rh >>> 0 > bh >>> 0 || (rh === bh && rl >>> 0 >= bl >>> 0)) {
    R[0] = rh - bh - ((((rl >>> 0) < (bl >>> 0)) as unknown as number) | 0);
    return (rl - bl) | 0;
  }
  R[0] = rh;
  return rl;
}

/** floor(n / d) or one less, for a quotient below 2^32: 2^-50 outweighs the four roundings, and 2^32 * 2^-50 is less than 1. */
export function estimate(n: number, d: number): number {
  return ((n / d) * 0.9999999999999991) | 0;
}

export function divideS(al: number, ah: number, bl: number, bh: number): number {
  if ((bl | bh) === 0) trap('divide by zero');
  if (ah === -2147483648 && al === 0 && (bl & bh) === -1) trap('divide result unrepresentable');
  if (((ah + 2097152) | (bh + 2097152)) >>> 22 === 0) {
    const q = Math.trunc((ah * 4294967296 + (al >>> 0)) / (bh * 4294967296 + (bl >>> 0)));
    R[0] = Math.floor(q * 2.3283064365386963e-10);
    return q | 0;
  }
  const negative = (ah ^ bh) < 0;
  const q = divideU(absoluteLow(al, ah), absoluteHigh(al, ah), absoluteLow(bl, bh), absoluteHigh(bl, bh));
  return negative ? negate(q, R[0]) : q;
}

export function remainderS(al: number, ah: number, bl: number, bh: number): number {
  if ((bl | bh) === 0) trap('remainder by zero');
  if ((ah | bh) >>> 21 === 0) {
    const n = ah * 4294967296 + (al >>> 0);
    const d = bh * 4294967296 + (bl >>> 0);
    const r = n - Math.floor(n / d) * d;
    R[0] = r * 2.3283064365386963e-10;
    return r | 0;
  }
  return ((ah | bh) >= 0 ? remainderOfLarge(al, ah, bl, bh) : remainderOfNegative(al, ah, bl, bh)) | 0;
}

/** Of unsigned numbers not both of which are below 2^53, where the quotient is mostly small. */
export function remainderOfLarge(al: number, ah: number, bl: number, bh: number): number {
  const q = Math.floor((((ah >>> 0) * 4294967296 + (al >>> 0)) / ((bh >>> 0) * 4294967296 + (bl >>> 0))) * 0.9999999999999991);
  if (q >= 1048576) return remainderU(al, ah, bl, bh) | 0;
  const low = (al >>> 0) - q * (bl >>> 0);
  const rl = low | 0;
  const rh = (ah - Math.imul(q, bh) + Math.floor(low * 2.3283064365386963e-10)) | 0;
  if (rh >>> 0 > bh >>> 0 || (rh === bh && rl >>> 0 >= bl >>> 0)) {
    R[0] = rh - bh - ((((rl >>> 0) < (bl >>> 0)) as unknown as number) | 0);
    return (rl - bl) | 0;
  }
  R[0] = rh;
  return rl;
}

export function remainderOfNegative(al: number, ah: number, bl: number, bh: number): number {
  const r = remainderU(absoluteLow(al, ah), absoluteHigh(al, ah), absoluteLow(bl, bh), absoluteHigh(bl, bh));
  return ah < 0 ? negate(r, R[0]) : r;
}

export function absoluteLow(l: number, h: number): number {
  return h < 0 ? -l | 0 : l;
}

export function absoluteHigh(l: number, h: number): number {
  return h < 0 ? (l === 0 ? -h | 0 : ~h) : h;
}

export function negate(l: number, h: number): number {
  R[0] = l === 0 ? -h : ~h;
  return -l | 0;
}
