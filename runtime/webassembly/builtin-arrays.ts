// The builtins of `js-string` that take arrays of i16. As host functions they are given handles, like any host function.

import { arrayTrap } from '../gc/arrays.js';
import { internalize } from '../gc/host.js';
import type { GcArrayObject } from '../gc/objects.js';
import { trap } from '../traps.js';

/** The array of a handle; null is trapped. */
export function arrayOf(handle: unknown): GcArrayObject {
  return handle === null ? trap('dereferencing a null pointer') : internalize(handle) as GcArrayObject;
}

export function fromCharCodeArray(handle: unknown, start: number, end: number): string {
  const { a, n } = arrayOf(handle);
  start = start >>> 0;
  end = end >>> 0;
  if (start > end || end > n) arrayTrap();
  let text = '';
  // In pieces: engines take only so many arguments.
  for (; start < end; start += 4096) text += String.fromCharCode.apply(null, (a as Uint16Array).subarray(start, Math.min(end, start + 4096)) as never);
  return text;
}

export function intoCharCodeArray(text: string, handle: unknown, start: number): number {
  const { a, n } = arrayOf(handle);
  start = start >>> 0;
  if (start + text.length > n) arrayTrap();
  for (let k = 0; k < text.length; k++) (a as Uint16Array)[start + k] = text.charCodeAt(k);
  return text.length;
}
