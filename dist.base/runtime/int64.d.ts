/**
 * High word of the unsigned product of two words. The product in doubles is off by less than 2^11, and so is the
 * difference to the low word, which imul knows exactly: a 2^-20th of the multiple of 2^32 that remains.
 */
export declare function i64MulHighU(a: number, b: number): number;
export declare function i64Mul(al: number, ah: number, bl: number, bh: number): number;
export declare function i64Shl(l: number, h: number, k: number): number;
export declare function i64ShrS(l: number, h: number, k: number): number;
export declare function i64ShrU(l: number, h: number, k: number): number;
export declare function i64Rotl(l: number, h: number, k: number): number;
export declare function i64Rotr(l: number, h: number, k: number): number;
export declare function i64Clz(l: number, h: number): number;
export declare function i64Ctz(l: number, h: number): number;
export declare function i64Popcnt(l: number, h: number): number;
/** One addition of two exact numbers, hence rounded once. */
export declare function i64ToF64S(l: number, h: number): number;
export declare function i64ToF64U(l: number, h: number): number;
/**
 * Rounding to f64 and then to f32 could hit a tie that is none. Where the f64 would be inexact, all bits below 2^12 are
 * gathered in one: they are far below the last bit of an f32 of that size, and the f64 becomes exact.
 */
export declare function i64ToF32S(l: number, h: number): number;
export declare function i64ToF32U(l: number, h: number): number;
export declare function stickyLow(l: number, large: number): number;
export declare function i64ToBig(l: number, h: number): bigint;
/** Storing into a BigInt64Array is ToBigInt64: it throws for numbers, takes strings, and wraps. */
export declare function i64FromBig(b: unknown): number;
