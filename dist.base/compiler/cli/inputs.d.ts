import type { CompileOptions } from '../options.js';
import type { CachePlace } from './cache.js';
export interface Job extends Settings {
    input: string;
    output: string;
}
/** What is the same for all modules of a build. */
export interface Settings {
    options: CompileOptions;
    /** Threads to use; undefined for as many as pay. */
    jobs: number | undefined;
    cache: CachePlace | undefined;
}
export interface Plan {
    jobs: Job[];
    /** Folders to watch for new files. */
    folders: string[];
    /** The folder that jobs write to; undefined for a single output. */
    outputFolder: string | undefined;
}
export declare function planBuild(inputs: readonly string[], output: string, settings: Settings): Promise<Plan>;
