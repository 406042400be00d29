// Linear memory: a DataView over a buffer that is replaced when the memory grows. Resizable buffers would spare the copy but
// make every access several times slower.

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
    seen: false, subs: [], o: null,
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
  let buffer;
  try {
    // Glue that holds a view looks at its length to see that the memory has grown. Only then is the old buffer detached,
    // because the first detached one in a process slows down all buffer accesses on older V8.
    buffer = m.seen ? moveBuffer(replaced, bytes) : null;
    if (buffer === null) {
      buffer = new ArrayBuffer(bytes);
      new Uint8Array(buffer).set(m.u);
      if (m.seen) moveBuffer(replaced, replaced.byteLength);
    }
  } catch (e) {
    return -1;
  }
  m.seen = false;
  m.n = pages;
  setMemoryBuffer(m, buffer);
  return old;
}

/** Detaches `buffer` and returns one of `bytes` bytes with its contents; null, and nothing done, where the host has no means to do so. */
export function moveBuffer(buffer: ArrayBuffer, bytes: number): ArrayBuffer | null {
  const transferable = buffer as ArrayBuffer & { transfer?: (bytes: number) => ArrayBuffer };
  if (typeof transferable.transfer === 'function') return transferable.transfer(bytes);
  if (bytes === buffer.byteLength && typeof structuredClone === 'function') return structuredClone(buffer, { transfer: [buffer] });
  return null;
}
