// Times one kernel in one process: every implementation is instantiated first,
// then they take turns, so that a change of the processor's speed meets them
// all alike. Started by kernels.mjs, in node or bun; needs nothing but the files
// that the job names. Prints one line of JSON.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { median } from './table.mjs';

/**
 * @typedef {{ peer: string, kind: 'native' | 'dewasm' | 'wasm2js' | 'polywasm', file: string }} Implementation
 * @typedef {{ wasm: string, n: number, warmRounds: number, rounds: number, budgetMs: number, implementations: Implementation[] }} Job
 * @typedef {{ peer: string, error?: string, result?: string, median?: number, firstFive?: number, calls?: number }} Timing
 */

/** @type {Job} */
const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const bytes = new Uint8Array(readFileSync(job.wasm));

/** @param {Implementation} one @returns {Promise<(n: number) => unknown>} */
async function load({ kind, file }) {
  const url = pathToFileURL(file).href;
  if (kind === 'dewasm') return (await import(url)).instantiate({}).run;
  if (kind === 'wasm2js') return (await import(url)).run;
  if (kind === 'native') return new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(readFileSync(file))), {}).exports.run;
  const namespace = (await import(url)).WebAssembly;
  return new namespace.Instance(new namespace.Module(bytes), {}).exports.run;
}

const runners = [];
for (const one of job.implementations) {
  const runner = { peer: one.peer, run: undefined, error: undefined, result: undefined, times: [], spent: 0 };
  runners.push(runner);
  try {
    runner.run = await load(one);
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

/** @type {Timing[]} */
const timings = runners.map(({ peer, error, result, times }) => {
  if (error !== undefined || times.length === 0) return { peer, error: error ?? 'not run', result };
  const first = times.slice(0, 5);
  return {
    peer,
    result,
    median: median(times.length > job.warmRounds ? times.slice(job.warmRounds) : times.slice(-2)),
    firstFive: first.reduce((sum, time) => sum + time, 0) / first.length,
    calls: times.length,
  };
});
console.log(JSON.stringify(timings));
process.exit(0);
