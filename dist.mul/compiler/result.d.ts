import type { Translation, Times } from './compile.js';
import type { Options } from './options.js';
/** Something that works, but perhaps not as expected. */
export interface Warning {
    message: string;
    /** Offset from the module's first byte. */
    offset?: number;
}
export interface Stats {
    /** Bytes of the wasm module, of its code and of its data segments. */
    wasm: {
        bytes: number;
        code: number;
        data: number;
    };
    /** Length of the output, of the functions in it and of the part of the runtime it brings along. */
    code: {
        length: number;
        functions: number;
        runtime: number;
    };
    counts: {
        functions: number;
        imports: number;
        exports: number;
        globals: number;
        tables: number;
        memories: number;
    };
    /** Milliseconds by stage. */
    time: Times;
}
/** A source map, version 3. */
export interface SourceMap {
    version: 3;
    sources: string[];
    names: string[];
    mappings: string;
    file?: string;
    sourcesContent?: (string | null)[];
}
export interface CompileResult {
    code: string;
    map?: SourceMap;
    /** Text of a TypeScript declaration file, with `types`. */
    types?: string;
    /** What goes into a file of its own, with `data: 'file'`. */
    data?: Uint8Array;
    /** The IR that `printIrAfter` asked for. */
    ir?: string;
    warnings: Warning[];
    stats: Stats;
}
/** A result whose code is still in pieces: who writes a file needs no second copy of a large one. */
export interface Output extends Omit<CompileResult, 'code'> {
    chunks: string[];
}
/** Links what was translated from `bytes`. */
export declare function outputOf({ module, emitted, times, ir }: Translation, options: Options, bytes: Uint8Array): Output;
export declare function resultOf({ chunks, ...rest }: Output): CompileResult;
