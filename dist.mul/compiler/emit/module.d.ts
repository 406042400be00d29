import type { Module } from '../spec/module.js';
import type { Options } from '../options.js';
import { ModuleEnv } from './module-env.js';
import type { ModuleSource } from './module-source.js';
export interface EmittedModule {
    /** Statements that declare `$module`; they refer to the helpers and, with `data`, to `$data`. */
    chunks: string[];
    /** Names of runtime helpers the statements refer to. */
    helpers: Set<string>;
    /** The bytes for `--data file`. */
    data: Uint8Array | undefined;
    /** Length of the functions' text. */
    functionsLength: number;
}
/** The constant of the module object. */
export declare const MODULE = "$module";
type EmitOptions = Pick<Options, 'traps' | 'readable' | 'data' | 'nan' | 'jspi'>;
/** What functions see of their module. */
export declare const moduleEnv: (m: Module, options: EmitOptions, source: ModuleSource) => ModuleEnv;
/** A module's text in two steps, between which its functions are emitted, in the same process or elsewhere. */
export declare class ModuleEmission {
    #private;
    /** What emitted functions ask; what functions emitted elsewhere asked for has to be added to its `uses`. */
    readonly env: ModuleEnv;
    /** `hash` is the SHA-256 of the module, or '' where nobody looks for it. */
    constructor(m: Module, options: EmitOptions, source: ModuleSource, hash: string);
    /** `functions` are texts of all functions in order, in pieces of any size. */
    finish(functions: readonly string[]): EmittedModule;
}
/** The whole module, one function after the other. */
export declare function emitModule(m: Module, options: EmitOptions, source: ModuleSource, hash: string): EmittedModule;
/** A function's text, with all the forms that it has. */
export declare function functionText(m: Module, index: number, source: ModuleSource, env: ModuleEnv): string;
export {};
