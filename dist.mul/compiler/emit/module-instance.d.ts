import type { Module } from '../spec/module.js';
import { type DataStore } from './module-data.js';
import { type ModuleEnv } from './module-env.js';
import type { ModuleGlue } from './module-glue.js';
import type { ModuleSource } from './module-source.js';
/** Where the statements of `create` go; `declare` must not run before the functions are emitted. */
export declare class InstanceCode {
    #private;
    /** Declarations of functions that came from constant expressions. */
    readonly compiled: string[];
    /** What stands before and after the functions. */
    readonly around: [before: string, after: string];
    constructor(m: Module, env: ModuleEnv, glue: ModuleGlue, source: ModuleSource, store: DataStore, exactNaNs: boolean);
    /** What comes after the functions. */
    get run(): readonly string[];
    /** The list of what is exported, in order. */
    result(): string;
    /** What comes before the functions, now that all is known that they need. */
    declare(): string[];
}
