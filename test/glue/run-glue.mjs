// Runs one npm package's own, unmodified glue and prints what it computed as
// JSON. The WebAssembly namespace it finds is the host's, dewasm's with run-time
// compilation, or dewasm's with modules compiled before; everything else is the
// same, so equal output means equal behaviour. With several threads it is
// replaced in each of them before (threads-preload.mjs); mode `preloaded` then.
//
// usage: node run-glue.mjs PACKAGE native|dewasm|precompiled|preloaded [--repeat N] [--optimize N] [--module FILE.mjs]…
import { createHash } from 'node:crypto';
import { parseArgs } from 'node:util';
import { pathToFileURL } from 'node:url';
// A CommonJS module imported from here makes node set up its own lexer, which is
// WebAssembly too, before the namespace is replaced.
import './settle.cjs';

const { values: flags, positionals } = parseArgs({
  allowPositionals: true,
  options: { repeat: { type: 'string', default: '0' }, optimize: { type: 'string' }, module: { type: 'string', multiple: true, default: [] } },
});
const [name, mode] = positionals;

await replaceNamespace();
const program = await import(`./packages/${name}.mjs`);

const started = performance.now();
const loaded = await program.load();
const loadMs = performance.now() - started;
const [results, firstMs] = await timed();
const times = [];
for (let i = 0; i < Number(flags.repeat); i++) times.push((await timed())[1]);
const ms = times.length === 0 ? firstMs : times.sort((a, b) => a - b)[times.length >> 1];

process.stdout.write(JSON.stringify({ results, loadMs, firstMs, ms }), () => process.exit(0));

/** @returns {Promise<[unknown, number]>} */
async function timed() {
  const start = performance.now();
  const output = await program.work(loaded);
  return [plain(output), performance.now() - start];
}

async function replaceNamespace() {
  if (mode === 'native' || mode === 'preloaded') return;
  const { default: namespace, ...members } = await import(mode === 'dewasm' ? 'dewasm/webassembly' : 'dewasm/webassembly/precompiled');
  for (const file of flags.module) {
    const { module } = await import(pathToFileURL(file).href);
    (members.register ?? namespace.register)(module);
  }
  const used = flags.optimize === undefined ? namespace : members.configure({ optimize: Number(flags.optimize) });
  Object.defineProperty(globalThis, 'WebAssembly', { value: used, writable: true, configurable: true, enumerable: false });
}

/**
 * Makes results comparable as JSON: long bytes as their digest, BigInt as text.
 * @param {unknown} value @returns {unknown}
 */
function plain(value) {
  if (typeof value === 'bigint') return `${value}n`;
  if (value instanceof Uint8Array) {
    return value.length <= 32 ? Buffer.from(value).toString('hex') : `${value.length} bytes, sha256 ${createHash('sha256').update(value).digest('hex')}`;
  }
  if (value instanceof Error) return `${value.name}: ${value.message}`;
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
  if (typeof value === 'object' && value !== null) return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, plain(each)]));
  return value;
}
