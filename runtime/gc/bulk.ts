// Operations on ranges of arrays. Copying has a function for each kind of elements, so that their loops stay fast: ranges are
// mostly short (pieces of strings), and the engines' own methods are dear to call.

import { trap } from '../traps.js';
import { fillFloats } from '../nan.js';
import type { Float } from '../nan.js';
import { arrayLength, arrayTrap, fillWords } from './arrays.js';
import { GcArray } from './objects.js';
import type { GcArrayObject } from './objects.js';
import type { Rtt } from '../types.js';

export function checkRange(x: GcArrayObject, i: number, n: number): void {
  if ((i >>> 0) + (n >>> 0) > x.n) arrayTrap();
}

export function arrayFill(x: GcArrayObject, i: number, v: unknown, n: number): void {
  checkRange(x, i, n);
  (x.a as unknown[]).fill(v, i, i + n);
}

/** With NaNs of any bits. */
export function arrayFillFloats(x: GcArrayObject, i: number, v: Float, n: number): void {
  checkRange(x, i, n);
  fillFloats(x.a as Float64Array, i, v, n);
}

export function arrayFillWords(x: GcArrayObject, i: number, words: number[], n: number): void {
  checkRange(x, i, n);
  fillWords(x.a as Int32Array, i, n, words);
}

/** Checks both ranges; true if there is something to copy. */
export function checkCopy(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): boolean {
  checkRange(d, di, n);
  checkRange(s, si, n);
  return n !== 0;
}

type Typed = Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array;

export function copyTyped(to: Typed, di: number, from: Typed, si: number, n: number): void {
  if (to === from) to.copyWithin(di, si, si + n);
  else to.set(from.subarray(si, si + n), di);
}

export function copyI8(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): void {
  if (!checkCopy(d, di, s, si, n)) return;
  const to = d.a as Uint8Array;
  const from = s.a as Uint8Array;
  if (n > 48) copyTyped(to, di, from, si, n);
  else if (to === from && di > si) while (n-- > 0) to[di + n] = from[si + n];
  else for (let k = 0; k < n; k++) to[di + k] = from[si + k];
}

export function copyI16(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): void {
  if (!checkCopy(d, di, s, si, n)) return;
  const to = d.a as Uint16Array;
  const from = s.a as Uint16Array;
  if (n > 48) copyTyped(to, di, from, si, n);
  else if (to === from && di > si) while (n-- > 0) to[di + n] = from[si + n];
  else for (let k = 0; k < n; k++) to[di + k] = from[si + k];
}

export function copyI32(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number, words: number): void {
  if (!checkCopy(d, di, s, si, n)) return;
  const to = d.a as Int32Array;
  const from = s.a as Int32Array;
  di *= words;
  si *= words;
  n *= words;
  if (n > 48) copyTyped(to, di, from, si, n);
  else if (to === from && di > si) while (n-- > 0) to[di + n] = from[si + n];
  else for (let k = 0; k < n; k++) to[di + k] = from[si + k];
}

export function copyF32(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): void {
  if (checkCopy(d, di, s, si, n)) copyTyped(d.a as Float32Array, di, s.a as Float32Array, si, n);
}

/** As bytes: numbers would lose the bits of NaNs. */
export function copyFloats(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): void {
  if (checkCopy(d, di, s, si, n)) copyTyped(d.a as Float64Array, di, s.a as Float64Array, si, n);
}

export function copyF64(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): void {
  if (!checkCopy(d, di, s, si, n)) return;
  const to = d.a as Float64Array;
  const from = s.a as Float64Array;
  if (n > 48) copyTyped(to, di, from, si, n);
  else if (to === from && di > si) while (n-- > 0) to[di + n] = from[si + n];
  else for (let k = 0; k < n; k++) to[di + k] = from[si + k];
}

export function copyRefs(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): void {
  if (!checkCopy(d, di, s, si, n)) return;
  const to = d.a as unknown[];
  const from = s.a as unknown[];
  if (to === from && di > si) while (n-- > 0) to[di + n] = from[si + n];
  else for (let k = 0; k < n; k++) to[di + k] = from[si + k];
}

// Segments

/** Reads `n` elements (or words) from `s` on into `a` from `at` on. Most are few: string literals. */
export type ReadElements = (a: never, at: number, segment: Uint8Array, s: number, n: number) => void;

export function dataI8(a: Uint8Array, at: number, segment: Uint8Array, s: number, n: number): void {
  if (n > 48) a.set(segment.subarray(s, s + n), at);
  else for (let k = 0; k < n; k++) a[at + k] = segment[s + k];
}
export function dataI16(a: Uint16Array, at: number, segment: Uint8Array, s: number, n: number): void {
  for (let k = 0; k < n; k++, s += 2) a[at + k] = segment[s] | (segment[s + 1] << 8);
}
export function dataI32(a: Int32Array, at: number, segment: Uint8Array, s: number, n: number): void {
  for (let k = 0; k < n; k++, s += 4) a[at + k] = segment[s] | (segment[s + 1] << 8) | (segment[s + 2] << 16) | (segment[s + 3] << 24);
}
/** As bytes, because a float that is read and written may lose the bits of a NaN. */
export function dataF32(a: Float32Array, at: number, segment: Uint8Array, s: number, n: number): void {
  new Uint8Array(a.buffer, a.byteOffset + 4 * at, 4 * n).set(segment.subarray(s, s + 4 * n));
}
export function dataF64(a: Float64Array, at: number, segment: Uint8Array, s: number, n: number): void {
  new Uint8Array(a.buffer, a.byteOffset + 8 * at, 8 * n).set(segment.subarray(s, s + 8 * n));
}

/** The length of array.new_data, when it is known to fit the segment. */
export function dataLength(segment: Uint8Array, s: number, n: number, bytes: number): number {
  if ((s >>> 0) + arrayLength(n, bytes) * bytes > segment.length) trap('data segment out of bounds');
  return n;
}

/** array.init_data, for elements of `words` words and `bytes` bytes, and the end of array.new_data. */
export function arrayData(x: GcArrayObject, i: number, segment: Uint8Array, s: number, n: number, read: ReadElements, words: number, bytes: number): GcArrayObject {
  checkRange(x, i, n);
  s = s >>> 0;
  if (s + n * bytes > segment.length) trap('data segment out of bounds');
  read(x.a as never, i * words, segment, s, n * words);
  return x;
}

export function arrayElements(x: GcArrayObject, i: number, segment: unknown[], s: number, n: number): void {
  checkRange(x, i, n);
  s = s >>> 0;
  if (s + n > segment.length) trap('element segment out of bounds');
  const a = x.a as unknown[];
  for (let k = 0; k < n; k++) a[i + k] = segment[s + k];
}

/** array.new_elem */
export function newElements(t: Rtt, segment: unknown[], s: number, n: number): GcArrayObject {
  n = arrayLength(n, 8);
  s = s >>> 0;
  if (s + n > segment.length) trap('element segment out of bounds');
  return new GcArray(t, segment.slice(s, s + n), n);
}
