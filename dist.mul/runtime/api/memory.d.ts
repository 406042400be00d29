import type { MemoryRec } from '../types.js';
/** The JS API's "make or get" of a memory's object. */
export declare function memoryObject(rec: MemoryRec): object;
/** Makes `object` the memory's object; of a shared one, for other threads too if the program uses `dewasm/threads`. */
export declare function brandMemory(object: object, rec: MemoryRec): void;
export declare const Memory: import("./define-interface.js").Interface;
