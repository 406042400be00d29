import type { MemoryRec } from '../types.js';
/** Whether the host has resizable buffers at all; without them there is no `toResizableBuffer`, and glue does not use it. */
export declare const hasResizableBuffers: () => boolean;
/** What a memory with a resizable buffer shows of it. */
export declare function growingBuffer(rec: MemoryRec): SharedArrayBuffer | undefined;
export declare function toResizable(rec: MemoryRec): ArrayBufferLike;
export declare function toFixedLength(rec: MemoryRec): void;
