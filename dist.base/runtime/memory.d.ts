import type { MemoryRec, Size } from './types.js';
/** flags: 2 64-bit addresses; pageBits: log2 of the page size. */
export declare function memory(min: Size, max: Size | undefined, flags: number, pageBits?: number): MemoryRec;
/** A record without a buffer. */
export declare function memoryRecord(min: Size, max: Size | undefined, flags: number, pageBits: number): MemoryRec;
/** Pages beyond which growing fails without trying: the declared maximum, or the address space. */
export declare function memoryPageLimit(m: MemoryRec): number;
/** Makes the first `m.n` pages of `buffer` the memory. */
export declare function setMemoryBuffer(m: MemoryRec, buffer: ArrayBufferLike): void;
/** Old size in pages, or -1. */
export declare function memoryGrow(m: MemoryRec, delta: number): number;
/** Detaches `buffer` and returns one of `bytes` bytes with its contents; null, and nothing done, where the host has no means to do so. */
export declare function moveBuffer(buffer: ArrayBuffer, bytes: number): ArrayBuffer | null;
