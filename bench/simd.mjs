// `npm run bench:simd`: vector kernels compiled to JavaScript, relative to the same sources compiled without
// vector instructions and run as native WebAssembly of the same engine; beside it what native vectors take and
// what the scalar module takes as JavaScript.
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { engineVersion, runJob } from './engines.mjs';
import { compileOptionsOf, enginesOf, sharedOptions } from './options.mjs';
import { loadCompiler } from './peers.mjs';
import { geomean, printTable, ratioText, timeText } from './table.mjs';

/** What each kernel is run with: milliseconds of native scalar code; and for `--quick`. @type {Record<string, [n: number, quick: number]>} */
const ARGUMENTS = {
  ascii: [8, 1], saturate: [16, 1], blend: [24, 1],
  yuv: [40, 1], convolve: [40, 1],
  chacha: [24, 1], hash: [24, 1],
  saxpy: [100, 1], matmul32: [8, 1], escape: [64, 8],
  stencil64: [40, 1], nbody64: [100, 1],
};
const usage = `usage: node bench/simd.mjs [options]
  --only REGEX      kernels whose name matches
  --engine LIST     node, node26, bun or paths, separated by commas (default node)
  --than FILE       another build of the compiler to compare with
  --scalar          the scalar modules through dewasm too
  --optimize 0..3   passed to dewasm; --nan fast|exact and --traps all|none too
  --json FILE       write everything measured
  --quick           small arguments and few rounds: shows that all runs, measures nothing
  --keep DIR        leave the compiled files there
  --cpu LIST        processors for the children (default: the last one)`;

const { values: flags } = parseArgs({ options: { ...sharedOptions, than: { type: 'string' }, scalar: { type: 'boolean', default: false } } });
if (flags.help) {
  console.log(usage);
  process.exit(0);
}
const folder = new URL('kernels/simd/', import.meta.url);
const names = readdirSync(folder).filter((file) => file.endsWith('.c')).map((file) => file.slice(0, -2)).filter((name) => new RegExp(flags.only).test(name));
const work = flags.keep ?? mkdtempSync(join(tmpdir(), 'dewasm-bench-'));
const child = fileURLToPath(new URL('kernel-child.mjs', import.meta.url));
const engines = enginesOf(flags.engine), options = compileOptionsOf(flags);
const wasm = (/** @type {string} */ name, /** @type {string} */ kind) => fileURLToPath(new URL(`${name}.${kind}.wasm`, folder));

/** @param {string} name */
async function implementationsOf(name) {
  mkdirSync(join(work, name), { recursive: true });
  const compiled = async (/** @type {string} */ peer, /** @type {string} */ kind, /** @type {string | undefined} */ compiler) => {
    const file = join(work, name, `${peer.replaceAll(' ', '-')}.mjs`), { compile } = await loadCompiler(compiler);
    writeFileSync(file, compile(new Uint8Array(readFileSync(wasm(name, kind))), options).code);
    return /** @type {const} */ ({ peer, kind: 'dewasm', file });
  };
  return [
    /** @type {const} */ ({ peer: 'scalar', kind: 'native', file: wasm(name, 'scalar') }),
    /** @type {const} */ ({ peer: 'native simd', kind: 'native', file: wasm(name, 'simd') }),
    await compiled('dewasm', 'simd', undefined),
    ...(flags.than !== undefined ? [await compiled('than', 'simd', flags.than)] : []),
    ...(flags.scalar ? [await compiled('dewasm scalar', 'scalar', undefined)] : []),
  ];
}

/** @type {Map<string, { name: string, timings: import('./time-kernel.mjs').Timing[] }[]>} */
const rows = new Map([...engines.keys()].map((engine) => [engine, []]));
for (const name of names) {
  const implementations = await implementationsOf(name), jobFile = join(work, name, 'job.json');
  const [n, quick] = ARGUMENTS[name] ?? [1, 1];
  const job = {
    wasm: wasm(name, 'simd'), n: flags.quick ? quick : n, warmRounds: flags.quick ? 1 : 15, rounds: flags.quick ? 2 : 31, budgetMs: 1500, implementations,
  };
  for (const [engine, path] of engines) {
    rows.get(engine)?.push({ name, timings: runJob(path, child, jobFile, job, flags.cpu) });
  }
}
if (flags.keep === undefined) rmSync(work, { recursive: true });

let wrong = false;
for (const [engine, list] of rows) {
  const peers = list[0].timings.slice(1).map(({ peer }) => peer);
  const table = [['kernel', 'scalar', ...peers.flatMap((peer) => (peer === 'native simd' ? [peer] : [peer, 'first 5']))]];
  /** @type {Map<string, number[]>} */
  const ratios = new Map(peers.map((peer) => [peer, []]));
  for (const { name, timings: [base, ...others] } of list) {
    const cells = [name, timeText(base.median ?? NaN)];
    for (const { peer, median = NaN, firstFive = NaN, error, result } of others) {
      const bad = error ?? (result !== base.result ? `${result}, not ${base.result}` : undefined);
      if (bad !== undefined) { console.log(`${name}, ${peer}: ${bad}`); wrong = true; }
      const ratio = median / (base.median ?? NaN);
      ratios.get(peer)?.push(ratio);
      cells.push(bad === undefined ? ratioText(ratio) : 'WRONG');
      if (peer !== 'native simd') cells.push(ratioText(firstFive / (base.median ?? NaN)));
    }
    table.push(cells);
  }
  table.push(['geomean', '', ...peers.flatMap((peer) => [ratioText(geomean(ratios.get(peer) ?? [])), ...(peer === 'native simd' ? [] : [''])])]);
  console.log(`\n${engine} ${engineVersion(/** @type {string} */ (engines.get(engine)))}: time over the scalar module as native wasm`);
  printTable(table);
}
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify([...rows], null, 1)}\n`);
process.exit(wrong ? 1 : 0);
