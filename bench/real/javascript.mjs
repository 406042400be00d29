// Compilers of JavaScript: Rollup's parser in Rust, esbuild in Go.
import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import { proseBytes, sourceOf } from '../../test/glue/packages/inputs.mjs';
import { inlinedModules, moduleOf } from '../real-modules.mjs';
import { freshRequire } from './fresh.mjs';

const require = createRequire(import.meta.url);
const source = sourceOf('acorn/dist/acorn.js');
/** @param {Uint8Array | string} bytes */
const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

export default [
  {
    name: 'rollup parse',
    modules: () => [moduleOf('rollup')],
    load: () => freshRequire('@rollup/wasm-node/dist/native.js'),
    work: (/** @type {{ parse(code: string, allowReturn: boolean, jsx: boolean): Uint8Array }} */ { parse }) => digest(parse(source, true, false)),
  },
  {
    name: 'esbuild transform',
    modules: () => [moduleOf('esbuild-wasm')],
    // As pages use it: one service, which transforms file after file. It takes the worker's global object from `self`.
    async load() {
      Object.assign(globalThis, { self: globalThis });
      const esbuild = freshRequire('esbuild-wasm/lib/browser.js');
      await esbuild.initialize({ wasmModule: new WebAssembly.Module(moduleOf('esbuild-wasm')), worker: false });
      return esbuild;
    },
    work: async (/** @type {typeof import('esbuild-wasm')} */ { transform }) => digest((await transform(source, { minify: true, target: 'es2017' })).code),
  },
  {
    name: 'es-module-lexer',
    modules: () => inlinedModules(require.resolve('es-module-lexer')),
    async load() {
      const lexer = freshRequire('es-module-lexer');
      await lexer.init;
      return lexer;
    },
    work: (/** @type {typeof import('es-module-lexer')} */ { parse }) => String(parse(imports)[0].reduce((sum, each) => sum * 31 + each.s + each.e | 0, 0)),
  },
];
const imports = `${Array.from({ length: 3000 }, (_, i) => `import v${i} from "m${i % 97}"; export const w${i} = v${i} + /* ${'*'.repeat(i % 20)} */ 1;`).join('\n')}\n//${new TextDecoder().decode(proseBytes(300_000)).replaceAll('\n', '\n//')}`;
