// Times implementations of one kernel in one process: every one is instantiated first, then they take turns, so that a change of the
// processor's speed meets them all alike. Runs in any engine, in pages too.
import { median } from './table.mjs';

/**
 * @typedef {{ peer: string, kind: 'native' | 'dewasm' | 'wasm2js' | 'polywasm', file: string }} Implementation
 * @typedef {{ wasm: string, n: number, warmRounds: number, rounds: number, budgetMs: number, implementations: Implementation[] }} Job
 * @typedef {{ peer: string, error?: string, result?: string, median?: number, firstFive?: number, start?: number, calls?: number }} Timing start: ms from nothing to the first result
 */

/**
 * @param {Job} job
 * @param {(file: string) => Promise<any>} load imports a file as a module
 * @param {(file: string) => Promise<Uint8Array>} read
 * @returns {Promise<Timing[]>}
 */
export async function timeKernel(job, load, read) {
  /** @param {Implementation} one @returns {Promise<(n: number) => unknown>} */
  const instantiate = async ({ kind, file }) => {
    if (kind === 'native') return new WebAssembly.Instance(new WebAssembly.Module(await read(file)), {}).exports.run;
    const module = await load(file);
    if (kind === 'dewasm') return module.instantiate({}).run;
    if (kind === 'wasm2js') return module.run;
    const namespace = module.WebAssembly;
    return new namespace.Instance(new namespace.Module(await read(job.wasm)), {}).exports.run;
  };

  const runners = [];
  for (const one of job.implementations) {
    const runner = { peer: one.peer, run: undefined, error: undefined, result: undefined, times: [], spent: 0, readyMs: 0 };
    runners.push(runner);
    try {
      const start = performance.now();
      runner.run = await instantiate(one);
      runner.readyMs = performance.now() - start;
    } catch (error) {
      runner.error = String(error).slice(0, 200);
    }
  }

  for (let round = 0; round < job.warmRounds + job.rounds; round++) {
    for (const runner of runners) {
      // A slow peer leaves early: its median is known well enough by then.
      if (runner.error !== undefined || (runner.spent > job.budgetMs && round >= 7)) continue;
      try {
        const start = performance.now();
        const result = runner.run(job.n);
        const time = performance.now() - start;
        runner.times.push(time);
        runner.spent += time;
        const text = Object.is(result, -0) ? '-0' : String(result);
        if (runner.result !== undefined && runner.result !== text) runner.error = 'results differ between calls';
        runner.result = text;
      } catch (error) {
        runner.error = String(error).slice(0, 200);
      }
    }
  }

  return runners.map(({ peer, error, result, times, readyMs }) => {
    if (error !== undefined || times.length === 0) return { peer, error: error ?? 'not run', result };
    const first = times.slice(0, 5);
    return {
      peer,
      result,
      median: median(times.length > job.warmRounds ? times.slice(job.warmRounds) : times.slice(-2)),
      firstFive: first.reduce((sum, time) => sum + time, 0) / first.length,
      start: readyMs + times[0],
      calls: times.length,
    };
  });
}
