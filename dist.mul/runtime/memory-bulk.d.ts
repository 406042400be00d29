import type { MemoryRec } from './types.js';
export declare function unsigned(x: number): number;
export declare function memoryFill(m: MemoryRec, d: number, v: number, n: number): void;
export declare function fillFew(to: DataView, d: number, v: number, n: number): void;
export declare function memoryCopy(md: MemoryRec, ms: MemoryRec, d: number, s: number, n: number): void;
/** Forwards or backwards, so that what is still to be read is not overwritten. */
export declare function copyFew(to: DataView, from: DataView, d: number, s: number, n: number): void;
/** A dropped segment is an empty one. */
export declare function memoryInit(m: MemoryRec, segment: Uint8Array, d: number, s: number, n: number): void;
