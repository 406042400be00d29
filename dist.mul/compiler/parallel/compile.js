// Compilation with the functions spread over worker threads. Everything around them, which is little, stays in this thread.
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { prepare, translate } from '../compile.js';
import { ModuleEmission } from '../emit/module.js';
import { OptionError } from '../options.js';
import { outputOf } from '../result.js';
import { FunctionPool } from './function-pool.js';
/** Below this size in bytes, starting threads and warming up the compiler in each takes longer than it saves. */
const WORTH_A_SECOND_THREAD = 1 << 20;
/** Threads for a module of this size, at most `wanted`. */
export function jobsFor(size, wanted) {
    if (wanted === undefined)
        return size < WORTH_A_SECOND_THREAD ? 1 : availableParallelism();
    if (!Number.isInteger(wanted) || wanted < 1)
        throw new OptionError('jobs', `jobs must be a positive integer, not ${String(wanted)}`);
    return wanted;
}
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');
/** `hash` is the SHA-256 of the bytes, if it is known. */
export async function compileInParallel(bytes, options, wanted, hash = sha256(bytes)) {
    const jobs = jobsFor(bytes.length, wanted);
    // IR is printed in the order of functions.
    if (jobs === 1 || options.printIrAfter !== undefined)
        return outputOf(translate(bytes, options, hash), options, bytes);
    const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
    shared.set(bytes);
    return outputOf(await translateInParallel(shared, options, hash, jobs), options, shared);
}
async function translateInParallel(bytes, options, hash, jobs) {
    const pool = new FunctionPool(bytes, options, jobs);
    try {
        const { module, source, times } = prepare(bytes, options);
        const start = performance.now();
        const emission = new ModuleEmission(module, options, source, hash);
        times.emit = performance.now() - start;
        const { texts, milliseconds } = await pool.compile(module, emission.env);
        times.functions += milliseconds;
        const finishing = performance.now();
        const emitted = emission.finish(texts);
        times.emit += performance.now() - finishing;
        return { module, emitted, times, ir: undefined };
    }
    finally {
        await pool.close();
    }
}
