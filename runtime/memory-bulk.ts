// memory.fill, copy and init. Addresses and lengths arrive as int32 and mean uint32, or as doubles for 64-bit memories.

import { outOfBounds } from './traps.js';
import type { MemoryRec } from './types.js';

export function unsigned(x: number): number {
  return x < 0 ? x >>> 0 : x;
}

export function memoryFill(m: MemoryRec, d: number, v: number, n: number): void {
  const u = m.u;
  d = unsigned(d);
  n = unsigned(n);
  if (d + n > u.length) outOfBounds();
  u.fill(v, d, d + n);
}

export function memoryCopy(md: MemoryRec, ms: MemoryRec, d: number, s: number, n: number): void {
  const to = md.u;
  const from = ms.u;
  d = unsigned(d);
  s = unsigned(s);
  n = unsigned(n);
  if (d + n > to.length || s + n > from.length) outOfBounds();
  if (md === ms) to.copyWithin(d, s, s + n);
  else to.set(from.subarray(s, s + n), d);
}

/** A dropped segment is an empty one. */
export function memoryInit(m: MemoryRec, segment: Uint8Array, d: number, s: number, n: number): void {
  const u = m.u;
  d = unsigned(d);
  s = unsigned(s);
  n = unsigned(n);
  if (d + n > u.length || s + n > segment.length) outOfBounds();
  u.set(segment.subarray(s, s + n), d);
}
