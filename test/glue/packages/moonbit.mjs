// MoonBit's compiler (OCaml as JavaScript, in a worker as it comes) compiles a program to WasmGC with JavaScript strings; the module
// runs as its documentation says, with the compile options of the JavaScript API.
import { readFileSync } from 'node:fs';
import vm from 'node:vm';
import { fileOf, requireFor } from '../optional-packages.mjs';

const name = '@moonbit/moonc-worker';

/** The compiler, asked as a page asks its worker (by comlink's messages), only that the worker is this thread. */
function compiler() {
  let listener;
  const answers = new Map();
  Object.assign(globalThis, {
    require: requireFor(name),
    addEventListener: (type, added) => (listener = added),
    postMessage: ({ id, value, name: problem }) => (problem === 'throw' ? answers.get(id).reject(value.value) : answers.get(id).resolve(value)),
  });
  vm.runInThisContext(readFileSync(fileOf(name, 'moonc-worker.js'), 'utf8'));
  return (called, parameters) => new Promise((resolve, reject) => {
    const id = String(answers.size);
    answers.set(id, { resolve, reject });
    listener({ origin: '', data: { id, type: 'APPLY', path: [called], argumentList: [{ type: 'RAW', value: parameters }] } });
  });
}

export async function load() {
  const moonc = compiler();
  const source = readFileSync(new URL('../../gc/modules/moonbit.mbt', import.meta.url), 'utf8');
  const place = { pkgSources: ['main:moonbit:/main'], target: 'wasm-gc', noOpt: false };
  const { core, diagnostics } = await moonc('buildPackage', { ...place, mbtFiles: [['main.mbt', source]], miFiles: [], indirectImportMiFiles: [], stdMiFiles: [], pkg: 'main', isMain: false, errorFormat: 'human', enableValueTracing: false });
  if (!core) throw new Error(diagnostics.join('\n'));
  const { result } = await moonc('linkCore', {
    ...place, coreFiles: [core], main: 'main', exportedFunctions: [...source.matchAll(/^pub fn (\w+)/gm)].map((each) => each[1]), outputFormat: 'wasm',
    testMode: false, debug: false, sourceMap: false, sources: {}, stopOnMain: false,
  });
  const { instance } = await WebAssembly.instantiate(result, {}, { builtins: ['js-string'], importedStringConstants: '_' });
  return { bytes: result, exports: instance.exports };
}

const CALLS = { closures: [0, 10, 1000], exprs: [3, 12], trees: [10, 3000], queens: [6, 8], floats: [10, 5000], longs: [10, 1000], bad: [0, 3, 4, -1], objects: [20, 120], options: [0, 1, 5] };

export function work({ bytes, exports }) {
  const calls = Object.entries(CALLS).map(([called, inputs]) => [called, inputs.map((input) => {
    try {
      return exports[called](input);
    } catch (error) {
      return `${error.name}: ${error.message}`;
    }
  })]);
  return { bytes, names: Object.keys(exports), calls };
}
