// Compilation with the functions spread over worker threads. Everything around them, which is little, stays in this thread.
import { createHash } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { prepare, translate, type Translation } from '../compile.js';
import { ModuleEmission } from '../emit/module.js';
import { OptionError, type Options } from '../options.js';
import { outputOf, type Output } from '../result.js';
import { FunctionPool } from './function-pool.js';
import { MOST_THREADS } from './most-threads.js';

/** Below this size in bytes, starting threads and warming up the compiler in each takes longer than it saves. */
const WORTH_A_SECOND_THREAD = 1 << 20;

/** Threads for a module of this size, at most `wanted`. */
function jobsFor(size: number, wanted: number | undefined): number {
  if (wanted === undefined) return size < WORTH_A_SECOND_THREAD ? 1 : availableParallelism();
  if (!Number.isInteger(wanted) || wanted < 1) throw new OptionError('jobs', `jobs must be a positive integer, not ${String(wanted)}`);
  return Math.min(wanted, MOST_THREADS);
}

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** `hash` is the SHA-256 of the bytes, if it is known. */
export async function compileInParallel(bytes: Uint8Array, options: Options, wanted?: number, hash = sha256(bytes)): Promise<Output> {
  const jobs = jobsFor(bytes.length, wanted);
  // IR is printed in the order of functions.
  if (jobs === 1 || options.printIrAfter !== undefined) return outputOf(translate(bytes, options, hash), options, bytes);
  const shared = new Uint8Array(new SharedArrayBuffer(bytes.length));
  shared.set(bytes);
  return outputOf(await translateInParallel(shared, options, hash, jobs), options, shared);
}

async function translateInParallel(bytes: Uint8Array<SharedArrayBuffer>, options: Options, hash: string, jobs: number): Promise<Translation> {
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
  } finally {
    await pool.close();
  }
}
