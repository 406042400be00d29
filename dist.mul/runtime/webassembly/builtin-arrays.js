// The builtins of `js-string` that take arrays of i16. As host functions they are given handles, like any host function.
import { arrayTrap } from '../gc/arrays.js';
import { internalize } from '../gc/host.js';
import { trap } from '../traps.js';
/** The array of a handle; null is trapped. */
export function arrayOf(handle) {
    return handle === null ? trap('dereferencing a null pointer') : internalize(handle);
}
export function fromCharCodeArray(handle, start, end) {
    const { a, n } = arrayOf(handle);
    start = start >>> 0;
    end = end >>> 0;
    if (start > end || end > n)
        arrayTrap();
    let text = '';
    // In pieces: engines take only so many arguments.
    for (; start < end; start += 4096)
        text += String.fromCharCode.apply(null, a.subarray(start, Math.min(end, start + 4096)));
    return text;
}
export function intoCharCodeArray(text, handle, start) {
    const { a, n } = arrayOf(handle);
    start = start >>> 0;
    if (start + text.length > n)
        arrayTrap();
    for (let k = 0; k < text.length; k++)
        a[start + k] = text.charCodeAt(k);
    return text.length;
}
