import { type Options } from '../options.js';
import { type Output } from '../result.js';
/** Threads for a module of this size, at most `wanted`. */
export declare function jobsFor(size: number, wanted: number | undefined): number;
/** `hash` is the SHA-256 of the bytes, if it is known. */
export declare function compileInParallel(bytes: Uint8Array, options: Options, wanted?: number, hash?: string): Promise<Output>;
