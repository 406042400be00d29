// `npm run bench:compare BASE`: this build of the compiler beside another, kernel by kernel. Both outputs of a kernel take turns
// in one process, and that is repeated in new ones, because engines lay out and optimise the same code differently from
// process to process: what is called a difference has to be larger than what they differ by themselves, and on the same side every time.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { kernelFile, kernels } from './kernels/list.mjs';
import { engineVersion } from './engines.mjs';
import { kernelRunner } from './kernel-runner.mjs';
import { compileOptionsOf, enginesOf, sharedOptions } from './options.mjs';
import { makeImplementation } from './peers.mjs';
import { geomean, median, printTable } from './table.mjs';

const usage = `usage: node bench/compare.mjs [options] BASE
  BASE              a revision of this repository, or the compiler/index.js of another build
  --only REGEX      kernels whose name matches
  --engine LIST     node, node26, bun, chromium, firefox or paths, separated by commas (default node)
  --repeat N        processes for each kernel (default 5)
  --optimize 0..3   passed to both; --nan fast|exact and --traps all|none too
  --json FILE       write everything measured
  --quick           small arguments, few rounds, two processes: shows that all runs, measures nothing
  --keep DIR        leave the compiled files there
  --cpu LIST        processors for the children (default: the last one)`;

const { values: flags, positionals } = parseArgs({ allowPositionals: true, options: { ...sharedOptions, repeat: { type: 'string', default: '5' } } });
if (flags.help || positionals.length !== 1) {
  console.log(usage);
  process.exit(flags.help ? 0 : 2);
}
const work = flags.keep ?? mkdtempSync(join(tmpdir(), 'dewasm-compare-'));
const root = fileURLToPath(new URL('..', import.meta.url));
const repeats = flags.quick ? 2 : Number(flags.repeat);
const engines = enginesOf(flags.engine), runner = kernelRunner(engines, flags.cpu), options = compileOptionsOf(flags);

/** The compiler of a revision, built in a work tree of its own; or the file that is named. @param {string} name */
function compilerOf(name) {
  if (existsSync(name)) return { file: resolve(name), end: () => {} };
  const tree = join(work, 'base');
  const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
  git('worktree', 'add', '--detach', '--force', tree, name);
  const end = () => { git('worktree', 'remove', '--force', tree); };
  try {
    symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'));
    execFileSync(process.execPath, [join(tree, 'scripts/build.mjs')], { cwd: tree, stdio: ['ignore', 'ignore', 'inherit'] });
  } catch (error) {
    end();
    throw error;
  }
  return { file: join(tree, 'dist/compiler/index.js'), end };
}

/** Times of the two in one process. @param {import('./kernels/list.mjs').Kernel} kernel @param {string} engine @param {import('./time-kernel.mjs').Implementation[]} implementations */
async function once(kernel, engine, implementations) {
  /** @type {import('./time-kernel.mjs').Timing[]} */
  const timings = await runner.run(engine, {
    wasm: fileURLToPath(kernelFile(kernel.name)), n: flags.quick ? kernel.quick : kernel.n,
    warmRounds: flags.quick ? 1 : 10, rounds: flags.quick ? 2 : 25, budgetMs: 1000, implementations,
  }, join(work, 'job.json'));
  // Browsers too are started anew for each.
  await runner.close();
  for (const { peer, error } of timings) if (error !== undefined) throw new Error(`${kernel.name}, ${peer}: ${error}`);
  const time = (/** @type {string} */ peer) => /** @type {number} */ (timings.find((each) => each.peer === peer)?.median);
  if (new Set(timings.map(({ result }) => result)).size > 1) throw new Error(`${kernel.name}: results differ`);
  return { now: time('now'), base: time('base') };
}

/** @param {number} share */
const percent = (share) => `${share >= 0 ? '+' : ''}${(share * 100).toFixed(1)}%`;

const base = compilerOf(positionals[0]);
const rows = [];
try {
  for (const kernel of kernels.filter(({ name }) => new RegExp(flags.only).test(name))) {
    const folder = join(work, kernel.name), wasm = fileURLToPath(kernelFile(kernel.name));
    mkdirSync(folder, { recursive: true });
    const now = { ...(await makeImplementation('dewasm', wasm, folder, options)), peer: 'now' };
    const then = await makeImplementation(`base=${base.file}`, wasm, folder, options);
    for (const engine of engines.keys()) {
      if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${kernel.name} ${engine}`);
      // Whoever is instantiated first may be at an advantage.
      const runs = [];
      for (let i = 0; i < repeats; i++) runs.push(await once(kernel, engine, i % 2 === 0 ? [now, then] : [then, now]));
      rows.push({ kernel: kernel.name, engine, runs, bytes: [statSync(now.file).size, statSync(then.file).size] });
    }
  }
} finally {
  await runner.close();
  base.end();
  if (flags.keep === undefined) rmSync(work, { recursive: true });
}
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');

for (const [engine, path] of engines) {
  const table = [['kernel', 'time', 'from', 'to', 'size', '']];
  const all = [];
  for (const { kernel, runs, bytes } of rows.filter((row) => row.engine === engine)) {
    const ratios = runs.map(({ now, base }) => now / base).sort((a, b) => a - b), middle = median(ratios);
    all.push(middle);
    // How far the same output is from itself in other processes.
    const spread = median(['now', 'base'].flatMap((which) => {
      const times = runs.map((run) => run[/** @type {'now' | 'base'} */ (which)]), center = median(times);
      return times.map((time) => Math.abs(time / center - 1));
    }));
    const certain = !flags.quick && Math.abs(middle - 1) > Math.max(0.02, 2 * spread) && (ratios[0] > 1 || ratios[ratios.length - 1] < 1);
    table.push([kernel, percent(middle - 1), percent(ratios[0] - 1), percent(ratios[ratios.length - 1] - 1), percent(bytes[0] / bytes[1] - 1), certain ? (middle < 1 ? 'faster' : 'slower') : '']);
  }
  table.push(['geomean', percent(geomean(all) - 1), '', '', '', '']);
  console.log(`\n${engine} ${engineVersion(path)}: this build over ${positionals[0]}; unnamed differences are within the noise`);
  printTable(table);
}
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify({ base: positionals[0], options, quick: flags.quick, rows }, null, 1)}\n`);
