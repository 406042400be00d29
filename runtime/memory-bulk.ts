// memory.fill, copy and init. Addresses and lengths arrive as int32 and mean uint32, or as doubles for 64-bit memories.
//
// Up to 48 bytes are moved here, two words at a time: the call of a method of typed arrays takes as long as 60 to 100 do. Where JavaScript is
// interpreted one call is always less (`fillBytes`, `copyBytes`). Of shared memories too: these operations are made of single bytes, so any of their accesses may tear.

import { plainView } from './shared-view.js';
import { outOfBounds } from './traps.js';
import type { MemoryRec } from './types.js';

/** Bytes moved by words at most. */
const FEW = 48;

export function unsigned(x: number): number {
  return x < 0 ? x >>> 0 : x;
}

export function memoryFill(m: MemoryRec, d: number, v: number, n: number): void {
  d = unsigned(d);
  n = unsigned(n);
  if (n > FEW || d + n > m.u.length) fillBytes(m, d, v, n);
  else fillFew(plainView(m), d, v & 255, n);
}

export function fillBytes(m: MemoryRec, d: number, v: number, n: number): void {
  const u = m.u;
  d = unsigned(d);
  n = unsigned(n);
  if (d + n > u.length) outOfBounds();
  u.fill(v, d, d + n);
}

export function fillFew(to: DataView, d: number, v: number, n: number): void {
  const word = Math.imul(v, 16843009);
  for (; n >= 8; n -= 8) {
    to.setInt32(d, word, true);
    to.setInt32(d + 4, word, true);
    d += 8;
  }
  if (n >= 4) {
    to.setInt32(d, word, true);
    d += 4;
    n -= 4;
  }
  for (; n > 0; n--) to.setInt8(d++, v);
}

/**
 * Does rounds of a loop that fills `bytes` from `offset` behind `at` in each, going on until `step` has brought it all of
 * `remaining`, except the last; returns how many. None where they are fewer than `least`, or would leave the memory.
 */
export function fillRounds(m: MemoryRec, bytes: number, at: number, offset: number, v: number, remaining: number, step: number, least: number): number {
  const rounds = Math.floor((unsigned(remaining) - 1) / step);
  if (rounds < least) return 0;
  const start = unsigned(at) + unsigned(offset), end = start + rounds * bytes;
  if (end > m.u.length) return 0;
  m.u.fill(v, start, end);
  return rounds;
}

/** The same for a loop that copies `bytes` in each. None either where it reads what it wrote. */
export function copyRounds(
  m: MemoryRec, bytes: number, to: number, toOffset: number, from: number, fromOffset: number, remaining: number, step: number, least: number,
): number {
  const rounds = Math.floor((unsigned(remaining) - 1) / step);
  if (rounds < least) return 0;
  const d = unsigned(to) + unsigned(toOffset), s = unsigned(from) + unsigned(fromOffset), n = rounds * bytes;
  if (Math.max(d, s) + n > m.u.length || Math.abs(d - s) < n) return 0;
  m.u.copyWithin(d, s, s + n);
  return rounds;
}

export function memoryCopy(md: MemoryRec, ms: MemoryRec, d: number, s: number, n: number): void {
  d = unsigned(d);
  s = unsigned(s);
  n = unsigned(n);
  if (n > FEW || d + n > md.u.length || s + n > ms.u.length) copyBytes(md, ms, d, s, n);
  else if (d > s && d < s + n) copyFewBackwards(plainView(md), plainView(ms), d, s, n);
  else copyFew(plainView(md), plainView(ms), d, s, n);
}

export function copyBytes(md: MemoryRec, ms: MemoryRec, d: number, s: number, n: number): void {
  const to = md.u;
  const from = ms.u;
  d = unsigned(d);
  s = unsigned(s);
  n = unsigned(n);
  if (d + n > to.length || s + n > from.length) outOfBounds();
  if (md === ms) to.copyWithin(d, s, s + n);
  else to.set(from.subarray(s, s + n), d);
}

export function copyFew(to: DataView, from: DataView, d: number, s: number, n: number): void {
  for (; n >= 8; n -= 8) {
    const low = from.getInt32(s, true);
    const high = from.getInt32(s + 4, true);
    to.setInt32(d, low, true);
    to.setInt32(d + 4, high, true);
    d += 8;
    s += 8;
  }
  if (n >= 4) {
    to.setInt32(d, from.getInt32(s, true), true);
    d += 4;
    s += 4;
    n -= 4;
  }
  for (; n > 0; n--) to.setInt8(d++, from.getInt8(s++));
}

/** Where going forwards would overwrite what is still to be read; a function of its own, so that engines inline the other. */
export function copyFewBackwards(to: DataView, from: DataView, d: number, s: number, n: number): void {
  d += n;
  s += n;
  for (; n >= 4; n -= 4) {
    d -= 4;
    s -= 4;
    to.setInt32(d, from.getInt32(s, true), true);
  }
  for (; n > 0; n--) to.setInt8(--d, from.getInt8(--s));
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
