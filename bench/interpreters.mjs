// `npm run bench:interpreters`: kernels where JavaScript is interpreted: V8 with --jitless, JavaScriptCore without its compilers
// (as in Lockdown Mode), Hermes and QuickJS. There is no native WebAssembly to compare with; times are relative to polywasm's
// output, the fastest thing there was. All implementations are one script, so that engines without modules or files run them.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { kernelFile, kernels } from './kernels/list.mjs';
import { findEngine, pinned } from './engines.mjs';
import { machine, packagesOf } from './machine.mjs';
import { compileOptionsOf, sharedOptions } from './options.mjs';
import { hasFailed, loadCompiler, nameOfPeer, wasm2jsTool } from './peers.mjs';
import { geomeanText, median, printTable, ratioText, timeText } from './table.mjs';

const require = createRequire(import.meta.url);
const usage = `usage: node bench/interpreters.mjs [options]
  --only REGEX      kernels whose name matches
  --engine LIST     jitless, jsc, hermes, quickjs, separated by commas (default: those that are installed)
  --peers LIST      dewasm, polywasm, wasm2js, NAME=COMPILER-FILE or :TARGET, which is dewasm with --engine TARGET (default: the first three)
  --optimize 0..3   passed to dewasm; --nan fast|exact and --traps all|none too
  --json FILE       write everything measured
  --quick           one round: shows that all runs, measures nothing
  --keep DIR        leave the scripts there`;
const { values: flags } = parseArgs({ options: { ...sharedOptions, engine: { type: 'string', default: 'jitless,jsc,hermes,quickjs' }, peers: { type: 'string', default: 'dewasm,polywasm,wasm2js' } } });
if (flags.help) {
  console.log(usage);
  process.exit(0);
}

/** Command and environment that run a script, by engine, and peers whose syntax it does not know. @type {Record<string, { path: () => string | undefined, args: string[], env?: Record<string, string>, without?: string[] }>} */
const ENGINES = {
  jitless: { path: () => process.execPath, args: ['--jitless'] },
  jsc: { path: () => findEngine('bun'), args: [], env: { BUN_JSC_useJIT: '0' } },
  hermes: { path: () => findEngine('hermes'), args: ['-O', '-w'], without: ['polywasm'] },
  quickjs: { path: () => process.execPath, args: [fileURLToPath(new URL('quickjs-child.mjs', import.meta.url))] },
};
const peers = flags.peers.split(',');
const folder = flags.keep ?? mkdtempSync(join(tmpdir(), 'dewasm-bench-'));

/** Text of a script that evaluates to the function to be timed. @param {string} peer @param {string} wasm */
async function scriptOf(peer, wasm) {
  const bytes = new Uint8Array(readFileSync(wasm));
  if (peer === 'polywasm') {
    const text = readFileSync(require.resolve('polywasm'), 'utf8').replace(/export \{\s*(\w+) as WebAssembly\s*\};?/, 'var WebAssembly = $1;');
    return `(function () { ${text}\nreturn new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array([${bytes}])), {}).exports.run; })()`;
  }
  if (peer === 'wasm2js') {
    const file = join(folder, 'wasm2js.mjs');
    execFileSync(process.execPath, [wasm2jsTool(), '-O3', wasm, '-o', file], { stdio: ['ignore', 'ignore', 'pipe'] });
    return `(function () { ${readFileSync(file, 'utf8').replace(/^export var run = (.*);$/m, 'return $1;').replace(/^export .*$/gm, '')} })()`;
  }
  const { compile } = await loadCompiler(peer.includes('=') ? peer.split('=')[1] : undefined);
  const target = peer.startsWith(':') ? { engine: peer.slice(1) } : {};
  const { code } = compile(bytes, { ...compileOptionsOf(flags), ...target, format: 'iife', name: 'compiled' });
  return `(function () { ${code}\nreturn compiled.instantiate({}).run; })()`;
}

/** Rounds of all, in turns; prints times and results. Clocks may count in milliseconds, so short calls are repeated. */
const HARNESS = (/** @type {number} */ n, /** @type {number} */ budget) => `
var say = typeof print === 'function' ? print : console.log, now = typeof performance === 'object' ? function () { return performance.now(); } : Date.now;
var runners = makers.map(function (each) {
  try { return { peer: each[0], run: each[1](), times: [] }; } catch (e) { return { peer: each[0], error: String(e), times: [] }; }
});
for (var round = 0, start = now(); round < 3 || (round < 40 && now() - start < ${budget} * runners.length); round++) {
  runners.forEach(function (r) {
    if (r.error !== undefined) return;
    try {
      var calls = 0, t = now(), time;
      do { r.result = String(r.run(${n})); calls++; time = now() - t; } while (time < ${budget / 20});
      r.times.push(time / calls);
    } catch (e) { r.error = String(e); }
  });
}
say(JSON.stringify(runners));
`;

/** @typedef {{ peer: string, error?: string, result?: string, times: number[], median?: number }} Timing */
/** @type {{ kernel: string, i64: boolean, engine: string, timings: Timing[] }[]} */
const rows = [];
const engines = flags.engine.split(',').filter((name) => {
  const found = ENGINES[name]?.path();
  if (found === undefined) console.error(`engine ${name} is not installed, left out`);
  return found !== undefined;
});
for (const { name, n, quick, i64 } of kernels.filter((kernel) => new RegExp(flags.only).test(kernel.name))) {
  const wasm = fileURLToPath(kernelFile(name)), file = join(folder, `${name}.js`), scripts = [], failed = [];
  const argument = flags.quick ? quick : Math.max(quick, Math.round(n / 20));
  for (const peer of peers) {
    try {
      scripts.push({ peer: nameOfPeer(peer), text: `makers.push([${JSON.stringify(nameOfPeer(peer))}, function () { return ${await scriptOf(peer, wasm)}; }]);` });
    } catch (error) {
      failed.push({ peer: nameOfPeer(peer), error: `not compiled: ${String(error).slice(0, 200)}`, times: [] });
    }
  }
  const native = String(new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(readFileSync(wasm)))).exports.run(argument));
  for (const engine of engines) {
    const { path, args, env, without } = ENGINES[engine];
    const texts = scripts.filter(({ peer }) => without?.includes(peer) !== true).map(({ text }) => text);
    writeFileSync(file, `var makers = [];\n${texts.join('\n')}\n${HARNESS(argument, flags.quick ? 0 : 400)}`);
    const [command, all] = pinned(/** @type {string} */ (path()), [...args, file], flags.cpu);
    const run = spawnSync(command, all, { encoding: 'utf8', timeout: 300_000, env: { ...process.env, ...env } });
    /** @type {Timing[]} */
    let timings;
    try {
      timings = JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '');
    } catch {
      timings = peers.map((peer) => ({ peer: nameOfPeer(peer), error: (run.stderr || `exit ${run.status ?? run.signal}`).slice(0, 200), times: [] }));
    }
    for (const t of timings) {
      if (t.error === undefined && t.result !== native) t.error = `wrong result ${t.result}, native ${native}`;
      if (t.error === undefined) t.median = median(t.times);
    }
    rows.push({ kernel: name, i64, engine, timings: [...timings, ...failed] });
  }
}
if (flags.keep === undefined) rmSync(folder, { recursive: true });

const names = peers.map(nameOfPeer);
const timeOf = (/** @type {typeof rows[0]} */ row, /** @type {string} */ peer) => row.timings.find((t) => t.peer === peer)?.median ?? NaN;
for (const engine of engines) {
  const own = rows.filter((row) => row.engine === engine);
  const base = ['polywasm', 'wasm2js'].find((peer) => names.includes(peer) && ENGINES[engine].without?.includes(peer) !== true) ?? names[0];
  const others = names.filter((peer) => peer !== base && ENGINES[engine].without?.includes(peer) !== true);
  const ratio = (/** @type {typeof rows[0]} */ row, /** @type {string} */ peer) => timeOf(row, base) / timeOf(row, peer);
  const table = [['kernel', base, ...others]];
  for (const row of own) table.push([row.kernel + (row.i64 ? ' (i64)' : ''), timeText(timeOf(row, base)), ...others.map((peer) => ratioText(ratio(row, peer)))]);
  for (const [title, some] of /** @type {[string, typeof rows][]} */ ([['geomean, without i64', own.filter((row) => !row.i64)], ['geomean, i64', own.filter((row) => row.i64)]])) {
    table.push([title, '', ...others.map((peer) => geomeanText(some.map((row) => ratio(row, peer))))]);
  }
  console.log(`\n${engine}: how many times faster than ${base}; * without the kernels that failed`);
  printTable(table);
  for (const row of own) for (const { peer, error } of row.timings) if (error !== undefined) console.log(`${row.kernel}, ${peer}: ${error}`);
}
const paths = new Map(engines.filter((name) => name !== 'quickjs').map((name) => [name, /** @type {string} */ (ENGINES[name].path())]));
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify({ machine: machine(paths, packagesOf(names)), peers: names, rows }, null, 1)}\n`);

process.exit(hasFailed(rows) ? 1 : 0);
