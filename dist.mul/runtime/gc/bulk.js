// Operations on ranges of arrays. Copying has a function for each kind of elements, so that their loops stay fast: ranges are
// mostly short (pieces of strings), and the engines' own methods are dear to call.
import { trap } from '../traps.js';
import { fillFloats } from '../nan.js';
import { arrayLength, arrayTrap, fillWords } from './arrays.js';
import { GcArray } from './objects.js';
export function checkRange(x, i, n) {
    if ((i >>> 0) + (n >>> 0) > x.n)
        arrayTrap();
}
export function arrayFill(x, i, v, n) {
    checkRange(x, i, n);
    x.a.fill(v, i, i + n);
}
/** With NaNs of any bits. */
export function arrayFillFloats(x, i, v, n) {
    checkRange(x, i, n);
    fillFloats(x.a, i, v, n);
}
export function arrayFillWords(x, i, words, n) {
    checkRange(x, i, n);
    fillWords(x.a, i, n, words);
}
/** Checks both ranges; true if there is something to copy. */
export function checkCopy(d, di, s, si, n) {
    checkRange(d, di, n);
    checkRange(s, si, n);
    return n !== 0;
}
export function copyTyped(to, di, from, si, n) {
    if (to === from)
        to.copyWithin(di, si, si + n);
    else
        to.set(from.subarray(si, si + n), di);
}
export function copyI8(d, di, s, si, n) {
    if (!checkCopy(d, di, s, si, n))
        return;
    const to = d.a;
    const from = s.a;
    if (n > 48)
        copyTyped(to, di, from, si, n);
    else if (to === from && di > si)
        while (n-- > 0)
            to[di + n] = from[si + n];
    else
        for (let k = 0; k < n; k++)
            to[di + k] = from[si + k];
}
export function copyI16(d, di, s, si, n) {
    if (!checkCopy(d, di, s, si, n))
        return;
    const to = d.a;
    const from = s.a;
    if (n > 48)
        copyTyped(to, di, from, si, n);
    else if (to === from && di > si)
        while (n-- > 0)
            to[di + n] = from[si + n];
    else
        for (let k = 0; k < n; k++)
            to[di + k] = from[si + k];
}
export function copyI32(d, di, s, si, n, words) {
    if (!checkCopy(d, di, s, si, n))
        return;
    const to = d.a;
    const from = s.a;
    di *= words;
    si *= words;
    n *= words;
    if (n > 48)
        copyTyped(to, di, from, si, n);
    else if (to === from && di > si)
        while (n-- > 0)
            to[di + n] = from[si + n];
    else
        for (let k = 0; k < n; k++)
            to[di + k] = from[si + k];
}
export function copyF32(d, di, s, si, n) {
    if (checkCopy(d, di, s, si, n))
        copyTyped(d.a, di, s.a, si, n);
}
/** As bytes: numbers would lose the bits of NaNs. */
export function copyFloats(d, di, s, si, n) {
    if (checkCopy(d, di, s, si, n))
        copyTyped(d.a, di, s.a, si, n);
}
export function copyF64(d, di, s, si, n) {
    if (!checkCopy(d, di, s, si, n))
        return;
    const to = d.a;
    const from = s.a;
    if (n > 48)
        copyTyped(to, di, from, si, n);
    else if (to === from && di > si)
        while (n-- > 0)
            to[di + n] = from[si + n];
    else
        for (let k = 0; k < n; k++)
            to[di + k] = from[si + k];
}
export function copyRefs(d, di, s, si, n) {
    if (!checkCopy(d, di, s, si, n))
        return;
    const to = d.a;
    const from = s.a;
    if (to === from && di > si)
        while (n-- > 0)
            to[di + n] = from[si + n];
    else
        for (let k = 0; k < n; k++)
            to[di + k] = from[si + k];
}
export function dataI8(a, at, segment, s, n) {
    if (n > 48)
        a.set(segment.subarray(s, s + n), at);
    else
        for (let k = 0; k < n; k++)
            a[at + k] = segment[s + k];
}
export function dataI16(a, at, segment, s, n) {
    for (let k = 0; k < n; k++, s += 2)
        a[at + k] = segment[s] | (segment[s + 1] << 8);
}
export function dataI32(a, at, segment, s, n) {
    for (let k = 0; k < n; k++, s += 4)
        a[at + k] = segment[s] | (segment[s + 1] << 8) | (segment[s + 2] << 16) | (segment[s + 3] << 24);
}
/** As bytes, because a float that is read and written may lose the bits of a NaN. */
export function dataF32(a, at, segment, s, n) {
    new Uint8Array(a.buffer, a.byteOffset + 4 * at, 4 * n).set(segment.subarray(s, s + 4 * n));
}
export function dataF64(a, at, segment, s, n) {
    new Uint8Array(a.buffer, a.byteOffset + 8 * at, 8 * n).set(segment.subarray(s, s + 8 * n));
}
/** The length of array.new_data, when it is known to fit the segment. */
export function dataLength(segment, s, n, bytes) {
    if ((s >>> 0) + arrayLength(n, bytes) * bytes > segment.length)
        trap('data segment out of bounds');
    return n;
}
/** array.init_data, for elements of `words` words and `bytes` bytes, and the end of array.new_data. */
export function arrayData(x, i, segment, s, n, read, words, bytes) {
    checkRange(x, i, n);
    s = s >>> 0;
    if (s + n * bytes > segment.length)
        trap('data segment out of bounds');
    read(x.a, i * words, segment, s, n * words);
    return x;
}
export function arrayElements(x, i, segment, s, n) {
    checkRange(x, i, n);
    s = s >>> 0;
    if (s + n > segment.length)
        trap('element segment out of bounds');
    const a = x.a;
    for (let k = 0; k < n; k++)
        a[i + k] = segment[s + k];
}
/** array.new_elem */
export function newElements(t, segment, s, n) {
    n = arrayLength(n, 8);
    s = s >>> 0;
    if (s + n > segment.length)
        trap('element segment out of bounds');
    return new GcArray(t, segment.slice(s, s + n), n);
}
