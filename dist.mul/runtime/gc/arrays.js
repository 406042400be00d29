// Allocation of arrays. V8 takes half a microsecond for a typed array above 64 bytes, because it gives each a buffer
// of its own; up to a kilobyte they are cut from common buffers instead, ten times as fast. These are small, so that an
// array that lives on does not hold much more than itself.
import { trap } from '../traps.js';
import { GcArray } from './objects.js';
export function arrayTrap() {
    return trap('array element access out of bounds');
}
/** The length as a number; what does not fit a gigabyte is refused as V8 does. */
export function arrayLength(n, bytes) {
    n = n >>> 0;
    return n * bytes > 1073741800 ? trap('requested new array is too large') : n;
}
export const arraySlab = { b: null, n: 4096 };
/** Reserves bytes in `arraySlab.b` and returns where. */
export function slabOffset(bytes) {
    let at = arraySlab.n;
    if (at + bytes > 4096) {
        arraySlab.b = new ArrayBuffer(4096);
        at = 0;
    }
    arraySlab.n = (at + bytes + 7) & -8;
    return at;
}
/** Is an array of so many bytes cut from a common buffer? */
export function isMedium(bytes) {
    return bytes > 64 && bytes <= 1024;
}
export function newI8(t, n) {
    n = arrayLength(n, 1);
    const at = isMedium(n) ? slabOffset(n) : -1;
    return new GcArray(t, at < 0 ? new Uint8Array(n) : new Uint8Array(arraySlab.b, at, n), n);
}
export function newI16(t, n) {
    n = arrayLength(n, 2);
    const at = isMedium(2 * n) ? slabOffset(2 * n) : -1;
    return new GcArray(t, at < 0 ? new Uint16Array(n) : new Uint16Array(arraySlab.b, at, n), n);
}
/** Elements of so many words: i32, i64, v128. */
export function newI32(t, n, words) {
    n = arrayLength(n, 4 * words);
    const size = n * words;
    const at = isMedium(4 * size) ? slabOffset(4 * size) : -1;
    return new GcArray(t, at < 0 ? new Int32Array(size) : new Int32Array(arraySlab.b, at, size), n);
}
export function newF32(t, n) {
    n = arrayLength(n, 4);
    const at = isMedium(4 * n) ? slabOffset(4 * n) : -1;
    return new GcArray(t, at < 0 ? new Float32Array(n) : new Float32Array(arraySlab.b, at, n), n);
}
export function newF64(t, n) {
    n = arrayLength(n, 8);
    const at = isMedium(8 * n) ? slabOffset(8 * n) : -1;
    return new GcArray(t, at < 0 ? new Float64Array(n) : new Float64Array(arraySlab.b, at, n), n);
}
/** References, all `v`. */
export function newRefs(t, n, v) {
    n = arrayLength(n, 8);
    const a = nulls(n);
    if (v !== null)
        a.fill(v);
    return new GcArray(t, a, n);
}
/** Copied from, because a copy has no holes and pushing one by one is slow. */
export const someNulls = [];
export function nulls(n) {
    while (someNulls.length < n && someNulls.length < 1024)
        someNulls.push(null);
    let a = someNulls.slice(0, n);
    while (a.length < n)
        a = a.concat(a.length * 2 <= n ? a : a.slice(0, n - a.length));
    return a;
}
/** All elements of a new array set to a value of one word. */
export function filled(x, v) {
    if (v !== 0 || Object.is(v, -0))
        x.a.fill(v);
    return x;
}
/** To a value of several words. */
export function filledWords(x, words) {
    fillWords(x.a, 0, x.n, words);
    return x;
}
export function fillWords(a, i, n, words) {
    let at = i * words.length;
    for (let k = 0; k < n; k++)
        for (let j = 0; j < words.length; j++)
            a[at++] = words[j];
}
/** array.new_fixed */
export function fixed(x, words) {
    x.a.set(words);
    return x;
}
