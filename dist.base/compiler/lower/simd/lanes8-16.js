import { add, and, blend, isConst, not, or, shl, shrU, sub, xor } from '../bits.js';
export const BYTES = { bits: 8, one: 0x01010101, high: 0x80808080 | 0, low: 0x7f7f7f7f, max: 0xff };
export const SHORTS = { bits: 16, one: 0x00010001, high: 0x80008000 | 0, low: 0x7fff7fff, max: 0xffff };
/** All ones in the lanes whose high bit is set in `t`, which has no other bits. */
export const lanesOf = (w, s, t) => sub(w, shl(w, t, 1), shrU(w, t, s.bits - 1));
const highBits = (w, s, t) => and(w, t, s.high);
export function addLanes(w, s, a, b) {
    return xor(w, add(w, and(w, a, s.low), and(w, b, s.low)), highBits(w, s, xor(w, a, b)));
}
/** Differences of the low parts, with a high bit that is 0 where they borrow. */
const differences = (w, s, a, b) => sub(w, or(w, a, s.high), and(w, b, s.low));
export function subLanes(w, s, a, b) {
    return xor(w, differences(w, s, a, b), highBits(w, s, not(w, xor(w, a, b))));
}
/** High bits of the lanes where a >= b. Where the operands' high bits differ, that of one of them decides. */
export function atLeast(w, s, a, b, signed) {
    if (signed && isConst(b) && b.imm === 0)
        return highBits(w, s, not(w, a));
    const d = differences(w, s, a, b);
    return highBits(w, s, xor(w, d, and(w, xor(w, d, signed ? b : a), xor(w, a, b))));
}
/** High bits of the lanes that are not 0. */
export const nonZero = (w, s, a) => highBits(w, s, or(w, add(w, and(w, a, s.low), s.low), a));
export function minMax(w, s, a, b, signed, max) {
    const mask = lanesOf(w, s, atLeast(w, s, a, b, signed));
    return max ? blend(w, a, b, mask) : blend(w, b, a, mask);
}
export function addSatU(w, s, a, b) {
    const low = add(w, and(w, a, s.low), and(w, b, s.low)), unlike = xor(w, a, b);
    const carries = highBits(w, s, or(w, and(w, a, b), and(w, unlike, low)));
    return or(w, xor(w, low, highBits(w, s, unlike)), lanesOf(w, s, carries));
}
export function subSatU(w, s, a, b) {
    const d = differences(w, s, a, b), unlike = xor(w, a, b);
    const enough = highBits(w, s, xor(w, d, and(w, xor(w, d, a), unlike)));
    return and(w, xor(w, d, highBits(w, s, not(w, unlike))), lanesOf(w, s, enough));
}
/** The largest or smallest value, by the sign of `a`, where the result's sign overflowed. */
function saturate(w, s, a, result, overflow) {
    const limit = add(w, and(w, shrU(w, a, s.bits - 1), s.one), s.low);
    return blend(w, limit, result, lanesOf(w, s, highBits(w, s, overflow)));
}
export function addSatS(w, s, a, b) {
    const sum = addLanes(w, s, a, b);
    return saturate(w, s, a, sum, and(w, xor(w, a, sum), xor(w, b, sum)));
}
export function subSatS(w, s, a, b) {
    const d = subLanes(w, s, a, b);
    return saturate(w, s, a, d, and(w, xor(w, a, b), xor(w, a, d)));
}
/** Averages rounded up. */
export const average = (w, s, a, b) => sub(w, or(w, a, b), and(w, shrU(w, xor(w, a, b), 1), s.low));
export function absLanes(w, s, a) {
    const signs = highBits(w, s, a);
    // The complement of a negative lane is at most the largest value, so adding one does not carry.
    return add(w, xor(w, a, lanesOf(w, s, signs)), shrU(w, signs, s.bits - 1));
}
export function popcntBytes(w, a) {
    const pairs = sub(w, a, and(w, shrU(w, a, 1), 0x55555555));
    const nibbles = add(w, and(w, pairs, 0x33333333), and(w, shrU(w, pairs, 2), 0x33333333));
    return and(w, add(w, nibbles, shrU(w, nibbles, 4)), 0x0f0f0f0f);
}
