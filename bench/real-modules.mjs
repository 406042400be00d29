// The modules that npm packages of ours ship, for measuring and for the demo:
// what each is made with and where its bytes are.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** @param {string} path below node_modules */
const inPackages = (path) => fileURLToPath(new URL(`../node_modules/${path}`, import.meta.url));

/** @param {string} path */
const file = (path) => () => new Uint8Array(readFileSync(inPackages(path)));

/** Modules inlined in a JavaScript file as base64; `\0asm` and version 1 begin as below. @param {string} path */
export function inlinedModules(path) {
  const found = readFileSync(path, 'utf8').match(/AGFzbQEAAAA[A-Za-z0-9+/]*=*/g);
  if (found === null) throw new Error(`no module in ${path}`);
  return found.map((text) => new Uint8Array(Buffer.from(text, 'base64')));
}
/** @param {string} path */
const inlined = (path) => () => inlinedModules(inPackages(path))[0];

/** @typedef {{ name: string, producer: string, read: () => Uint8Array }} RealModule */

/** @type {RealModule[]} */
export const realModules = [
  { name: 'xxhash-wasm', producer: 'wat', read: file('xxhash-wasm/workerd/xxhash.wasm') },
  { name: 'hash-wasm', producer: 'clang, sha512', read: inlined('hash-wasm/dist/sha512.umd.min.js') },
  { name: 'source-map', producer: 'Rust', read: file('source-map/lib/mappings.wasm') },
  { name: 'quickjs-emscripten', producer: 'Emscripten', read: file('@jitl/quickjs-wasmfile-release-sync/dist/emscripten-module.wasm') },
  { name: 'rollup', producer: 'Rust, wasm-bindgen', read: file('@rollup/wasm-node/dist/wasm-node/bindings_wasm_bg.wasm') },
  { name: 'sql.js', producer: 'Emscripten', read: file('sql.js/dist/sql-wasm.wasm') },
  { name: 'brotli-wasm', producer: 'Rust, wasm-bindgen', read: file('brotli-wasm/pkg.node/brotli_wasm_bg.wasm') },
  { name: 'esbuild-wasm', producer: 'Go', read: file('esbuild-wasm/esbuild.wasm') },
];

/** The bytes of one of them. @param {string} name */
export function moduleOf(name) {
  const found = realModules.find((each) => each.name === name);
  if (found === undefined) throw new Error(`no module ${name}`);
  return found.read();
}
