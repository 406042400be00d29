// Puts the modules of the compiled runtime together in a few files: Node takes about a millisecond for every file it loads, and
// the JavaScript API has forty. What everybody shares is in shared.js, what only `dewasm/runtime`, threads and the
// compiler use in rest.js; the namespace without a compiler, which is made when it is loaded, is a file of its own. The other
// entries only name what they take from rest.js, so there is one of everything.
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { buildSync } from 'esbuild-wasm';

const NAMESPACE = 'webassembly/precompiled.js';
/** The other modules that packages or the compiler import. */
const ENTRIES = ['index.js', 'webassembly/namespace.js', 'webassembly/content-sum.js', 'webassembly/sha256.js', 'webassembly/threads.js'];

/** The files, by name in the runtime's folder, that take the place of all its modules. */
export async function bundleRuntime(runtime) {
  const names = new Map();
  for (const entry of ENTRIES) names.set(entry, Object.keys(await import(pathToFileURL(join(runtime, entry)).href)));
  const all = [...names.values()].flat();
  if (new Set(all).size !== all.length) throw new Error('two entries of the runtime export the same name');

  writeFileSync(join(runtime, 'rest.js'), ENTRIES.map((entry) => `export * from './${entry}';\n`).join(''));
  const out = mkdtempSync(join(runtime, 'bundle-'));
  try {
    buildSync({
      entryPoints: ['rest.js', NAMESPACE].map((name) => join(runtime, name)), outbase: runtime, outdir: out,
      bundle: true, splitting: true, chunkNames: 'shared', format: 'esm', target: 'es2017', charset: 'utf8', logLevel: 'warning',
    });
    const files = {};
    for (const entry of ENTRIES) {
      const from = relative(dirname(entry), 'rest.js');
      files[entry] = `export { ${names.get(entry).join(', ')} } from '${from.startsWith('.') ? from : `./${from}`}';\n`;
    }
    for (const name of modulesIn(out)) files[name] = readFileSync(join(out, name), 'utf8');
    return files;
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
}

/** Replaces the runtime's modules by what `bundleRuntime` made of them. */
export function replaceModules(runtime, files) {
  for (const name of modulesIn(runtime)) rmSync(join(runtime, name));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(runtime, name), text);
}

export function modulesIn(folder) {
  return readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.js')).sort();
}
