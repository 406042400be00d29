import { readMutability, readRefType, readValType } from './value-types.js';
const HAS_MAX = 1;
const SHARED = 2;
const INDEX64 = 4;
const PAGE_SIZE = 8;
const DEFAULT_PAGE_SIZE_LOG2 = 16;
function readFlags(r, allowed) {
    const start = r.pos;
    const flags = r.byte();
    if ((flags & ~allowed) !== 0)
        r.fail('malformed limits flags', start);
    return flags;
}
function readBigU64(r) {
    r.u64();
    return r.hi === 0 ? BigInt(r.lo) : (BigInt(r.hi) << 32n) | BigInt(r.lo);
}
function readLimits(r, flags) {
    const min = readBigU64(r);
    const max = (flags & HAS_MAX) !== 0 ? readBigU64(r) : undefined;
    return { min, max, index64: (flags & INDEX64) !== 0, shared: (flags & SHARED) !== 0 };
}
export function readTableType(r) {
    const elem = readRefType(r);
    return { elem, limits: readLimits(r, readFlags(r, HAS_MAX | SHARED | INDEX64)) };
}
export function readMemoryType(r) {
    const flags = readFlags(r, HAS_MAX | SHARED | INDEX64 | PAGE_SIZE);
    const limits = readLimits(r, flags);
    if ((flags & PAGE_SIZE) === 0)
        return { limits, pageSizeLog2: DEFAULT_PAGE_SIZE_LOG2 };
    const start = r.pos;
    const pageSizeLog2 = r.u32();
    // Which powers of two are allowed is for validation; 2^64 and more are not even a page size.
    if (pageSizeLog2 >= 64)
        r.fail('invalid custom page size', start);
    return { limits, pageSizeLog2 };
}
export function readGlobalType(r) {
    const type = readValType(r);
    return { type, mutable: readMutability(r) };
}
export function readTagType(r) {
    const start = r.pos;
    if (r.byte() !== 0)
        r.fail('malformed tag attribute', start);
    return { type: r.u32() };
}
