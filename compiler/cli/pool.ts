// Builds many modules at once, one worker thread per processor. A worker that dies, out of memory say, costs the module it
// was at and is replaced.
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { MOST_THREADS } from '../parallel/most-threads.js';
import { buildOne, type BuildResult } from './build-one.js';
import { diagnose } from './failure.js';
import type { Job } from './inputs.js';

/** Calls `done` as modules are finished, in whatever order; the results come in that of the jobs. */
export async function buildMany(jobs: readonly Job[], done: (result: BuildResult) => void): Promise<BuildResult[]> {
  const results = new Array<BuildResult>(jobs.length);
  let next = 0;
  const take = (): number | undefined => (next < jobs.length ? next++ : undefined);
  const finish = (index: number, result: BuildResult): void => {
    results[index] = result;
    done(result);
  };
  const threads = Math.min(jobs[0].jobs ?? availableParallelism(), MOST_THREADS, jobs.length);
  if (threads === 1) {
    for (let index = take(); index !== undefined; index = take()) finish(index, await buildOne(jobs[index], true));
  } else {
    await Promise.all(Array.from({ length: threads }, () => runThread(jobs, take, finish)));
  }
  return results;
}

async function runThread(jobs: readonly Job[], take: () => number | undefined, finish: (index: number, result: BuildResult) => void): Promise<void> {
  let worker: Worker | undefined;
  for (let index = take(); index !== undefined; index = take()) {
    worker ??= new Worker(new URL('./worker.js', import.meta.url));
    // The threads are busy with one module each.
    const job = { ...jobs[index], jobs: 1 };
    try {
      finish(index, await ask(worker, job));
    } catch (e) {
      worker = undefined;
      finish(index, { input: job.input, ok: false, diagnostic: diagnose(e, job.input) });
    }
  }
  await worker?.terminate();
}

/** Rejects if the worker ends without an answer. */
function ask(worker: Worker, job: Job): Promise<BuildResult> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      worker.off('message', onMessage).off('error', onError).off('exit', onExit);
    };
    const onMessage = (result: BuildResult): void => { stop(); resolve(result); };
    const onError = (e: unknown): void => { stop(); reject(e); };
    const onExit = (code: number): void => onError(new Error(`the worker thread ended with code ${code}`));
    worker.on('message', onMessage).on('error', onError).on('exit', onExit);
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
    worker.postMessage(job);
  });
}
