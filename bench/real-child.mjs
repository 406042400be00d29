// Times one program of real/programs.mjs in one process: every implementation loads the package's glue anew over its
// own `WebAssembly`, then they take turns. Started by real.mjs, in node or bun. Prints one line of JSON.
import '../test/glue/settle.cjs';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { programs } from './real/programs.mjs';
import { median } from './table.mjs';

/**
 * @typedef {{ peer: string, namespace: string | null, modules: string[], error?: string }} RealPeer namespace: file to import it from, null for the host's; error: why it could not be made
 * @typedef {{ program: string, budgetMs: number, warmRounds: number, rounds: number, peers: RealPeer[] }} RealJob
 * @typedef {{ peer: string, error?: string, result?: string, startMs?: number, firstMs?: number, median?: number, calls?: number }} RealTiming
 */

/** @type {RealJob} */
const job = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const program = /** @type {import('./real/programs.mjs').Program} */ (programs.find(({ name }) => name === job.program));
const host = WebAssembly;

/** @param {unknown} namespace */
function use(namespace) {
  Object.defineProperty(globalThis, 'WebAssembly', { value: namespace, writable: true, configurable: true, enumerable: false });
}

/** @param {RealPeer} peer */
async function namespaceOf({ namespace, modules }) {
  if (namespace === null) return host;
  const library = await import(pathToFileURL(namespace).href);
  // What polywasm calls so, or a namespace with `register` for what was translated ahead.
  if (library.WebAssembly !== undefined) return library.WebAssembly;
  for (const file of modules) library.register((await import(pathToFileURL(file).href)).module);
  return library.default;
}

/** @param {RealPeer} peer */
async function start(peer) {
  const runner = { peer: peer.peer, namespace: /** @type {unknown} */ (host), loaded: /** @type {any} */ (undefined), times: /** @type {number[]} */ ([]), spent: 0, startMs: 0, firstMs: 0, result: '', error: peer.error };
  if (peer.error !== undefined) return runner;
  try {
    const before = performance.now();
    runner.namespace = await namespaceOf(peer);
    use(runner.namespace);
    runner.loaded = await program.load();
    const ready = performance.now();
    runner.result = await program.work(runner.loaded);
    runner.startMs = ready - before;
    runner.firstMs = performance.now() - ready;
  } catch (error) {
    runner.error = String(error instanceof Error ? error.stack : error).slice(0, 400);
  }
  return runner;
}

/** How many budgets a peer has that is not warm yet: engines take minutes to optimise thousands of functions. */
const LONGEST = 6;

const runners = [];
for (const peer of job.peers) runners.push(await start(peer));

for (let round = 0; round < job.warmRounds + job.rounds; round++) {
  for (const runner of runners) {
    // A slow peer leaves early, once its median is known well enough.
    const isKnown = runner.spent > job.budgetMs && round >= job.warmRounds + 5;
    if (runner.error !== undefined || isKnown || (runner.spent > job.budgetMs * LONGEST && round >= 5)) continue;
    use(runner.namespace);
    try {
      const before = performance.now();
      const result = await program.work(runner.loaded);
      const time = performance.now() - before;
      runner.times.push(time);
      runner.spent += time;
      if (result !== runner.result) runner.error = 'results differ between calls';
    } catch (error) {
      runner.error = String(error).slice(0, 400);
    }
  }
}
use(host);

/** @type {RealTiming[]} */
const timings = runners.map(({ peer, error, result, startMs, firstMs, times }) => {
  if (error !== undefined) return { peer, error, result };
  const warm = times.length > job.warmRounds ? times.slice(job.warmRounds) : times.slice(-3);
  return { peer, result, startMs, firstMs, median: median(warm.length > 0 ? warm : [firstMs]), calls: times.length };
});
// The only reader is a pipe: all of it must be out before programs of the packages are ended.
process.stdout.write(`${JSON.stringify(timings)}\n`, () => process.exit(0));
