import type { Uses } from '../emit/module-env.js';
import type { Options } from '../options.js';
import { type ErrorPlace } from '../spec/errors.js';
/** What a worker is started with. */
export interface WorkerTask {
    bytes: Uint8Array<SharedArrayBuffer>;
    options: Options;
}
/** To a worker: functions `from` to `to` (exclusive), or that there are no more. */
export type Order = {
    kind: 'constants';
    constants: ReadonlyMap<number, readonly number[]>;
} | {
    kind: 'compile';
    chunk: number;
    from: number;
    to: number;
} | {
    kind: 'finish';
};
/** From a worker. */
export type Answer = {
    kind: 'text';
    chunk: number;
    text: string;
} | {
    kind: 'failed';
    chunk: number;
    failure: Failure;
} | {
    kind: 'finished';
    uses: Uses;
    milliseconds: number;
};
/** Something thrown, as data. */
export interface Failure {
    reason: string; /** Only of a CompileError. */
    place: ErrorPlace | undefined;
    stack: string | undefined;
}
export declare function failureOf(e: unknown): Failure;
export declare function errorOf({ reason, place, stack }: Failure): Error;
