// The programs of `npm run bench:real`: what npm packages do in use, driven through their own glue.
//
// `modules` are the wasm modules the package will ask for, compiled ahead for peers that do that; `load` finds the
// implementation under test as the global `WebAssembly`; `work` is what is timed and returns what must be equal.
import hashes from './hash-wasm.mjs';
import javascript from './javascript.mjs';
import others from './others.mjs';
import quickjs from './quickjs.mjs';
import sql from './sql.mjs';

/** @typedef {{ name: string, modules: () => Uint8Array[], load: () => any, work: (loaded: any) => string | Promise<string> }} Program */

/** @type {Program[]} */
export const programs = [...hashes, ...quickjs, ...sql, ...javascript, ...others];
