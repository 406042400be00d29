#!/usr/bin/env node
// Times what bench/kernels/exceptions throws and catches beside native WebAssembly of the same engine. The older
// encoding runs wherever WebAssembly has exceptions; that of WebAssembly 3.0 natively only in newer engines.
//
// usage: node bench/exceptions.mjs [NODE…]   (default: this one)
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { printTable, ratioText, timeText } from './table.mjs';

/** Export and argument: a few milliseconds of native WebAssembly. */
const RUNS = [['always', 1500], ['seldom', 100000], ['deep', 800], ['cleanup', 150]];

if (process.argv[2] === '--child') {
  const own = await import('../dist/compiler/webassembly.js');
  const rows = [];
  for (const name of ['legacy', 'exnref']) {
    const bytes = readFileSync(new URL(`kernels/exceptions/${name}.wasm`, import.meta.url));
    if (!WebAssembly.validate(bytes)) continue;
    const sides = [WebAssembly, own].map((api) => new api.Instance(new api.Module(bytes), {}).exports);
    for (const [run, n] of RUNS) {
      const times = [[], []], results = [];
      // They take turns, so that a change of the processor's speed meets both.
      for (const end = performance.now() + 2500; performance.now() < end && times[0].length < 200;) {
        sides.forEach((exports, k) => {
          const start = performance.now();
          results[k] = exports[run](n);
          times[k].push(performance.now() - start);
        });
      }
      const [native, mine] = times.map((each) => each.slice(each.length >> 1).sort((a, b) => a - b)[each.length >> 2]);
      rows.push([`${name}, ${run}`, timeText(native), ratioText(mine / native), results[0] === results[1] ? 'same' : `${results[1]}, not ${results[0]}`]);
    }
  }
  console.log(JSON.stringify(rows));
} else {
  for (const node of process.argv.length > 2 ? process.argv.slice(2) : [process.execPath]) {
    const version = spawnSync(node, ['--version'], { encoding: 'utf8' }).stdout.trim();
    const child = spawnSync(node, [fileURLToPath(import.meta.url), '--child'], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
    console.log(`\n${version}: time over native wasm`);
    printTable([['exceptions', 'native', 'dewasm', 'result'], ...JSON.parse(child.stdout)]);
  }
}
