import { type EmittedModule } from './emit/module.js';
import type { ModuleSource } from './emit/module-source.js';
import { type Options } from './options.js';
import type { Module } from './spec/module.js';
/** Milliseconds spent by stage. */
export interface Times {
    decode: number;
    validate: number;
    functions: number;
    emit: number;
    link: number;
}
export interface Translation {
    module: Module;
    emitted: EmittedModule;
    times: Times;
    /** What `printIrAfter` asked for. */
    ir: string | undefined;
}
/** A module that is known to be valid but for its function bodies, and the text of these on demand. */
export interface Prepared {
    module: Module;
    source: ModuleSource;
    times: Times; /** Filled as functions are compiled, with `printIrAfter`. */
    printed: string[];
}
export declare function prepare(bytes: Uint8Array, options: Options): Prepared;
/** Runs everything but linking. `hash` is the SHA-256 of `bytes`, or '' if nobody will look for it. */
export declare function translate(bytes: Uint8Array, options: Options, hash: string): Translation;
/** Whether the bytes are a valid module of these features. */
export declare function isValid(bytes: Uint8Array, features: string): boolean;
