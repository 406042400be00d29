import type { Heap } from './subtyping.js';
import type { Rtt } from './types.js';
export declare function toRef(v: unknown, t: string, types: Rtt[]): unknown;
/** Type of a function or of a value below `any`, not null. */
export declare function heapTypeOf(v: unknown): Heap;
export declare function fromRef(v: unknown, t: string): unknown;
