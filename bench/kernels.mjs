// `npm run bench`: the time of compiled kernels relative to native WebAssembly
// of the same engine, beside other ways of doing without WebAssembly. Steady
// state is the median of rounds after warm-up; "first 5" the mean of the first
// five calls over the native median. Results must be equal, or the cell says so.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { kernelFile, kernels } from './kernels/list.mjs';
import { engineVersion } from './engines.mjs';
import { kernelRunner } from './kernel-runner.mjs';
import { machine, packagesOf } from './machine.mjs';
import { compileOptionsOf, enginesOf, peersOf, sharedOptions } from './options.mjs';
import { hasFailed, makeImplementation, nameOfPeer } from './peers.mjs';
import { geomeanText, printTable, ratioText, timeText } from './table.mjs';

/** @typedef {import('./time-kernel.mjs').Timing} Timing */
/** @typedef {{ kernel: string, i64: boolean, engine: string, nativeMs: number, timings: Timing[] }} Row */

const usage = `usage: node bench/kernels.mjs [options]
  --only REGEX      kernels whose name matches
  --engine LIST     node, node26, bun, chromium, firefox or paths, separated by commas (default node)
  --peers LIST      native, dewasm, wasm2js, polywasm, NAME=COMPILER-FILE, or :TARGET, which is dewasm with
                    --engine TARGET (default: the first four)
  --optimize 0..3   passed to dewasm; --nan fast|exact and --traps all|none too
  --json FILE       write everything measured
  --quick           small arguments and few rounds: shows that all runs, measures nothing
  --keep DIR        leave the compiled files there
  --cpu LIST        processors for the children (default: the last one)`;

const { values: flags } = parseArgs({
  options: {
    ...sharedOptions,
    peers: { type: 'string', default: 'native,dewasm,wasm2js,polywasm' },
  },
});
if (flags.help) {
  console.log(usage);
  process.exit(0);
}

const peers = peersOf(flags.peers);
const chosen = kernels.filter((kernel) => new RegExp(flags.only).test(kernel.name));
const compileOptions = compileOptionsOf(flags);
const work = flags.keep ?? mkdtempSync(join(tmpdir(), 'dewasm-bench-'));
const engines = enginesOf(flags.engine);
const runner = kernelRunner(engines, flags.cpu);

/** @param {import('./kernels/list.mjs').Kernel} kernel */
async function makeAll(kernel) {
  const folder = join(work, kernel.name);
  mkdirSync(folder, { recursive: true });
  const implementations = [], failed = [];
  for (const peer of peers) {
    try {
      implementations.push(await makeImplementation(peer, fileURLToPath(kernelFile(kernel.name)), folder, compileOptions));
    } catch (error) {
      failed.push({ peer: nameOfPeer(peer), error: `not compiled: ${String(error).slice(0, 300)}` });
    }
  }
  return { folder, implementations, failed };
}

/**
 * @param {import('./kernels/list.mjs').Kernel} kernel @param {string} engine
 * @param {Awaited<ReturnType<typeof makeAll>>} made @returns {Promise<Row>}
 */
async function time(kernel, engine, { folder, implementations, failed }) {
  /** @type {import('./time-kernel.mjs').Job} */
  const job = {
    wasm: fileURLToPath(kernelFile(kernel.name)),
    n: flags.quick ? kernel.quick : kernel.n,
    warmRounds: flags.quick ? 1 : 15,
    rounds: flags.quick ? 2 : 31,
    budgetMs: 1500,
    implementations,
  };
  /** @type {Timing[]} */
  let timings;
  try {
    timings = await runner.run(engine, job, join(folder, 'job.json'));
  } catch (error) {
    timings = implementations.map(({ peer }) => ({ peer, error: /** @type {Error} */ (error).message }));
  }
  const native = timings[0];
  for (const timing of timings) {
    if (timing.error === undefined && timing.result !== native.result) timing.error = `wrong result ${timing.result}, native ${native.result}`;
  }
  return { kernel: kernel.name, i64: kernel.i64, engine, nativeMs: native.median ?? NaN, timings: [...timings, ...failed] };
}

/** @param {Row} row @param {string} peer @param {'median' | 'firstFive'} what */
function ratio(row, peer, what) {
  const timing = row.timings.find((each) => each.peer === peer);
  return timing?.error === undefined ? (timing?.[what] ?? NaN) / row.nativeMs : NaN;
}

/** @param {string} engine @param {Row[]} rows */
function report(engine, rows) {
  const others = peers.slice(1).map(nameOfPeer);
  const cell = (/** @type {Row} */ row, /** @type {string} */ peer, /** @type {'median' | 'firstFive'} */ what) => {
    const error = row.timings.find((each) => each.peer === peer)?.error;
    return error === undefined ? ratioText(ratio(row, peer, what)) : error.startsWith('wrong') ? 'WRONG' : 'failed';
  };
  const table = [['kernel', 'native', ...others.flatMap((peer) => [peer, 'first 5'])]];
  for (const row of rows) {
    const cells = others.flatMap((peer) => [cell(row, peer, 'median'), cell(row, peer, 'firstFive')]);
    table.push([row.kernel + (row.i64 ? ' (i64)' : ''), timeText(row.nativeMs), ...cells]);
  }
  for (const [title, part] of /** @type {[string, Row[]][]} */ ([
    ['geomean, all', rows],
    ['geomean, without i64', rows.filter((row) => !row.i64)],
    ['geomean, i64', rows.filter((row) => row.i64)],
  ])) {
    const mean = (/** @type {string} */ peer, /** @type {'median' | 'firstFive'} */ what) => geomeanText(part.map((row) => ratio(row, peer, what)));
    table.push([title, '', ...others.flatMap((peer) => [mean(peer, 'median'), mean(peer, 'firstFive')])]);
  }
  console.log(`\n${engine} ${engineVersion(/** @type {string} */ (engines.get(engine)))}: time over native wasm; * without the kernels that failed`);
  printTable(table);
  for (const row of rows) {
    for (const { peer, error } of row.timings) if (error !== undefined) console.log(`${row.kernel}, ${peer}: ${error}`);
  }
}

/** @type {Row[]} */
const rows = [];
for (const kernel of chosen) {
  const made = await makeAll(kernel);
  for (const engine of engines.keys()) {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${kernel.name} ${engine}`);
    rows.push(await time(kernel, engine, made));
  }
}
await runner.close();
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
if (flags.keep === undefined) rmSync(work, { recursive: true });
for (const engine of engines.keys()) report(engine, rows.filter((row) => row.engine === engine));
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify({ machine: machine(engines, packagesOf(peers)), peers, compileOptions, quick: flags.quick, rows }, null, 1)}\n`);

process.exit(hasFailed(rows) ? 1 : 0);
