// Compilers of JavaScript: Rollup's parser in Rust, esbuild in Go, which starts anew for every file.
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { proseBytes, sourceOf } from '../../test/glue/packages/inputs.mjs';
import { inlinedModules, moduleOf } from '../real-modules.mjs';
import { freshRequire } from './fresh.mjs';

const require = createRequire(import.meta.url);
const source = sourceOf('acorn/dist/acorn.js');
/** @param {Uint8Array | string} bytes */
const digest = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** @type {string | undefined} */
let folder;

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
    load() {
      Object.assign(globalThis, { require, fs: require('node:fs'), path: require('node:path') });
      freshRequire('esbuild-wasm/wasm_exec.js');
      if (folder === undefined) {
        const made = folder = mkdtempSync(join(tmpdir(), 'dewasm-esbuild-'));
        writeFileSync(join(made, 'in.js'), source);
        process.on('exit', () => rmSync(made, { recursive: true, force: true }));
      }
      return { Go: globalThis.Go, module: new WebAssembly.Module(moduleOf('esbuild-wasm')) };
    },
    async work(/** @type {{ Go: any, module: WebAssembly.Module }} */ { Go, module }) {
      const go = new Go(), out = join(/** @type {string} */ (folder), 'out.js');
      go.argv = ['esbuild', join(/** @type {string} */ (folder), 'in.js'), '--minify', '--target=es2017', `--outfile=${out}`, '--log-level=error'];
      go.exit = () => {};
      await go.run(new WebAssembly.Instance(module, go.importObject));
      return digest(readFileSync(out));
    },
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
