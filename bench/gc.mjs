#!/usr/bin/env node
// Times the kernels of bench/kernels/gc beside native WebAssembly, which needs a V8 with final GC (node 22 and later).
//
// usage: node bench/gc.mjs [--native NODE] [NODE…]   native's node (default: this one, or node26 as other benches find it), and those to run dewasm's output on
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findEngine } from './engines.mjs';

/** Module, export and argument: a few milliseconds for native WebAssembly at most. */
const RUNS = [['list', 'run', 4], ['tree', 'run', 3], ['arrays', 'sieve', 40], ['arrays', 'sort', 14], ['arrays', 'matmul', 110], ['classes', 'run', 20], ['strings', 'run', 10]];

const WARM_MS = 1200;

const bytesOf = (name) => readFileSync(new URL(`kernels/gc/${name}.wasm`, import.meta.url));

if (process.argv[2] === '--child') {
  const api = process.argv[3] === 'native' ? WebAssembly : await import('../dist/compiler/webassembly.js');
  const results = RUNS.map(([name, run, n]) => {
    const bytes = bytesOf(name);
    const { exports } = new api.Instance(new api.Module(bytes), {});
    const time = () => {
      const start = performance.now();
      const result = exports[run](n);
      return { result, ms: performance.now() - start };
    };
    const first = Array.from({ length: 5 }, time);
    // Steady state, as in the other benches: V8's last tier comes after half a second.
    for (const end = performance.now() + WARM_MS; performance.now() < end;) time();
    const times = [];
    for (const end = performance.now() + 700; performance.now() < end && times.length < 300;) times.push(time().ms);
    times.sort((a, b) => a - b);
    return { result: first[0].result, first: first.reduce((sum, t) => sum + t.ms, 0), best: times[0], median: times[times.length >> 1] };
  });
  console.log(JSON.stringify({ version: process.version, results }));
} else {
  const nodes = process.argv.slice(2);
  const native = nodes[0] === '--native' ? nodes.splice(0, 2)[1] : WebAssembly.validate(bytesOf('list')) ? process.execPath : findEngine('node26');
  if (native === undefined) {
    console.error(`node ${process.version} has no final GC; name one that has: node bench/gc.mjs --native NODE`);
    process.exit(1);
  }
  const run = (node, mode) => JSON.parse(spawnSync(node, [fileURLToPath(import.meta.url), '--child', mode], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).stdout);
  const base = run(native, 'native');
  for (const node of nodes.length > 0 ? nodes : [process.execPath]) {
    const { version, results } = run(node, 'dewasm');
    console.log(`${version}, native on ${base.version}; milliseconds of the fastest run`);
    console.table(Object.fromEntries(RUNS.map(([name, fn], k) => {
      const [mine, theirs] = [results[k], base.results[k]];
      return [`${name}.${fn}`, {
        native: +theirs.best.toFixed(2), dewasm: +mine.best.toFixed(2), ratio: +(mine.best / theirs.best).toFixed(2), medians: +(mine.median / theirs.median).toFixed(2),
        'first five': +(mine.first / theirs.first).toFixed(1), result: mine.result === theirs.result ? 'same' : `${mine.result}, not ${theirs.result}`,
      }];
    })));
  }
}
