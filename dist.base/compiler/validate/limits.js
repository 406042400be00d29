// Sizes of tables and memories (spec 3.2.10 to 3.2.12).
import { CompileError } from '../spec/errors.js';
const DEFAULT_PAGE_LOG2 = 16;
function checkLimits(l, bound, message, place) {
    if (l.min > bound || (l.max !== undefined && l.max > bound))
        throw new CompileError(message, place);
    if (l.max !== undefined && l.min > l.max)
        throw new CompileError('size minimum must not be greater than maximum', place);
}
/** Spec 3.2.11: the address type bounds the number of elements. */
export function checkTableLimits(t, features, place) {
    if (t.limits.index64)
        features.require('memory64', 'a table with 64-bit indices', place);
    if (t.limits.shared)
        throw new CompileError('a table cannot be shared', place);
    const bound = (1n << (t.limits.index64 ? 64n : 32n)) - 1n;
    checkLimits(t.limits, bound, `table size must be at most ${bound}`, place);
}
/** Spec 3.2.12: pages up to the end of the address space; with pages of a byte the last byte is missing, as a size must fit. */
export function checkMemoryLimits(t, features, place) {
    const { limits, pageSizeLog2 } = t;
    if (limits.index64)
        features.require('memory64', 'a 64-bit memory', place);
    if (limits.shared)
        features.require('threads', 'a shared memory', place);
    if (pageSizeLog2 !== DEFAULT_PAGE_LOG2)
        features.require('custom-page-sizes', 'a memory with its own page size', place);
    if (pageSizeLog2 !== 0 && pageSizeLog2 !== DEFAULT_PAGE_LOG2) {
        throw new CompileError(`invalid custom page size: 2^${pageSizeLog2}; only 1 and 65536 are allowed`, place);
    }
    const addressBits = limits.index64 ? 64 : 32;
    const bound = pageSizeLog2 === 0 ? (1n << BigInt(addressBits)) - 1n : 1n << BigInt(addressBits - pageSizeLog2);
    const bytes = pageSizeLog2 === 0 ? `${bound} bytes` : `${bound} pages${limits.index64 ? '' : ' (4GiB)'}`;
    checkLimits(limits, bound, `memory size must be at most ${bytes}`, place);
    if (limits.shared && limits.max === undefined)
        throw new CompileError('shared memory must have maximum', place);
}
