// Tables: a plain array of entries whose identity never changes, so that generated code may hold on to it.
import { trap } from './traps.js';
import { unsigned } from './memory-bulk.js';
/** flags: 2 64-bit indices. */
export function table(min, max, flags, t, types, init) {
    const n = +min;
    if (n > tableSizeLimit())
        throw new RangeError('could not allocate table of ' + min + ' entries');
    const rec = { a: [], max: max === undefined ? undefined : +max, t, m: types, i64: (flags & 2) !== 0, o: null };
    growArray(rec.a, n, init);
    return rec;
}
/** What engines allow; arrays much longer become dictionaries. */
export function tableSizeLimit() {
    return 10000000;
}
/** Pushing keeps the array free of holes, which `new Array(n)` would be full of. */
export function growArray(a, n, v) {
    for (let i = 0; i < n; i++)
        a.push(v);
}
export function tableTrap() {
    return trap('table index is out of bounds');
}
export function tableGet(t, i) {
    const a = t.a;
    if ((i = unsigned(i)) >= a.length)
        tableTrap();
    return a[i];
}
export function tableSet(t, i, v) {
    const a = t.a;
    if ((i = unsigned(i)) >= a.length)
        tableTrap();
    a[i] = v;
}
/** Old size, or -1. */
export function tableGrow(t, v, n) {
    const old = t.a.length;
    const size = old + unsigned(n);
    if (size > tableSizeLimit() || (t.max !== undefined && size > t.max))
        return -1;
    growArray(t.a, size - old, v);
    return old;
}
export function tableFill(t, i, v, n) {
    i = unsigned(i);
    n = unsigned(n);
    if (i + n > t.a.length)
        tableRangeTrap();
    t.a.fill(v, i, i + n);
}
export function tableCopy(td, ts, d, s, n) {
    const to = td.a;
    const from = ts.a;
    d = unsigned(d);
    s = unsigned(s);
    n = unsigned(n);
    if (d + n > to.length || s + n > from.length)
        tableRangeTrap();
    if (to === from)
        to.copyWithin(d, s, s + n);
    else
        for (let i = 0; i < n; i++)
            to[d + i] = from[s + i];
}
/** A dropped segment is an empty one. */
export function tableInit(t, segment, d, s, n) {
    const a = t.a;
    d = unsigned(d);
    s = unsigned(s);
    n = unsigned(n);
    if (d + n > a.length || s + n > segment.length)
        tableRangeTrap();
    for (let i = 0; i < n; i++)
        a[d + i] = segment[s + i];
}
export function tableRangeTrap() {
    return trap('table access out of bounds');
}
/** The function that call_indirect calls. */
export function callee(t, i, rtt) {
    const a = t.a;
    if (i >>> 0 < a.length) {
        const entry = a[i >>> 0];
        if (entry !== null && entry.t === rtt)
            return entry;
    }
    return calleeSlow(a, i >>> 0, rtt);
}
export function calleeSlow(a, i, rtt) {
    if (i >= a.length)
        tableTrap();
    const entry = a[i];
    // A function of a subtype may be called through a supertype.
    if (entry === null || entry.t.supers[rtt.supers.length - 1] !== rtt)
        return trap('null function or function signature mismatch');
    return entry;
}
