// NaNs with bits, for `nan: 'exact'`. JavaScript numbers have one NaN, which stands for the canonical one (positive, only
// the quiet bit set). Any other NaN travels as an object that arithmetic takes for a NaN. What may meet one asks
// `+x === x` first, which holds for every number but NaN; the rest is in functions of their own, to keep the usual case small.
import { R, realmValue } from './registry.js';
import { scratchF32, scratchF64, scratchI32 } from './scratch.js';
export function nanValue() {
    return NaN;
}
/** The float of NaN bits. */
export function nanF32(bits) {
    return bits === 0x7fc00000 ? NaN : { l: bits, h: 0, valueOf: nanValue };
}
export function nanF64(l, h) {
    return h === 0x7ff80000 && l === 0 ? NaN : { l, h, valueOf: nanValue };
}
/** The bits of a NaN. */
export function nanBitsF32(x) {
    return typeof x === 'number' ? 0x7fc00000 : x.l;
}
export function nanLow(x) {
    return typeof x === 'number' ? 0 : x.l;
}
export function nanHigh(x) {
    return typeof x === 'number' ? 0x7ff80000 : x.h;
}
// Memory
export function loadF32(view, at) {
    const x = view.getFloat32(at, true);
    return x === x ? x : nanF32(view.getInt32(at, true));
}
export function loadF64(view, at) {
    const x = view.getFloat64(at, true);
    return x === x ? x : nanF64(view.getInt32(at, true), view.getInt32(at + 4, true));
}
export function storeF32(view, at, x) {
    if (+x === x)
        view.setFloat32(at, x, true);
    else
        view.setInt32(at, nanBitsF32(x), true);
}
export function storeF64(view, at, x) {
    if (+x === x)
        view.setFloat64(at, x, true);
    else
        storeNanF64(view, at, x);
}
/** The last word first: if it is out of bounds, nothing has been written. */
export function storeNanF64(view, at, x) {
    view.setInt32(at + 4, nanHigh(x), true);
    view.setInt32(at, nanLow(x), true);
}
// Of numbers, whose NaN is stored as the canonical one. Not `x === x ? x : NaN`: V8 allocates for such a merge of numbers.
export function storeNumberF32(view, at, x) {
    if (x === x)
        view.setFloat32(at, x, true);
    else
        view.setInt32(at, 0x7fc00000, true);
}
export function storeNumberF64(view, at, x) {
    if (x === x)
        view.setFloat64(at, x, true);
    else
        storeNanF64(view, at, x);
}
// Bits as integers
export function exactBitsF32(x) {
    if (+x !== x)
        return nanBitsF32(x);
    scratchF32[0] = x;
    return scratchI32[0];
}
/** The low word; the high one is in R[0]. */
export function exactBitsF64(x) {
    if (+x !== x) {
        R[0] = nanHigh(x);
        return nanLow(x);
    }
    scratchF64[0] = x;
    R[0] = scratchI32[1];
    return scratchI32[0];
}
export function exactF32(bits) {
    scratchI32[0] = bits;
    const x = scratchF32[0];
    return x === x ? x : nanF32(bits);
}
export function exactF64(l, h) {
    scratchI32[0] = l;
    scratchI32[1] = h;
    const x = scratchF64[0];
    return x === x ? x : nanF64(l, h);
}
// Signs
export function negF32(x) {
    return +x === x ? -x : nanF32(nanBitsF32(x) ^ -2147483648);
}
export function negF64(x) {
    return +x === x ? -x : nanF64(nanLow(x), nanHigh(x) ^ -2147483648);
}
export function absF32(x) {
    return +x === x ? Math.abs(x) : nanF32(nanBitsF32(x) & 2147483647);
}
export function absF64(x) {
    return +x === x ? Math.abs(x) : nanF64(nanLow(x), nanHigh(x) & 2147483647);
}
export function copysignF32(x, y) {
    const negative = +y === y ? y < 0 || (y === 0 && 1 / y < 0) : nanBitsF32(y) < 0;
    if (+x === x)
        return negative ? -Math.abs(x) : Math.abs(x);
    return nanF32((nanBitsF32(x) & 2147483647) | (negative ? -2147483648 : 0));
}
export function copysignF64(x, y) {
    const negative = +y === y ? y < 0 || (y === 0 && 1 / y < 0) : nanHigh(y) < 0;
    if (+x === x)
        return negative ? -Math.abs(x) : Math.abs(x);
    return nanF64(nanLow(x), (nanHigh(x) & 2147483647) | (negative ? -2147483648 : 0));
}
// Further results. RF holds numbers only, so a NaN has its bits in a list beside it. Code that knows nothing of it reads
// and writes RF alone: what it leaves must not be taken for an older NaN, so reading one clears it.
export function noBits() {
    return [];
}
export const RN = /*#__PURE__*/ realmValue('RN', noBits);
export function setResultBits(file, k, x) {
    file[k] = x;
    if (+x !== x)
        RN[k] = x;
}
export function resultBits(file, k) {
    const x = file[k];
    return x === x ? x : takeResultBits(k);
}
export function takeResultBits(k) {
    const x = RN[k];
    RN[k] = undefined;
    return x === undefined ? NaN : x;
}
// Elements of arrays. Engines may change the bits of a NaN that goes through a typed array of floats as a number.
/** Undefined beyond the end, as the array gives it. */
export function getElementF32(a, i) {
    const x = a[i];
    return x === x ? x : nanF32(intElements(a)[i]);
}
export function getElementF64(a, i) {
    const x = a[i];
    return x === x ? x : nanElement(a, i);
}
export function nanElement(a, i) {
    const words = intElements(a);
    return nanF64(words[2 * i], words[2 * i + 1]);
}
export function setElement(a, i, x) {
    if (+x === x)
        a[i] = x;
    else
        setNanElement(a, i, x);
}
export function setNumber(a, i, x) {
    if (x === x)
        a[i] = x;
    else
        setNanElement(a, i, x);
}
export function setNanElement(a, i, x) {
    const words = intElements(a);
    if (a.BYTES_PER_ELEMENT === 4)
        words[i] = nanBitsF32(x);
    else {
        words[2 * i] = nanLow(x);
        words[2 * i + 1] = nanHigh(x);
    }
}
export function intElements(a) {
    return new Int32Array(a.buffer, a.byteOffset, a.byteLength >> 2);
}
/** All elements of a new array set to a value. */
export function filledFloats(x, v) {
    fillFloats(x.a, 0, v, x.n);
    return x;
}
export function fillFloats(a, i, v, n) {
    if (+v === v)
        a.fill(v, i, i + n);
    else
        for (let k = 0; k < n; k++)
            setNanElement(a, i + k, v);
}
/** array.new_fixed */
export function fixedFloats(x, values) {
    for (let k = 0; k < values.length; k++)
        setElement(x.a, k, values[k]);
    return x;
}
