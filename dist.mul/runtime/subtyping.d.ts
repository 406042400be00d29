import type { Rtt } from './types.js';
/** A heap type: the letter of an abstract one, or a canonical type. */
export type Heap = string | Rtt;
export declare function heapOf(t: string, types: Rtt[]): Heap;
/** Of references to values of just that type, none below it. */
export declare function isExact(t: string): boolean;
export declare function isRefType(t: string): boolean;
export declare function sameType(a: string, aTypes: Rtt[], b: string, bTypes: Rtt[]): boolean;
export declare function isSubtype(a: string, aTypes: Rtt[], b: string, bTypes: Rtt[]): boolean;
export declare function isRttSubtype(a: Rtt, b: Rtt): boolean;
export declare function isHeapSubtype(a: Heap, b: Heap): boolean;
/** As the text format writes it: `i32`, `funcref`, `(ref null $id)`. */
export declare function showType(t: string): string;
/** `(i32, i64) -> f32` */
export declare function showFuncType(t: Rtt): string;
