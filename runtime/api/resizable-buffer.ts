// Memory.toResizableBuffer and toFixedLengthBuffer: a `buffer` that stays the same object when the memory grows. From then on the
// memory's storage is a resizable ArrayBuffer, under views of fixed length that are made anew at each growth. V8 accesses
// those more slowly than others, so a memory gets one only when somebody asks.

import { exactBuffer, memoryPageLimit, setMemoryBuffer } from '../memory.js';
import type { MemoryRec } from '../types.js';

type Resizable = ArrayBuffer & { resizable?: boolean; maxByteLength?: number; resize?: (bytes: number) => void };
type Growable = SharedArrayBuffer & { growable?: boolean };
/** What this file keeps on the record of a shared memory: the buffer that grows with it, while that is what JS sees. */
interface Kept { growing?: SharedArrayBuffer }

/** Whether the host has resizable buffers at all; without them there is no `toResizableBuffer`, and glue does not use it. */
export const hasResizableBuffers = (): boolean => typeof (ArrayBuffer.prototype as Resizable).resize === 'function';

const isResizable = (rec: MemoryRec): boolean => (rec.b as Resizable).resizable === true;

/** What a memory with a resizable buffer shows of it. */
export function growingBuffer(rec: MemoryRec): SharedArrayBuffer | undefined {
  return (rec as unknown as Kept).growing;
}

export function toResizable(rec: MemoryRec): ArrayBufferLike {
  if (rec.max === undefined) throw new TypeError('WebAssembly.Memory.toResizableBuffer(): Memory must have a maximum');
  if (rec.shared) return toGrowable(rec);
  if (isResizable(rec)) return rec.b;
  const old = exactBuffer(rec) as ArrayBuffer;
  const Buffer = ArrayBuffer as unknown as new (bytes: number, options: { maxByteLength: number }) => Resizable;
  const buffer = new Buffer(old.byteLength, { maxByteLength: memoryPageLimit(rec) * rec.page });
  new Uint8Array(buffer).set(rec.u);
  detach(old);
  const pages = new Int32Array(1);
  pages[0] = rec.n;
  // The state of shared memories: theirs, too, grow in place, in their own way.
  rec.sh = { pages, grow: growResizable, sync: syncResizable };
  define(buffer, 'resize', function resize(bytes: unknown) {
    const length = Math.trunc(+(bytes as number)) || 0;
    if (length < rec.b.byteLength || length % rec.page !== 0 || rec.b !== buffer || growResizable(rec, length / rec.page - rec.n) === -1) {
      throw new RangeError('ArrayBuffer.prototype.resize: Invalid length parameter');
    }
  });
  for (const name of ['transfer', 'transferToFixedLength']) {
    if (name in buffer) define(buffer, name, () => { throw new TypeError('the buffer of a WebAssembly.Memory cannot be detached'); });
  }
  setMemoryBuffer(rec, buffer);
  return buffer;
}

export function toFixedLength(rec: MemoryRec): void {
  if (rec.shared) {
    (rec as unknown as Kept).growing = undefined;
    return;
  }
  if (!isResizable(rec)) return;
  const old = rec.b as ArrayBuffer;
  const buffer = new ArrayBuffer(old.byteLength);
  new Uint8Array(buffer).set(rec.u);
  rec.sh = null;
  setMemoryBuffer(rec, buffer);
  detach(old);
}

/** A shared memory's storage can grow already. */
function toGrowable(rec: MemoryRec): SharedArrayBuffer {
  const kept = rec as unknown as Kept;
  if (kept.growing !== undefined) return kept.growing;
  if ((rec.b as Growable).growable !== true) throw new TypeError('WebAssembly.Memory.toResizableBuffer(): this host has no growable buffers');
  const buffer = structuredClone(rec.b as SharedArrayBuffer);
  define(buffer, 'grow', function grow(bytes: unknown) {
    const length = Math.trunc(+(bytes as number)) || 0;
    if (length < buffer.byteLength || length % rec.page !== 0 || rec.sh!.grow(rec, length / rec.page - rec.n) === -1) {
      throw new RangeError('SharedArrayBuffer.prototype.grow: Invalid length parameter');
    }
  });
  return kept.growing = Object.freeze(buffer);
}

/** Old size in pages, or -1. */
function growResizable(rec: MemoryRec, delta: number): number {
  syncResizable(rec);
  const old = rec.n;
  const pages = old + (delta < 0 ? delta >>> 0 : delta);
  if (pages > memoryPageLimit(rec)) return -1;
  try {
    (ArrayBuffer.prototype as Resizable).resize!.call(rec.b as ArrayBuffer, pages * rec.page);
  } catch {
    return -1;
  }
  syncResizable(rec);
  return old;
}

/** Takes notice of a size that somebody has given the buffer. */
function syncResizable(rec: MemoryRec): void {
  const pages = Math.floor(rec.b.byteLength / rec.page);
  if (pages === rec.n) return;
  rec.n = rec.sh!.pages[0] = pages;
  setMemoryBuffer(rec, rec.b);
}

function detach(buffer: ArrayBuffer): void {
  structuredClone(buffer, { transfer: [buffer] });
}

function define(object: object, name: string, value: unknown): void {
  Object.defineProperty(object, name, { value, writable: true, enumerable: false, configurable: true });
}
