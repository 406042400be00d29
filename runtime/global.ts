// Global records, for globals that cross a module's border; others are variables of the generated code.

import type { GlobalRec, Rtt } from './types.js';

/** `v` is the value, the low word of an i64, or the array of four words of a v128. */
export function global(t: string, types: Rtt[], mut: boolean, v: unknown, h = 0): GlobalRec {
  return t === 'V' ? { v: 0, h: 0, l: v as number[], t, m: types, mut, o: null } : { v, h, l: null, t, m: types, mut, o: null };
}
