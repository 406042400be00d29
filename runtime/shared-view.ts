// What stands in for the DataView of a shared memory. Aligned accesses of two and four bytes must not tear: another thread
// sees all of a store or nothing of it (threads proposal, Relaxed Memory Model, Consistency; C libraries release locks with plain stores). Engines
// access a DataView byte by byte until they have compiled the code, so these go through typed arrays. Generated code does so itself
// and comes here with what is not known to be aligned or is out of bounds; what may tear goes to the DataView (emit/shared-access.ts).

import type { MemoryRec } from './types.js';

interface SharedView {
  /** Takes what is left, and knows where the memory ends. */
  view: DataView;
  /** The same, or this object. */
  plain: DataView;
  i16: Int16Array;
  u16: Uint16Array;
  i32: Int32Array;
  f32: Float32Array;
  /** Addresses below these have elements of two and four bytes, by a shift. */
  end2: number;
  end4: number;
}

type Elements = Int16Array | Uint16Array | Int32Array | Float32Array;

/** The element at any aligned address, if there is one: an int32 that means an uint32, or a double. */
export function farElement(array: Elements, at: number): number | undefined {
  const i = (at < 0 ? at >>> 0 : at) / array.BYTES_PER_ELEMENT;
  return i < array.length ? array[i] : undefined;
}

export function setFarElement(array: Elements, at: number, v: number): boolean {
  const i = (at < 0 ? at >>> 0 : at) / array.BYTES_PER_ELEMENT;
  if (i >= array.length) return false;
  array[i] = v;
  return true;
}

export const sharedViewMethods = {
  getInt8(this: SharedView, at: number): number { return this.view.getInt8(at); },
  getUint8(this: SharedView, at: number): number { return this.view.getUint8(at); },
  getFloat64(this: SharedView, at: number): number { return this.view.getFloat64(at, true); },
  setInt8(this: SharedView, at: number, v: number): void { this.view.setInt8(at, v); },
  setFloat64(this: SharedView, at: number, v: number): void { this.view.setFloat64(at, v, true); },
  getInt16(this: SharedView, at: number): number {
    if ((at & 1) !== 0) return this.view.getInt16(at, true);
    return at >= 0 && at < this.end2 ? this.i16[at >>> 1] : farElement(this.i16, at) ?? this.view.getInt16(at, true);
  },
  getUint16(this: SharedView, at: number): number {
    if ((at & 1) !== 0) return this.view.getUint16(at, true);
    return at >= 0 && at < this.end2 ? this.u16[at >>> 1] : farElement(this.u16, at) ?? this.view.getUint16(at, true);
  },
  getInt32(this: SharedView, at: number): number {
    if ((at & 3) !== 0) return this.view.getInt32(at, true);
    return at >= 0 && at < this.end4 ? this.i32[at >>> 2] : farElement(this.i32, at) ?? this.view.getInt32(at, true);
  },
  getFloat32(this: SharedView, at: number): number {
    if ((at & 3) !== 0) return this.view.getFloat32(at, true);
    return at >= 0 && at < this.end4 ? this.f32[at >>> 2] : farElement(this.f32, at) ?? this.view.getFloat32(at, true);
  },
  setInt16(this: SharedView, at: number, v: number): void {
    if ((at & 1) !== 0) this.view.setInt16(at, v, true);
    else if (at >= 0 && at < this.end2) this.i16[at >>> 1] = v;
    else if (!setFarElement(this.i16, at, v)) this.view.setInt16(at, v, true);
  },
  setInt32(this: SharedView, at: number, v: number): void {
    if ((at & 3) !== 0) this.view.setInt32(at, v, true);
    else if (at >= 0 && at < this.end4) this.i32[at >>> 2] = v;
    else if (!setFarElement(this.i32, at, v)) this.view.setInt32(at, v, true);
  },
  setFloat32(this: SharedView, at: number, v: number): void {
    if ((at & 3) !== 0) this.view.setFloat32(at, v, true);
    else if (at >= 0 && at < this.end4) this.f32[at >>> 2] = v;
    else if (!setFarElement(this.f32, at, v)) this.view.setFloat32(at, v, true);
  },
};

/** What is fastest for accesses to a memory that may tear. A view that another runtime made may have no other. */
export function plainView(m: MemoryRec): DataView {
  if (m.sh === null) return m.d;
  const { plain } = m.d as unknown as Partial<SharedView>;
  return plain === undefined ? m.d : plain;
}

/**
 * JavaScriptCore leaves its optimised code wherever that first comes to a DataView over a growable buffer, one place after the other, and some loops
 * never stay in it; in the methods of this object there are few such places. Its errors alone know their line by this name.
 */
export function leavesGrowable(): boolean {
  return 'line' in new Error();
}

export function sharedView(view: DataView, buffer: ArrayBufferLike, bytes: number): DataView {
  const made = Object.create(sharedViewMethods) as SharedView;
  made.view = view;
  made.plain = (buffer as { growable?: boolean }).growable === true && leavesGrowable() ? (made as unknown as DataView) : view;
  made.i16 = new Int16Array(buffer, 0, Math.floor(bytes / 2));
  made.u16 = new Uint16Array(buffer, 0, Math.floor(bytes / 2));
  made.i32 = new Int32Array(buffer, 0, Math.floor(bytes / 4));
  made.f32 = new Float32Array(buffer, 0, Math.floor(bytes / 4));
  made.end2 = Math.min(made.i16.length * 2, 2 ** 32);
  made.end4 = Math.min(made.i32.length * 4, 2 ** 32);
  return made as unknown as DataView;
}
