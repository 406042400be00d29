// i64 instructions on pairs of int32 words. The low word is returned, the high word left in R[0].
import { i32Ctz, i32Popcnt } from './int32.js';
import { R } from './registry.js';
import { scratchI32, scratchI64 } from './scratch.js';
/**
 * High word of the unsigned product of two words. The product in doubles is off by less than 2^11, and so is the
 * difference to the low word, which imul knows exactly: a 2^-20th of the multiple of 2^32 that remains.
 */
export function i64MulHighU(a, b) {
    return (((a >>> 0) * (b >>> 0) - (Math.imul(a, b) >>> 0)) * 2.3283064365386963e-10 + 0.5) | 0;
}
export function i64Mul(al, ah, bl, bh) {
    const l = Math.imul(al, bl);
    const h = (((al >>> 0) * (bl >>> 0) - (l >>> 0)) * 2.3283064365386963e-10 + 0.5) | 0;
    R[0] = h + Math.imul(al, bh) + Math.imul(ah, bl);
    return l;
}
// JavaScript takes shift counts modulo 32; (x >>> 1) >>> ~k is x >>> 32 - k also for k = 0.
export function i64Shl(l, h, k) {
    if (k & 32) {
        R[0] = l << k;
        return 0;
    }
    R[0] = (h << k) | ((l >>> 1) >>> ~k);
    return l << k;
}
export function i64ShrS(l, h, k) {
    if (k & 32) {
        R[0] = h >> 31;
        return h >> k;
    }
    R[0] = h >> k;
    return (l >>> k) | ((h << 1) << ~k);
}
export function i64ShrU(l, h, k) {
    if (k & 32) {
        R[0] = 0;
        return (h >>> k) | 0;
    }
    R[0] = h >>> k;
    return (l >>> k) | ((h << 1) << ~k);
}
export function i64Rotl(l, h, k) {
    if (k & 32) {
        const t = l;
        l = h;
        h = t;
    }
    R[0] = (h << k) | ((l >>> 1) >>> ~k);
    return (l << k) | ((h >>> 1) >>> ~k);
}
export function i64Rotr(l, h, k) {
    return i64Rotl(l, h, -k);
}
export function i64Clz(l, h) {
    return h === 0 ? Math.clz32(l) + 32 : Math.clz32(h);
}
export function i64Ctz(l, h) {
    return l === 0 ? i32Ctz(h) + 32 : i32Ctz(l);
}
export function i64Popcnt(l, h) {
    return i32Popcnt(l) + i32Popcnt(h);
}
/** One addition of two exact numbers, hence rounded once. */
export function i64ToF64S(l, h) {
    return h * 4294967296 + (l >>> 0);
}
export function i64ToF64U(l, h) {
    return (h >>> 0) * 4294967296 + (l >>> 0);
}
/**
 * Rounding to f64 and then to f32 could hit a tie that is none. Where the f64 would be inexact, all bits below 2^12 are
 * gathered in one: they are far below the last bit of an f32 of that size, and the f64 becomes exact.
 */
export function i64ToF32S(l, h) {
    return Math.fround(h * 4294967296 + (stickyLow(l, (h ^ (h >> 31)) >>> 21) >>> 0));
}
export function i64ToF32U(l, h) {
    return Math.fround((h >>> 0) * 4294967296 + (stickyLow(l, h >>> 21) >>> 0));
}
export function stickyLow(l, large) {
    return large !== 0 && (l & 0xfff) !== 0 ? (l & ~0xfff) | 0x800 : l;
}
export function i64ToBig(l, h) {
    scratchI32[0] = l;
    scratchI32[1] = h;
    return scratchI64[0];
}
/** Storing into a BigInt64Array is ToBigInt64: it throws for numbers, takes strings, and wraps. */
export function i64FromBig(b) {
    scratchI64[0] = b;
    R[0] = scratchI32[1];
    return scratchI32[0];
}
