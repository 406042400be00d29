import type { MemoryRec } from './types.js';
/** 0 woken, 1 another value found, 2 timed out. The timeout is in nanoseconds, negative for none. */
export declare function atomicWait32(m: MemoryRec, p: number, expected: number, l: number, h: number): number;
export declare function atomicWait64(m: MemoryRec, p: number, el: number, eh: number, l: number, h: number): number;
export declare function waitOn(m: MemoryRec, wait: () => string): number;
/** In milliseconds. */
export declare function timeoutOf(l: number, h: number): number;
/** How many were woken; waiters are found by address, whatever width they wait on. */
export declare function atomicNotify(m: MemoryRec, p: number, count: number): number;
