import type { MemoryRec } from '../types.js';
export declare function sharedBuffer(rec: MemoryRec): SharedArrayBuffer;
/** Lets `dewasm/threads`, if the program uses it, make an object one that can be sent to workers. */
export declare function offerToThreads(object: object): void;
