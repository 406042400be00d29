// Imported before everything else by the main thread and, because --import is inherited, by each of its workers: puts
// dewasm's namespace of modules compiled before in place of the host's, with messages that carry memories and modules,
// and a WASI that takes them (docs/threads.md). The module is the file that $DEWASM_GLUE_MODULE names.
import { createRequire, syncBuiltinESMExports } from 'node:module';
import { pathToFileURL } from 'node:url';
import { install } from 'dewasm/threads';
import WebAssembly, { register } from 'dewasm/webassembly/precompiled';
import { requireFor } from './optional-packages.mjs';
import './settle.cjs';

const { module } = await import(pathToFileURL(process.env.DEWASM_GLUE_MODULE).href);
register(module);
install(WebAssembly);
Object.defineProperty(globalThis, 'WebAssembly', { value: WebAssembly, writable: true, configurable: true, enumerable: false });

const require = createRequire(import.meta.url);
const { WASI } = requireFor('@tybys/wasm-util')('@tybys/wasm-util');
require('node:wasi').WASI = class extends WASI {
  constructor(options) {
    super({ ...options, fs: require('node:fs') });
  }
};
syncBuiltinESMExports();
