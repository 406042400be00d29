// `npm run bench:real`: npm packages in use, relative to native WebAssembly of the same engine. "warm" is the median
// call once everything has run for a while; "first" the first call, and "start" all until its result, with loading:
// modules are compiled ahead, as users would. Results must be equal, or the cell says so.
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { engineVersion, runJob } from './engines.mjs';
import { machine, packagesOf } from './machine.mjs';
import { compileOptionsOf, enginesOf, peersOf, sharedOptions } from './options.mjs';
import { builtCompiler, hasFailed, loadCompiler, runWasm2js } from './peers.mjs';
import { programs } from './real/programs.mjs';
import { geomeanText, printTable, ratioText, timeText } from './table.mjs';
import { asTranslated } from './wasm2js-namespace.mjs';

/** @typedef {import('./real-child.mjs').RealTiming} Timing */
/** @typedef {import('./real-child.mjs').RealPeer} Peer */
/** @typedef {{ program: string, engine: string, timings: Timing[] }} Row */

const usage = `usage: node bench/real.mjs [options]
  --only REGEX      programs whose name matches; of ${programs.map(({ name }) => name).join(', ')}
  --engine LIST     node, node26, bun or paths, separated by commas (default node)
  --peers LIST      native, dewasm, wasm2js, polywasm, NAME=COMPILER-FILE (default native,dewasm)
  --optimize 0..3   passed to dewasm; --nan fast|exact and --traps all|none too
  --seconds N       per program and implementation, most of which is warming up (default 20; six times as long until 45 calls were made)
  --json FILE       write everything measured
  --quick           few rounds: shows that all runs, measures nothing
  --keep DIR        leave the compiled files there
  --cpu LIST        processors for the children (default: the last one)`;

const { values: flags } = parseArgs({
  options: {
    ...sharedOptions,
    peers: { type: 'string', default: 'native,dewasm' },
    seconds: { type: 'string', default: '20' },
  },
});
if (flags.help) {
  console.log(usage);
  process.exit(0);
}

const peers = peersOf(flags.peers);
const names = peers.map((peer) => peer.split('=')[0]);
const chosen = programs.filter(({ name }) => new RegExp(flags.only).test(name));
const compileOptions = compileOptionsOf(flags);
const work = flags.keep ?? mkdtempSync(join(tmpdir(), 'dewasm-bench-'));
mkdirSync(work, { recursive: true });
const child = fileURLToPath(new URL('real-child.mjs', import.meta.url));
const wasm2jsNamespace = fileURLToPath(new URL('wasm2js-namespace.mjs', import.meta.url));

const engines = enginesOf(flags.engine);

/** What came of translating a module for a peer, once for all programs that use it. @type {Map<string, { path: string, error?: string }>} */
const translations = new Map();

/**
 * A peer whose modules are translated ahead. One that cannot be is an error of all programs that use it.
 * @param {string} peer @param {import('./real/programs.mjs').Program} program
 * @param {string} namespace @param {(bytes: Uint8Array, path: string) => void} translate @returns {Peer}
 */
function ahead(peer, program, namespace, translate) {
  const made = program.modules().map((bytes) => {
    const key = `${peer}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}`;
    let one = translations.get(key);
    if (one === undefined) {
      translations.set(key, one = { path: join(work, `${key}.mjs`) });
      try {
        translate(bytes, one.path);
      } catch (error) {
        one.error = String(error).slice(0, 400);
      }
    }
    return one;
  });
  return { peer, namespace, modules: made.map(({ path }) => path), error: made.find(({ error }) => error !== undefined)?.error };
}

/** @param {string} peer @param {import('./real/programs.mjs').Program} program @returns {Promise<Peer>} */
async function make(peer, program) {
  const [name, file] = peer.split('=');
  if (name === 'native') return { peer: name, namespace: null, modules: [] };
  if (name === 'polywasm') return { peer: name, namespace: createRequire(import.meta.url).resolve('polywasm'), modules: [] };
  if (name === 'wasm2js') return ahead(name, program, wasm2jsNamespace, translateByWasm2js);
  if (name !== 'dewasm' && file === undefined) throw new Error(`unknown peer ${peer}`);
  const compilerFile = resolve(file ?? builtCompiler);
  const { compile } = await loadCompiler(compilerFile);
  return ahead(name, program, join(dirname(compilerFile), '../runtime/webassembly/precompiled.js'), (bytes, path) => writeFileSync(path, compile(bytes, compileOptions).code));
}

/** @param {Uint8Array} bytes @param {string} path */
function translateByWasm2js(bytes, path) {
  const wasm = `${path}.wasm`;
  writeFileSync(wasm, bytes);
  runWasm2js(wasm, path, ['--all-features']);
  writeFileSync(path, asTranslated(readFileSync(path, 'utf8'), wasm));
}

/** @param {import('./real/programs.mjs').Program} program @param {string} engine @param {Peer[]} made @returns {Row} */
function time(program, engine, made) {
  const jobFile = join(work, 'job.json');
  /** @type {import('./real-child.mjs').RealJob} */
  const job = {
    program: program.name,
    budgetMs: Number(flags.seconds) * 1000,
    warmRounds: flags.quick ? 0 : 40,
    rounds: flags.quick ? 1 : 41,
    peers: made,
  };
  /** @type {Timing[]} */
  let timings;
  try {
    timings = runJob(/** @type {string} */ (engines.get(engine)), child, jobFile, job, flags.cpu, 600_000);
  } catch (error) {
    timings = made.map(({ peer }) => ({ peer, error: /** @type {Error} */ (error).message }));
  }
  const native = timings[0];
  for (const timing of timings) {
    if (timing.error === undefined && timing.result !== native.result) timing.error = `wrong result ${timing.result?.slice(0, 80)}, native ${native.result?.slice(0, 80)}`;
  }
  return { program: program.name, engine, timings };
}

/** @typedef {'median' | 'firstMs' | 'startMs'} What */

/** @param {Row} row @param {string} peer @param {What} what */
function ratio(row, peer, what) {
  const whole = (/** @type {Timing | undefined} */ timing) => (timing === undefined || timing.error !== undefined ? NaN : what === 'startMs' ? (timing.startMs ?? NaN) + (timing.firstMs ?? NaN) : timing[what] ?? NaN);
  return whole(row.timings.find((each) => each.peer === peer)) / whole(row.timings[0]);
}

/** @param {string} engine @param {Row[]} rows */
function report(engine, rows) {
  /** @type {[What, string][]} */
  const columns = [['median', ''], ['firstMs', 'first'], ['startMs', 'start']];
  const others = names.slice(1);
  const table = [['program', 'native', ...others.flatMap((peer) => columns.map(([, title]) => title || peer))]];
  for (const row of rows) {
    const cells = others.flatMap((peer) => columns.map(([what]) => {
      const error = row.timings.find((each) => each.peer === peer)?.error;
      return error === undefined ? ratioText(ratio(row, peer, what)) : error.startsWith('wrong') ? 'WRONG' : 'failed';
    }));
    table.push([row.program, timeText(row.timings[0].median ?? NaN), ...cells]);
  }
  table.push(['geomean', '', ...others.flatMap((peer) => columns.map(([what]) => geomeanText(rows.map((row) => ratio(row, peer, what)))))]);
  console.log(`\n${engine} ${engineVersion(/** @type {string} */ (engines.get(engine)))}: time over native wasm; * without the programs that failed`);
  printTable(table);
  for (const row of rows) {
    for (const { peer, error } of row.timings) if (error !== undefined) console.log(`${row.program}, ${peer}: ${error}`);
  }
}

/** @type {Row[]} */
const rows = [];
for (const program of chosen) {
  /** @type {Peer[]} */
  const made = [];
  for (const peer of peers) made.push(await make(peer, program));
  for (const engine of engines.keys()) {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${program.name} ${engine}`);
    rows.push(time(program, engine, made));
  }
}
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
if (flags.keep === undefined) rmSync(work, { recursive: true });
for (const engine of engines.keys()) report(engine, rows.filter((row) => row.engine === engine));
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify({ machine: machine(engines, packagesOf(names)), peers: names, compileOptions, quick: flags.quick, rows }, null, 1)}\n`);

process.exit(hasFailed(rows) ? 1 : 0);
