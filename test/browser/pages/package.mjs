// One package in this page: puts the namespace in place, loads the package's glue, runs its program of test/glue/packages.
import { readJob, report } from '../../../bench/browser/page-report.mjs';
import { plain } from './plain.mjs';
import { watchModules } from './watch-modules.mjs';

const { name, mode, modules: files } = await readJob();
const here = new URL('.', location.href);

const compiled = [];
if (mode === 'native') watchModules(compiled);
else {
  const { default: namespace, register } = await import(mode === 'dewasm' ? 'dewasm/webassembly' : 'dewasm/webassembly/precompiled');
  for (const file of files ?? []) register((await import(new URL(file, here).href)).module);
  globalThis.WebAssembly = namespace;
}

/** How each package is loaded in browsers. */
const loaders = {
  'sql.js': () => globalThis.initSqlJs({ locateFile: (file) => `/node_modules/sql.js/dist/${file}` }),
  'brotli-wasm': async () => (await import('/node_modules/brotli-wasm/index.web.js')).default,
  'hash-wasm': () => import('/node_modules/hash-wasm/dist/index.esm.js'),
  'xxhash-wasm': async () => (await import('/node_modules/xxhash-wasm/esm/xxhash-wasm.js')).default(),
};
const program = await import(`../../glue/packages/${name}.mjs`);
const loaded = await (loaders[name] ?? program.load)();
const results = await plain(await program.work(loaded));
await new Promise((resolve) => { setTimeout(resolve, 20); });
await report({ results, refused: globalThis.refused, modules: compiled });
