import type { GlobalRec, Rtt } from './types.js';
/** `v` is the value, the low word of an i64, or the array of four words of a v128. */
export declare function global(t: string, types: Rtt[], mut: boolean, v: unknown, h?: number): GlobalRec;
