import type { DataSegment, Module } from '../spec/module.js';
import { I32, I64 } from '../spec/types.js';
import type { Initial } from './module-initialisers.js';
import type { ModuleEnv } from './module-env.js';
/** Makes text of a segment's bytes; `kept` if they live on, as a passive segment's do. */
export interface DataStore {
    segment(bytes: Uint8Array, env: ModuleEnv, kept: boolean): string;
}
export declare const inlineData: DataStore;
/** Bytes of all segments one after the other; the text refers to them as `$data(start,end)`. */
export declare class DataFile implements DataStore {
    #private;
    segment(bytes: Uint8Array, _env: ModuleEnv, kept: boolean): string;
    bytes(): Uint8Array;
}
export declare const EMPTY = "new Uint8Array(0)";
/** The parts of `bytes` between long runs of zeros, as [start, end]. */
export declare function nonZeroPieces(bytes: Uint8Array): [number, number][];
/** An offset as a number: known, or as text. */
export declare function offsetOf(value: Initial): {
    known: number | undefined;
    text: string;
};
/** An active segment and where it goes. */
export interface ActiveSegment {
    segment: DataSegment;
    offset: Initial;
}
/**
 * Writes the statements that initialise memories from active segments, which are given in order. Segments that are known to
 * fit and to overlap nothing are taken together where only zeros are between them, because linkers cut data at every few
 * zeros (Go's makes a hundred thousand segments of one image).
 */
export declare class ActiveData {
    #private;
    constructor(m: Module, env: ModuleEnv, store: DataStore);
    /** Type of the offset expression. */
    offsetType(s: DataSegment): typeof I32 | typeof I64;
    statements(segments: readonly ActiveSegment[]): string[];
}
