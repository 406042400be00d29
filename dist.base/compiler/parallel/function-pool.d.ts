import { type ModuleEnv } from '../emit/module-env.js';
import type { Options } from '../options.js';
import type { Module } from '../spec/module.js';
export declare class FunctionPool {
    #private;
    /** Starts the threads, which get ready while the caller does. `bytes` must not change. */
    constructor(bytes: Uint8Array<SharedArrayBuffer>, options: Options, jobs: number);
    /** Texts of all functions in order; what they asked for is then in `env.uses`. `milliseconds` is the sum of all threads'. */
    compile(m: Module, env: ModuleEnv): Promise<{
        texts: string[];
        milliseconds: number;
    }>;
    /** Ends the threads. */
    close(): Promise<void>;
}
