// How fast real modules are translated, in megabytes of WebAssembly a second of
// processor time (all threads), with how much memory, and how large the output
// is. Each module is compiled in a process of its own.
//
// usage: node bench/compile.mjs [--only REGEX] [--optimize 0..3] [--minify] [--json FILE] [--keep DIR]
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { machine } from './machine.mjs';
import { realModules } from './real-modules.mjs';
import { geomean, printTable, sizeText, timeText } from './table.mjs';

const { values: flags } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    optimize: { type: 'string' },
    minify: { type: 'boolean' },
    json: { type: 'string' },
    keep: { type: 'string' },
  },
});
const options = JSON.stringify({ ...(flags.optimize !== undefined && { optimize: Number(flags.optimize) }), ...(flags.minify && { minify: true }) });
if (flags.keep !== undefined) mkdirSync(flags.keep, { recursive: true });

const table = [['module', 'made with', 'wasm', 'wasm gz', 'js', 'js gz', 'js gz / wasm gz', 'time', 'MB/s of CPU', 'peak memory']];
const results = [], growth = [], speed = [];
let failures = 0;
for (const { name, producer } of realModules.filter((each) => new RegExp(flags.only).test(each.name))) {
  const child = fileURLToPath(new URL('compile-child.mjs', import.meta.url));
  const out = flags.keep === undefined ? [] : [join(flags.keep, `${name}.mjs`)];
  const run = spawnSync(process.execPath, [child, name, options, ...out], { encoding: 'utf8', timeout: 600_000 });
  if (run.status !== 0) {
    failures++;
    console.error(`${name}: ${run.stderr.trim().split('\n').find((line) => /Error/.test(line)) ?? `exit ${run.status ?? run.signal}`}`);
    continue;
  }
  const result = JSON.parse(run.stdout);
  results.push({ name, ...result });
  const rate = result.bytes / 1e3 / result.cpuMs;
  growth.push(result.codeGz / result.bytesGz);
  speed.push(rate);
  table.push([name, producer, sizeText(result.bytes), sizeText(result.bytesGz), sizeText(result.code), sizeText(result.codeGz),
    (result.codeGz / result.bytesGz).toFixed(2), timeText(result.ms), rate.toFixed(2), `${result.memoryMb.toFixed(0)} MB`]);
}
if (results.length > 0) table.push(['geomean', '', '', '', '', '', geomean(growth).toFixed(2), '', geomean(speed).toFixed(2), '']);
printTable(table);
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify({ machine: machine(new Map([['node', process.execPath]])), options, results }, null, 1)}\n`);
process.exit(failures === 0 ? 0 : 1);
