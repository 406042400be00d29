// i64 instructions on pairs of int32 words. The low word is returned, the high word left in R[0].

import { i32Ctz, i32Popcnt } from './int32.js';
import { R } from './registry.js';
import { scratchI32, scratchI64 } from './scratch.js';

/**
 * High word of the unsigned product of two words: the product in doubles rounded down, and less of it where the low word is one of the
 * last 1024, as it is off by less than 2^11 (compiler/emit/high-words.ts).
 */
export function i64MulHighU(a: number, b: number): number {
  return ((a >>> 0) * (b >>> 0) * 2.3283064365386963e-10 - (Math.imul(a, b) >> 10 === -1 ? 9.5367431640625e-7 : 0)) | 0;
}

export function i64Mul(al: number, ah: number, bl: number, bh: number): number {
  const l = Math.imul(al, bl);
  const h = (((al >>> 0) * (bl >>> 0) - (l >>> 0)) * 2.3283064365386963e-10 + 0.5) | 0;
  R[0] = h + Math.imul(al, bh) + Math.imul(ah, bl);
  return l;
}

// JavaScript takes shift counts modulo 32; (x >>> 1) >>> ~k is x >>> 32 - k also for k = 0.

export function i64Shl(l: number, h: number, k: number): number {
  if (k & 32) {
    R[0] = l << k;
    return 0;
  }
  R[0] = (h << k) | ((l >>> 1) >>> ~k);
  return l << k;
}

export function i64ShrS(l: number, h: number, k: number): number {
  if (k & 32) {
    R[0] = h >> 31;
    return h >> k;
  }
  R[0] = h >> k;
  return (l >>> k) | ((h << 1) << ~k);
}

export function i64ShrU(l: number, h: number, k: number): number {
  if (k & 32) {
    R[0] = 0;
    return (h >>> k) | 0;
  }
  R[0] = h >>> k;
  return (l >>> k) | ((h << 1) << ~k);
}

export function i64Rotl(l: number, h: number, k: number): number {
  if (k & 32) {
    const t = l;
    l = h;
    h = t;
  }
  R[0] = (h << k) | ((l >>> 1) >>> ~k);
  return (l << k) | ((h >>> 1) >>> ~k);
}

export function i64Rotr(l: number, h: number, k: number): number {
  return i64Rotl(l, h, -k);
}

export function i64Clz(l: number, h: number): number {
  return h === 0 ? Math.clz32(l) + 32 : Math.clz32(h);
}

export function i64Ctz(l: number, h: number): number {
  return l === 0 ? i32Ctz(h) + 32 : i32Ctz(l);
}

export function i64Popcnt(l: number, h: number): number {
  return i32Popcnt(l) + i32Popcnt(h);
}

/** One addition of two exact numbers, hence rounded once. */
export function i64ToF64S(l: number, h: number): number {
  return h * 4294967296 + (l >>> 0);
}

export function i64ToF64U(l: number, h: number): number {
  return (h >>> 0) * 4294967296 + (l >>> 0);
}

/**
 * Rounding to f64 and then to f32 could hit a tie that is none. Where the f64 would be inexact, all bits below 2^12 are
 * gathered in one: they are far below the last bit of an f32 of that size, and the f64 becomes exact.
 */
export function i64ToF32S(l: number, h: number): number {
  return Math.fround(h * 4294967296 + (stickyLow(l, (h ^ (h >> 31)) >>> 21) >>> 0));
}

export function i64ToF32U(l: number, h: number): number {
  return Math.fround((h >>> 0) * 4294967296 + (stickyLow(l, h >>> 21) >>> 0));
}

export function stickyLow(l: number, large: number): number {
  return large !== 0 && (l & 0xfff) !== 0 ? (l & ~0xfff) | 0x800 : l;
}

export function i64ToBig(l: number, h: number): bigint {
  scratchI32[0] = l;
  scratchI32[1] = h;
  return (scratchI64 as BigInt64Array)[0];
}

/** Storing into a BigInt64Array is ToBigInt64: it throws for numbers, takes strings, and wraps. */
export function i64FromBig(b: unknown): number {
  (scratchI64 as BigInt64Array)[0] = b as bigint;
  R[0] = scratchI32[1];
  return scratchI32[0];
}
