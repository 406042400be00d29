// Atomic operations of the threads proposal. A memory is seen through typed arrays here, which is what `Atomics` takes; it works on
// them whether the memory is shared or not. Addresses are effective ones and may be doubles (memory64). 64-bit values cross as
// BigInts, as the host offers no other way to access eight bytes at once.
import { i64FromBig, i64ToBig } from './int64.js';
import { memorySync } from './shared-memory.js';
import { outOfBounds, trap } from './traps.js';
export function atomicViews(m) {
    return m.a === null ? makeAtomicViews(m) : m.a;
}
export function makeAtomicViews(m) {
    const bytes = m.u.length;
    return m.a = { i16: new Uint16Array(m.b, 0, bytes >>> 1), i32: new Int32Array(m.b, 0, Math.floor(bytes / 4)), i64: null };
}
export function atomicViews64(m) {
    const views = atomicViews(m);
    return views.i64 === null ? (views.i64 = new BigInt64Array(m.b, 0, Math.floor(m.u.length / 8))) : views.i64;
}
/** The index of the element of `size` bytes at address `p`. */
export function atomicIndex(m, p, size) {
    if (p + size > m.u.length)
        atomicBounds(m, p + size);
    if (p & (size - 1))
        trap('operation does not support unaligned accesses');
    return p / size;
}
/** Another thread may have made the memory longer. */
export function atomicBounds(m, end) {
    if (m.sh !== null)
        memorySync(m);
    if (end > m.u.length)
        outOfBounds();
}
/** After what may have synchronised this thread with another: growth seen there is to be seen here. */
export function acquired(m, value) {
    if (m.sh !== null && m.sh.pages[0] >>> 0 !== m.n)
        memorySync(m);
    return value;
}
export function acquired64(m, value) {
    return acquired(m, i64FromBig(value));
}
// 8 bits
export function atomicLoad8(m, p) {
    const i = atomicIndex(m, p, 1);
    return acquired(m, Atomics.load(m.u, i));
}
export function atomicStore8(m, p, v) {
    const i = atomicIndex(m, p, 1);
    Atomics.store(m.u, i, v);
}
export function atomicAdd8(m, p, v) {
    const i = atomicIndex(m, p, 1);
    return acquired(m, Atomics.add(m.u, i, v));
}
export function atomicSub8(m, p, v) {
    const i = atomicIndex(m, p, 1);
    return acquired(m, Atomics.sub(m.u, i, v));
}
export function atomicAnd8(m, p, v) {
    const i = atomicIndex(m, p, 1);
    return acquired(m, Atomics.and(m.u, i, v));
}
export function atomicOr8(m, p, v) {
    const i = atomicIndex(m, p, 1);
    return acquired(m, Atomics.or(m.u, i, v));
}
export function atomicXor8(m, p, v) {
    const i = atomicIndex(m, p, 1);
    return acquired(m, Atomics.xor(m.u, i, v));
}
export function atomicExchange8(m, p, v) {
    const i = atomicIndex(m, p, 1);
    return acquired(m, Atomics.exchange(m.u, i, v));
}
export function atomicCompareExchange8(m, p, expected, v) {
    const i = atomicIndex(m, p, 1);
    return acquired(m, Atomics.compareExchange(m.u, i, expected, v));
}
// 16 bits
export function atomicLoad16(m, p) {
    const i = atomicIndex(m, p, 2);
    return acquired(m, Atomics.load(atomicViews(m).i16, i));
}
export function atomicStore16(m, p, v) {
    const i = atomicIndex(m, p, 2);
    Atomics.store(atomicViews(m).i16, i, v);
}
export function atomicAdd16(m, p, v) {
    const i = atomicIndex(m, p, 2);
    return acquired(m, Atomics.add(atomicViews(m).i16, i, v));
}
export function atomicSub16(m, p, v) {
    const i = atomicIndex(m, p, 2);
    return acquired(m, Atomics.sub(atomicViews(m).i16, i, v));
}
export function atomicAnd16(m, p, v) {
    const i = atomicIndex(m, p, 2);
    return acquired(m, Atomics.and(atomicViews(m).i16, i, v));
}
export function atomicOr16(m, p, v) {
    const i = atomicIndex(m, p, 2);
    return acquired(m, Atomics.or(atomicViews(m).i16, i, v));
}
export function atomicXor16(m, p, v) {
    const i = atomicIndex(m, p, 2);
    return acquired(m, Atomics.xor(atomicViews(m).i16, i, v));
}
export function atomicExchange16(m, p, v) {
    const i = atomicIndex(m, p, 2);
    return acquired(m, Atomics.exchange(atomicViews(m).i16, i, v));
}
export function atomicCompareExchange16(m, p, expected, v) {
    const i = atomicIndex(m, p, 2);
    return acquired(m, Atomics.compareExchange(atomicViews(m).i16, i, expected, v));
}
// 32 bits
export function atomicLoad32(m, p) {
    const i = atomicIndex(m, p, 4);
    return acquired(m, Atomics.load(atomicViews(m).i32, i));
}
export function atomicStore32(m, p, v) {
    const i = atomicIndex(m, p, 4);
    Atomics.store(atomicViews(m).i32, i, v);
}
export function atomicAdd32(m, p, v) {
    const i = atomicIndex(m, p, 4);
    return acquired(m, Atomics.add(atomicViews(m).i32, i, v));
}
export function atomicSub32(m, p, v) {
    const i = atomicIndex(m, p, 4);
    return acquired(m, Atomics.sub(atomicViews(m).i32, i, v));
}
export function atomicAnd32(m, p, v) {
    const i = atomicIndex(m, p, 4);
    return acquired(m, Atomics.and(atomicViews(m).i32, i, v));
}
export function atomicOr32(m, p, v) {
    const i = atomicIndex(m, p, 4);
    return acquired(m, Atomics.or(atomicViews(m).i32, i, v));
}
export function atomicXor32(m, p, v) {
    const i = atomicIndex(m, p, 4);
    return acquired(m, Atomics.xor(atomicViews(m).i32, i, v));
}
export function atomicExchange32(m, p, v) {
    const i = atomicIndex(m, p, 4);
    return acquired(m, Atomics.exchange(atomicViews(m).i32, i, v));
}
export function atomicCompareExchange32(m, p, expected, v) {
    const i = atomicIndex(m, p, 4);
    return acquired(m, Atomics.compareExchange(atomicViews(m).i32, i, expected, v));
}
// 64 bits
export function atomicLoad64(m, p) {
    const i = atomicIndex(m, p, 8);
    return acquired64(m, Atomics.load(atomicViews64(m), i));
}
export function atomicStore64(m, p, l, h) {
    const i = atomicIndex(m, p, 8);
    Atomics.store(atomicViews64(m), i, i64ToBig(l, h));
}
export function atomicAdd64(m, p, l, h) {
    const i = atomicIndex(m, p, 8);
    return acquired64(m, Atomics.add(atomicViews64(m), i, i64ToBig(l, h)));
}
export function atomicSub64(m, p, l, h) {
    const i = atomicIndex(m, p, 8);
    return acquired64(m, Atomics.sub(atomicViews64(m), i, i64ToBig(l, h)));
}
export function atomicAnd64(m, p, l, h) {
    const i = atomicIndex(m, p, 8);
    return acquired64(m, Atomics.and(atomicViews64(m), i, i64ToBig(l, h)));
}
export function atomicOr64(m, p, l, h) {
    const i = atomicIndex(m, p, 8);
    return acquired64(m, Atomics.or(atomicViews64(m), i, i64ToBig(l, h)));
}
export function atomicXor64(m, p, l, h) {
    const i = atomicIndex(m, p, 8);
    return acquired64(m, Atomics.xor(atomicViews64(m), i, i64ToBig(l, h)));
}
export function atomicExchange64(m, p, l, h) {
    const i = atomicIndex(m, p, 8);
    return acquired64(m, Atomics.exchange(atomicViews64(m), i, i64ToBig(l, h)));
}
export function atomicCompareExchange64(m, p, el, eh, l, h) {
    const i = atomicIndex(m, p, 8);
    return acquired64(m, Atomics.compareExchange(atomicViews64(m), i, i64ToBig(el, eh), i64ToBig(l, h)));
}
