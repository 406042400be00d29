import { type EmittedModule } from '../emit/module.js';
import type { Module } from '../spec/module.js';
import type { Options } from '../options.js';
export interface Assembled {
    /** The file's text. */
    chunks: string[];
    /** Length of the runtime's part in it. */
    runtimeLength: number;
}
export declare function assemble(m: Module, emitted: EmittedModule, options: Options): Assembled;
/** The body of a function that gets the runtime's exports as `$rt` and returns the module object. */
export declare function assembleForEvaluation(emitted: EmittedModule): string;
