import type { MemoryRec, Raw, Size, ExportFactory, SuspendForm } from './types.js';
/** Growable buffers are ES2024. */
export type GrowableBuffer = SharedArrayBuffer & {
    growable?: boolean;
    maxByteLength?: number;
    grow?: (bytes: number) => void;
};
/** Arguments are those of `memory`. */
export declare function sharedMemory(min: Size, max: Size | undefined, flags: number, pageBits?: number): MemoryRec;
/** Makes a record one of the memory that has this storage and this place for its size. */
export declare function adoptShared(m: MemoryRec, storage: SharedArrayBuffer, pages: Int32Array): MemoryRec;
/** Storage that can become as large as the maximum; less if the host has not got as much. */
export declare function allocateShared(m: MemoryRec): SharedArrayBuffer;
export declare function memorySync(m: MemoryRec): void;
/** Old size in pages, or -1. Threads may grow a memory at the same time: the storage first, so that a size is never beyond it. */
export declare function growShared(m: MemoryRec, delta: number): number;
/** Makes the storage at least so long. */
export declare function reserveShared(buffer: GrowableBuffer, bytes: number): boolean;
/** memory.size of a shared memory. */
export declare function sharedSize(m: MemoryRec): number;
export declare function syncAll(memories: MemoryRec[]): void;
/** The export factory of functions of a module with shared memories: who calls may know of a growth. */
export declare function syncedExport(memories: MemoryRec[], factory: ExportFactory): ExportFactory;
/** A suspend form that may come back much later. */
export declare function syncedSuspending(memories: MemoryRec[], form: SuspendForm): SuspendForm;
/** The raw function of an import of such a module: the host may have learnt of a growth meanwhile. */
export declare function syncedImport(memories: MemoryRec[], raw: Raw): Raw;
