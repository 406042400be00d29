// How each implementation under comparison is made from a wasm file. The result
// is a file that time-kernel.mjs can load in any engine, made once and reused
// for all engines.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** @typedef {import('./time-kernel.mjs').Implementation} Implementation */

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL('..', import.meta.url));
export const builtCompiler = join(root, 'dist/compiler/index.js');

/** binaryen's own command line tool, which its package ships beside the library. */
export const wasm2jsTool = () => join(dirname(require.resolve('binaryen')), 'bin/wasm2js');

/** Longer than any translation that ends takes: it does not end for some modules of megabytes. */
const WASM2JS_MS = 180_000;

/** Translates by wasm2js, or throws what it said. @param {string} wasm @param {string} file @param {string[]} [options] */
export function runWasm2js(wasm, file, options = []) {
  try {
    execFileSync(process.execPath, [wasm2jsTool(), '-O3', ...options, wasm, '-o', file], { stdio: ['ignore', 'ignore', 'pipe'], timeout: WASM2JS_MS });
  } catch (error) {
    const { signal, stderr } = /** @type {{ signal?: string, stderr?: Buffer }} */ (error);
    throw new Error(signal ? `wasm2js was not done after ${WASM2JS_MS / 1000} s` : `wasm2js: ${String(stderr).trim().split('\n', 1)[0]}`, { cause: error });
  }
}

/**
 * The compiler of the built package, or of another build of it (`name=FILE`
 * among the peers compares two of them).
 * @param {string} file @returns {Promise<typeof import('../compiler/index.ts')>}
 */
export async function loadCompiler(file = builtCompiler) {
  if (!existsSync(file)) throw new Error(`${file} does not exist: run \`npm run build\` first`);
  return import(pathToFileURL(resolve(file)).href);
}

/**
 * Makes the file of one implementation in `folder`.
 * @param {string} peer native, dewasm, wasm2js, polywasm, NAME=COMPILER-FILE, or :TARGET, which is dewasm with --engine TARGET
 * @param {string} wasm @param {string} folder @param {object} options compile options for dewasm
 * @returns {Promise<Implementation>}
 */
export async function makeImplementation(peer, wasm, folder, options) {
  if (peer === 'native') return { peer, kind: 'native', file: wasm };
  if (peer === 'polywasm') return { peer, kind: 'polywasm', file: require.resolve('polywasm') };
  if (peer === 'wasm2js') {
    const file = join(folder, 'wasm2js.mjs');
    runWasm2js(wasm, file);
    return { peer, kind: 'wasm2js', file };
  }
  const target = peer.startsWith(':') ? peer.slice(1) : undefined;
  const [name, compilerFile] = (target ?? peer).split('=');
  if (name !== 'dewasm' && target === undefined && compilerFile === undefined) throw new Error(`unknown peer ${peer}`);
  const { compile } = await loadCompiler(compilerFile);
  const file = join(folder, `${name}.mjs`);
  writeFileSync(file, compile(new Uint8Array(readFileSync(wasm)), target === undefined ? options : { ...options, engine: target }).code);
  return { peer: name, kind: 'dewasm', file };
}

/** What a peer is called in results. @param {string} peer */
export const nameOfPeer = (peer) => peer.replace(/^:/, '').split('=')[0];

/** Did anything but wasm2js and polywasm, which cannot do everything, fail? @param {{ timings: { peer: string, error?: string }[] }[]} rows */
export const hasFailed = (rows) => rows.some((row) => row.timings.some(({ peer, error }) => error !== undefined && peer !== 'wasm2js' && peer !== 'polywasm'));
