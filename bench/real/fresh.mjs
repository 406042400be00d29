// Glue loaded anew for each implementation, so that several can live in one process: each finds another
// `WebAssembly` while it loads and keeps what it made with it.
import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { requireFor } from '../../test/glue/optional-packages.mjs';

const ours = createRequire(import.meta.url);
let copies = 0;

/** `require(name)`, with this package and all others read again. @param {string} name */
export function freshRequire(name) {
  for (const file of Object.keys(ours.cache)) if (file.includes('node_modules')) delete ours.cache[file];
  return requireFor(name)(name);
}

/** `import(file)`, of a module that is evaluated again: Bun knows paths with a query apart, but not URLs. @param {string} file */
export const freshImport = (file) => import(`${process.versions.bun === undefined ? pathToFileURL(file).href : file}?copy=${copies++}`);
