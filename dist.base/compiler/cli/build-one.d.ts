import type { Stats, Warning } from '../result.js';
import { type Diagnostic } from './failure.js';
import type { Job } from './inputs.js';
export interface WrittenFile {
    path: string;
    bytes: number;
}
export type BuildResult = {
    input: string;
} & ({
    ok: true;
    output: string;
    files: WrittenFile[]; /** Only if the output is standard output. */
    code: Uint8Array | undefined;
    /** IR that was asked for, instead of code. */ ir: string | undefined;
    warnings: Warning[];
    stats: Stats;
    /** Whether it is the result of an earlier build. */ cached: boolean;
} | {
    ok: false;
    diagnostic: Diagnostic;
});
/** Reads a module; the text format becomes binary. */
export declare function readModule(input: string): Promise<Uint8Array>;
/** Never rejects: a failure is a result. */
export declare function buildOne(job: Job, makeFolder: boolean): Promise<BuildResult>;
