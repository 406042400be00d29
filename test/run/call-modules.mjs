// Instantiates built modules and prints what their exports return, in whatever
// engine runs this; started by the tests of this folder. WebAssembly is deleted
// before any of the modules is loaded.
//
// usage: call-modules.mjs JOB.json     job: [{ file, name, args }]
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

delete globalThis.WebAssembly;
if (typeof WebAssembly !== 'undefined') throw new Error('WebAssembly is still there');

const results = [];
for (const { file, name, args } of JSON.parse(readFileSync(process.argv[2], 'utf8'))) {
  try {
    const { instantiate } = await import(pathToFileURL(file).href);
    results.push(String(instantiate({})[name](...args)));
  } catch (error) {
    results.push(`${error.name}: ${error.message}`);
  }
}
console.log(JSON.stringify(results));
