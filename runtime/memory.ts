// Linear memory: a DataView over a buffer that is replaced when the memory grows. Resizable buffers would spare the copy but
// make every access several times slower. While the host does not look, a memory that grows again and again has a buffer that is
// longer than it, under views of its length: allocators that ask for one page at a time would copy everything for each.

import { signedView } from './signed-view.js';
import type { MemoryRec, Size } from './types.js';

/** flags: 2 64-bit addresses, 4 stays below 2 GiB; pageBits: log2 of the page size. */
export function memory(min: Size, max: Size | undefined, flags: number, pageBits = 16): MemoryRec {
  const rec = memoryRecord(min, max, flags, pageBits);
  setMemoryBuffer(rec, new ArrayBuffer(rec.n * rec.page));
  return rec;
}

/** A record without a buffer. */
export function memoryRecord(min: Size, max: Size | undefined, flags: number, pageBits: number): MemoryRec {
  const rec: MemoryRec = {
    b: null as never, d: null as never, u: null as never, a: null, sh: null,
    n: +min, max: max === undefined ? undefined : +max, page: 2 ** pageBits,
    shared: (flags & 1) !== 0, i64: (flags & 2) !== 0, small: (flags & 4) !== 0,
    seen: false, grown: 0, subs: [], o: null,
  };
  if (rec.n > memoryPageLimit(rec)) throw new RangeError('could not allocate memory of ' + rec.n * rec.page + ' bytes');
  return rec;
}

/** Pages beyond which growing fails without trying: the declared maximum, or the address space, which engines end at 16 GiB; of output for interpreters 2 GiB. */
export function memoryPageLimit(m: MemoryRec): number {
  const space = (m.i64 ? 17179869184 : m.small ? 2147418112 : 4294967296) / m.page;
  // One-byte pages end one short of the address space, as the size itself has to be an address.
  const limit = m.page === 1 ? space - 1 : space;
  return m.max === undefined || m.max > limit ? limit : m.max;
}

/** Makes the first `m.n` pages of `buffer` the memory. */
export function setMemoryBuffer(m: MemoryRec, buffer: ArrayBufferLike): void {
  const bytes = m.n * m.page;
  m.b = buffer;
  const view = new DataView(buffer, 0, bytes);
  const exact = m.i64 || bytes <= 0x80000000 ? view : signedView(view);
  m.d = m.sh === null || m.sh.view === undefined ? exact : m.sh.view(exact, buffer, bytes);
  m.u = new Uint8Array(buffer, 0, bytes);
  m.a = null;
  const subs = m.subs;
  for (let i = 0; i < subs.length; i++) subs[i]();
}

/** Old size in pages, or -1. */
export function memoryGrow(m: MemoryRec, delta: number): number {
  if (m.sh !== null) return m.sh.grow(m, delta);
  const old = m.n;
  const pages = old + (delta < 0 ? delta >>> 0 : delta);
  if (pages > memoryPageLimit(m)) return -1;
  if (pages === old && !m.seen) return old;
  const replaced = m.b as ArrayBuffer;
  const bytes = pages * m.page;
  // Those that the host saw begin again as they did the last time.
  const often = m.grown >= GROWN_OFTEN && bytes < SPARE_UP_TO;
  m.grown = m.seen ? 1 : m.grown + 1;
  let buffer: ArrayBuffer | null = null;
  if (!m.seen && bytes <= replaced.byteLength) {
    buffer = replaced;
  } else {
    try {
      // Glue that holds a view looks at its length to see that the memory has grown. Only then is the old buffer detached,
      // because the first detached one in a process slows down all buffer accesses on older V8.
      if (m.seen && !often) buffer = moveBuffer(replaced, bytes);
      if (buffer === null) {
        buffer = (often ? allocate(Math.min(bytes + bytes / 4, memoryPageLimit(m) * m.page)) : null) ?? new ArrayBuffer(bytes);
        new Uint8Array(buffer).set(m.u);
        if (m.seen) moveBuffer(replaced, replaced.byteLength);
      }
    } catch (e) {
      return -1;
    }
  }
  m.seen = false;
  m.n = pages;
  setMemoryBuffer(m, buffer);
  return old;
}

/** Growths between two looks of the host, after which one allocates for those that will follow. */
const GROWN_OFTEN = 3;
/** Longer ones get no spare bytes: there might be none for the copy of the right length that the host is shown. */
const SPARE_UP_TO = 2 ** 30;

function allocate(bytes: number): ArrayBuffer | null {
  try {
    return new ArrayBuffer(bytes);
  } catch {
    return null;
  }
}

/** The buffer as the host is to see it, of the memory's length. */
export function exactBuffer(m: MemoryRec): ArrayBufferLike {
  if (m.sh === null && m.b.byteLength > m.n * m.page) setMemoryBuffer(m, m.b.slice(0, m.n * m.page));
  return m.b;
}

/** Detaches `buffer` and returns one of `bytes` bytes with its contents; null, and nothing done, where the host has no means to do so. */
export function moveBuffer(buffer: ArrayBuffer, bytes: number): ArrayBuffer | null {
  const transferable = buffer as ArrayBuffer & { transfer?: (bytes: number) => ArrayBuffer };
  if (typeof transferable.transfer === 'function') return transferable.transfer(bytes);
  if (bytes === buffer.byteLength && typeof structuredClone === 'function') return structuredClone(buffer, { transfer: [buffer] });
  return null;
}
