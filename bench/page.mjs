// `npm run bench:page`: writes docs/results.md and its charts from what the benches have measured. Their `--json` files lie
// in docs/results, and nothing on the page comes from elsewhere:
//
//   npm run bench -- --engine node,node26,bun --json docs/results/kernels.json
//   npm run bench -- --engine firefox,chromium --json docs/results/browsers.json
//   npm run bench:real -- --engine node,node26,bun --json docs/results/real.json
//   npm run bench:real -- --peers native,dewasm,wasm2js,polywasm --json docs/results/real-peers.json
//   npm run bench:compile -- --minify --json docs/results/compile.json
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { bars } from './page/bars.mjs';
import { firstCalls } from './page/first-calls.mjs';
import { packageTable } from './page/packages.mjs';
import { ratio, timingOf } from './page/ratios.mjs';
import { geomeanText, sizeText } from './table.mjs';

const folder = new URL('../docs/results/', import.meta.url);
/** @param {string} name */
const read = (name) => (existsSync(new URL(name, folder)) ? JSON.parse(readFileSync(new URL(name, folder), 'utf8')) : undefined);

const lines = ['# Results', '', '<!-- Made by bench/page.mjs from docs/results/*.json. -->', ''];

/** @param {import('./machine.mjs').Machine} where */
function describe(where) {
  const { processor, processors, memoryGb, system, date, versions } = where;
  lines.push(`${date}, ${processor} (${processors} processors, ${memoryGb} GB), ${system}; ${Object.entries(versions).map(([name, version]) => `${name} ${version.replace(/^v/, '')}`).join(', ')}.`, '');
}

/** @param {string[][]} table the first row is the header */
function writeTable(table) {
  lines.push(...table.map((row, i) => `| ${row.join(' | ')} |${i === 0 ? `\n|${row.map((_, column) => (column === 0 ? '---|' : '--:|')).join('')}` : ''}`), '');
}

/** @param {string} file @param {string} title @param {string[]} series @param {{ name: string, values: number[] }[]} groups */
function chart(file, title, series, groups) {
  writeFileSync(new URL(file, folder), bars({ title, series, groups }));
  lines.push(`![${title}](results/${file})`, '');
}

/** @param {string} file @param {string} title @param {string} how */
function writeKernels(file, title, how) {
  const kernels = read(file);
  if (kernels === undefined) return;
  const peers = kernels.peers.slice(1), engines = [...new Set(kernels.rows.map((/** @type {any} */ row) => row.engine))];
  lines.push(`## ${title}`, '', how, '');
  describe(kernels.machine);
  const summary = [['engine', ...peers.flatMap((/** @type {string} */ peer) => [`${peer}, plain`, `${peer}, 64-bit integers`])]];
  for (const engine of engines) {
    const of = (/** @type {string} */ peer, /** @type {boolean} */ i64) => kernels.rows.filter((/** @type {any} */ row) => row.engine === engine && row.i64 === i64)
      .map((/** @type {any} */ row) => ratio(timingOf(row, peer), row.timings[0]));
    summary.push([engine, ...peers.flatMap((/** @type {string} */ peer) => [geomeanText(of(peer, false)), geomeanText(of(peer, true))])]);
  }
  lines.push('Geometric means; * without the kernels that failed.', '');
  writeTable(summary);
  lines.push('What comes first, over the same of native: the mean of the first five calls, and all from nothing to the first result, with loading. In brackets the slowest kernel.', '');
  writeTable(firstCalls(kernels.rows, engines, peers));
  for (const engine of engines) {
    for (const i64 of [false, true]) {
      const groups = kernels.rows.filter((/** @type {any} */ row) => row.engine === engine && row.i64 === i64)
        .map((/** @type {any} */ row) => ({ name: row.kernel, values: peers.map((/** @type {string} */ peer) => ratio(timingOf(row, peer), row.timings[0])) }));
      chart(`kernels-${engine}-${i64 ? 'i64' : 'plain'}.svg`, `${engine}: ${i64 ? 'kernels of 64-bit integers' : 'plain kernels'}, time over native`, peers, groups);
    }
  }
}

writeKernels('kernels.json', 'Kernels', 'Time over native WebAssembly of the same engine, in the same process, taking turns; medians. 1 is as fast as native. Exact traps are on.');
writeKernels('browsers.json', 'Kernels in browsers', 'The same in pages of browsers without a window.');

/** @param {string} name of the file and of its charts @param {string} title @param {string} how */
function writePackages(name, title, how) {
  const real = read(`${name}.json`);
  if (real === undefined) return;
  const peers = real.peers.slice(1), engines = [...new Set(real.rows.map((/** @type {any} */ row) => row.engine))];
  lines.push(`## ${title}`, '', how, '');
  describe(real.machine);
  for (const engine of engines) {
    const rows = real.rows.filter((/** @type {any} */ row) => row.engine === engine);
    chart(`${name}-${engine}.svg`, `${engine}: packages, warm, time over native`, peers, rows.map((/** @type {any} */ row) => ({ name: row.program, values: peers.map((/** @type {string} */ peer) => ratio(timingOf(row, peer), row.timings[0])) })));
    writeTable(packageTable(rows, engine, peers));
  }
}

writePackages('real', 'Packages', 'Real npm packages through their own glue: warm, the first run, and from nothing to its result (loading included), each over native WebAssembly.');
writePackages('real-peers', 'Packages beside peers', 'The same with output of wasm2js, behind what its modules lack of `WebAssembly`, and with polywasm; * without those that fail.');

const compiled = read('compile.json');
if (compiled !== undefined) {
  lines.push('## Translation and size', '', `Options: \`${compiled.options}\`. Speed is megabytes of WebAssembly per second of processor time, in a new process, its start included.`, '');
  describe(compiled.machine);
  const row = (/** @type {any} */ each) => [each.name, sizeText(each.bytes), sizeText(each.bytesGz), sizeText(each.code), sizeText(each.codeGz), (each.codeGz / each.bytesGz).toFixed(2), (each.bytes / 1e3 / each.cpuMs).toFixed(2)];
  writeTable([['module', 'wasm', 'gz', 'JS', 'gz', 'gz over gz', 'MB/s'], ...compiled.results.map(row)]);
}

writeFileSync(new URL('../docs/results.md', import.meta.url), `${lines.join('\n').trimEnd()}\n`);
