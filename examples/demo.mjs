// `npm run demo`: compiles WebAssembly of many origins and runs the result beside
// native WebAssembly. This repository's own modules run in this process; npm
// packages run with their own unmodified glue in processes of their own, once
// with the host's WebAssembly and once with dewasm's, where their modules were
// compiled before.
//
// usage: node examples/demo.mjs [--only REGEX] [--json FILE]
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { compile } from 'dewasm';
import { realModules } from '../bench/real-modules.mjs';
import { printTable, ratioText, sizeText, timeText } from '../bench/table.mjs';
import { ownModules } from './own-modules.mjs';

const { values: flags } = parseArgs({ options: { only: { type: 'string', default: '' }, json: { type: 'string' } } });
const chosen = (/** @type {{ name: string }} */ each) => new RegExp(flags.only).test(each.name);
const folder = mkdtempSync(join(tmpdir(), 'dewasm-demo-'));

/**
 * @typedef {{
 *   name: string, source: string, bytes?: number, code?: number, compileMs?: number,
 *   equal?: boolean, nativeMs?: number, oursMs?: number, error?: string,
 * }} Row
 */

/** @param {string} name @param {Uint8Array} bytes */
function compileToFile(name, bytes) {
  const file = join(folder, `${name}.mjs`);
  const start = performance.now();
  const { code } = compile(bytes);
  const compileMs = performance.now() - start;
  writeFileSync(file, code);
  return { file, bytes: bytes.length, code: Buffer.byteLength(code), compileMs };
}

/** @param {number[]} times */
const median = (times) => times.toSorted((a, b) => a - b)[times.length >> 1];

/** @param {import('./own-modules.mjs').OwnModule} module @returns {Promise<Row>} */
async function tryOwn({ name, source, bytes, imports, work }) {
  const { file, ...sizes } = compileToFile(name, bytes);
  const native = new WebAssembly.Instance(new WebAssembly.Module(bytes), imports()).exports;
  const ours = (await import(pathToFileURL(file).href)).instantiate(imports());
  const nativeTimes = [], ourTimes = [];
  let equal = true;
  for (let round = 0; round < 25; round++) {
    const start = performance.now();
    const expected = work(native);
    const middle = performance.now();
    const got = work(ours);
    const end = performance.now();
    equal &&= isDeepStrictEqual(got, expected);
    if (round < 10) continue; // until all code is optimized
    nativeTimes.push(middle - start);
    ourTimes.push(end - middle);
  }
  return { name, source, ...sizes, equal, nativeMs: median(nativeTimes), oursMs: median(ourTimes) };
}

/** @param {string[]} args @returns {Promise<any>} */
function runGlue(args) {
  const runner = fileURLToPath(new URL('../test/glue/run-glue.mjs', import.meta.url));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [runner, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    let stdout = '', stderr = '';
    child.stdout.setEncoding('utf8').on('data', (data) => (stdout += data));
    child.stderr.setEncoding('utf8').on('data', (data) => (stderr += data));
    child.on('close', (code) => (code === 0 ? resolve(JSON.parse(stdout)) : reject(new Error(stderr.match(/^.*Error.*$/m)?.[0] ?? `exit ${code}`))));
  });
}

/** @param {import('../bench/real-modules.mjs').RealModule} module @returns {Promise<Row>} */
async function tryPackage({ name, producer, read }) {
  const { file, ...sizes } = compileToFile(name, read());
  const repeat = ['--repeat', name === 'esbuild-wasm' ? '0' : '3'];
  // What a package builds itself while it runs (SQLite's user-defined functions) is compiled then.
  const [native, ours] = [await runGlue([name, 'native', ...repeat]), await runGlue([name, 'dewasm', '--module', file, ...repeat])];
  return { name, source: producer, ...sizes, equal: isDeepStrictEqual(ours.results, native.results), nativeMs: native.ms, oursMs: ours.ms };
}

/** @type {Row[]} */
const rows = [];
const started = performance.now();
for (const [items, run] of /** @type {[any[], (item: any) => Promise<Row>][]} */ ([[ownModules, tryOwn], [realModules, tryPackage]])) {
  for (const item of items.filter(chosen)) {
    if (process.stderr.isTTY) process.stderr.write(`\r\x1b[K${item.name} …`);
    try {
      rows.push(await run(item));
    } catch (error) {
      rows.push({ name: item.name, source: item.source ?? item.producer, error: String(error).slice(0, 200) });
    }
  }
}
if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
rmSync(folder, { recursive: true });

const shown = (/** @type {number | undefined} */ value, /** @type {(value: number) => string} */ text) => (value === undefined ? '-' : text(value));
printTable([
  ['module', 'made with', 'wasm', 'js', 'compiled in', 'results', 'native', 'compiled', 'ratio'],
  ...rows.map((row) => [row.name, row.source, shown(row.bytes, sizeText), shown(row.code, sizeText), shown(row.compileMs, timeText),
    row.error !== undefined ? 'FAILED' : row.equal ? 'equal' : 'DIFFER', shown(row.nativeMs, timeText), shown(row.oursMs, timeText),
    row.nativeMs === undefined ? '-' : ratioText(/** @type {number} */ (row.oursMs) / row.nativeMs)]),
]);
for (const { name, error } of rows) if (error !== undefined) console.log(`${name}: ${error}`);
const right = rows.filter((row) => row.equal).length;
console.log(`\n${right} of ${rows.length} modules give the results of native WebAssembly (${((performance.now() - started) / 1000).toFixed(0)} s)`);
if (flags.json !== undefined) writeFileSync(flags.json, `${JSON.stringify(rows, null, 1)}\n`);
process.exit(right === rows.length ? 0 : 1);
