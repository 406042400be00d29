import { type BuildResult } from './build-one.js';
import type { Job } from './inputs.js';
/** Calls `done` as modules are finished, in whatever order; the results come in that of the jobs. */
export declare function buildMany(jobs: readonly Job[], done: (result: BuildResult) => void): Promise<BuildResult[]>;
