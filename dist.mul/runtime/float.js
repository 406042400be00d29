// Float instructions that JavaScript lacks, and moving bits.
import { R } from './registry.js';
import { scratchF32, scratchF64, scratchI32 } from './scratch.js';
/** Rounds ties to even; also right for f32, whose integers are exact. Adding 2^52 makes the FPU round to integers. */
export function nearest(x) {
    if (!(x < 4503599627370496 && x > -4503599627370496))
        return x + 0; // the sum makes a NaN quiet
    const r = x < 0 ? x - 4503599627370496 + 4503599627370496 : x + 4503599627370496 - 4503599627370496;
    return r === 0 ? x * 0 : r; // x * 0 has the sign of x
}
/** By bits, because NaNs have signs too. */
export function copysign(x, y) {
    scratchF64[0] = y;
    const sign = scratchI32[1] & -2147483648;
    scratchF64[0] = x;
    scratchI32[1] = (scratchI32[1] & 2147483647) | sign;
    return scratchF64[0];
}
export function f32Bits(x) {
    scratchF32[0] = x;
    return scratchI32[0];
}
export function f32FromBits(i) {
    scratchI32[0] = i;
    return scratchF32[0];
}
export function f64Bits(x) {
    scratchF64[0] = x;
    R[0] = scratchI32[1];
    return scratchI32[0];
}
export function f64FromBits(l, h) {
    scratchI32[0] = l;
    scratchI32[1] = h;
    return scratchF64[0];
}
