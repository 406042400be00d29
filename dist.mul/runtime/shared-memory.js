// Shared linear memory. Its storage is a growable SharedArrayBuffer where the host has those, with views of fixed length over it:
// only views that follow the length are slow. The size in pages is in a buffer of its own, as a thread asks for it after every
// atomic operation, and reading a growable buffer's length costs as much as such an operation.
//
// Threads learn of each other's growth where they synchronise: after atomic operations, when the host calls or is called,
// and when they ask for the size. That is what WebAssembly's memory model promises, and other accesses cost nothing.
import { sharedBuffer } from './api/shared-buffer.js';
import { memoryPageLimit, memoryRecord, setMemoryBuffer } from './memory.js';
import { sharedView } from './shared-view.js';
/** Arguments are those of `memory`. */
export function sharedMemory(min, max, flags, pageBits = 16) {
    const m = memoryRecord(min, max, flags | 1, pageBits);
    const pages = new Int32Array(new SharedArrayBuffer(4));
    pages[0] = m.n;
    return adoptShared(m, allocateShared(m), pages);
}
/** Makes a record one of the memory that has this storage and this place for its size. */
export function adoptShared(m, storage, pages) {
    m.sh = { pages, grow: growShared, sync: memorySync, view: sharedView, buffer: sharedBuffer };
    m.n = Atomics.load(pages, 0) >>> 0;
    setMemoryBuffer(m, storage);
    return m;
}
/** Storage that can become as large as the maximum; less if the host has not got as much. */
export function allocateShared(m) {
    const Buffer = SharedArrayBuffer;
    for (let pages = memoryPageLimit(m);; pages = Math.max(m.n, Math.floor(pages / 2))) {
        try {
            if (pages === m.n)
                return new Buffer(pages * m.page);
            const buffer = new Buffer(m.n * m.page, { maxByteLength: pages * m.page });
            // Hosts that do not know the option reserve the maximum at once.
            return buffer.growable === true ? buffer : new Buffer(pages * m.page);
        }
        catch (e) {
            if (pages <= m.n)
                throw e;
        }
    }
}
export function memorySync(m) {
    const pages = m.sh.pages[0] >>> 0;
    if (pages === m.n)
        return;
    m.n = pages;
    setMemoryBuffer(m, m.b);
}
/** Old size in pages, or -1. Threads may grow a memory at the same time: the storage first, so that a size is never beyond it. */
export function growShared(m, delta) {
    const cell = m.sh.pages;
    for (;;) {
        const old = Atomics.load(cell, 0);
        const pages = (old >>> 0) + (delta < 0 ? delta >>> 0 : delta);
        if (pages > memoryPageLimit(m) || !reserveShared(m.b, pages * m.page))
            return -1;
        if (Atomics.compareExchange(cell, 0, old, pages) === old) {
            memorySync(m);
            return old >>> 0;
        }
    }
}
/** Makes the storage at least so long. */
export function reserveShared(buffer, bytes) {
    if (bytes <= buffer.byteLength)
        return true;
    if (buffer.growable !== true || bytes > buffer.maxByteLength)
        return false;
    try {
        buffer.grow(bytes);
        return true;
    }
    catch (e) {
        // Another thread may have been faster, and made it longer still.
        return bytes <= buffer.byteLength;
    }
}
/** memory.size of a shared memory. */
export function sharedSize(m) {
    const pages = Atomics.load(m.sh.pages, 0) >>> 0;
    if (pages !== m.n)
        memorySync(m);
    return pages;
}
export function syncAll(memories) {
    for (let i = 0; i < memories.length; i++)
        if (memories[i].sh !== null)
            memorySync(memories[i]);
}
/** The export factory of functions of a module with shared memories: who calls may know of a growth. */
export function syncedExport(memories, factory) {
    return (raw) => factory((...words) => {
        syncAll(memories);
        return raw(...words);
    });
}
/** A suspend form that may come back much later. */
export function syncedSuspending(memories, form) {
    return function* (...words) {
        try {
            return yield* form(...words);
        }
        finally {
            syncAll(memories);
        }
    };
}
/** The raw function of an import of such a module: the host may have learnt of a growth meanwhile. */
export function syncedImport(memories, raw) {
    return (...words) => {
        try {
            return raw(...words);
        }
        finally {
            syncAll(memories);
        }
    };
}
