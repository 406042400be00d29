// The part of `WebAssembly` that glue of packages asks for, over modules that wasm2js has translated ahead: it writes ES
// modules for the command line, not for glue. Bytes are recognised as those a file was made from.
//
// What is passed on is wasm2js's own: exported memories are objects with `buffer` and `grow`, tables are arrays.

/** @typedef {{ bytes: Uint8Array, instantiate: (imports: object) => object }} Translated */

/** The text of wasm2js as a module that can be instantiated more than once. @param {string} code @param {string} wasm file it was made from */
export function asTranslated(code, wasm) {
  const end = code.lastIndexOf('var retasmFunc = asmFunc(');
  if (end < 0) throw new Error('not the output of wasm2js');
  return `import { readFileSync } from 'node:fs';
${code.slice(0, end).replace(/^import \* as .*$/gm, '')}
export const module = { bytes: new Uint8Array(readFileSync(${JSON.stringify(wasm)})), instantiate: asmFunc };
`;
}

/** @type {Translated[]} */
const known = [];
/** @param {Translated} module */
export function register(module) {
  known.push(module);
}

class Module {
  /** @param {BufferSource} source */
  constructor(source) {
    const bytes = ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source);
    const found = known.find((each) => each.bytes.length === bytes.length && each.bytes.every((byte, i) => byte === bytes[i]));
    if (found === undefined) throw new Error('wasm2js has not translated this module');
    this.translated = found;
  }

  /** @param {object} [imports] */
  instantiate(imports = {}) {
    return { exports: this.translated.instantiate(imports) };
  }
}

/** Called with `new`, which is content with what it returns. @param {Module} module @param {object} [imports] */
function Instance(module, imports) {
  return module.instantiate(imports);
}

/** @param {BufferSource} bytes */
const compile = async (bytes) => new Module(bytes);
/** @param {Module | BufferSource} source @param {object} [imports] */
async function instantiate(source, imports) {
  if (source instanceof Module) return source.instantiate(imports);
  const module = new Module(source);
  return { module, instance: module.instantiate(imports) };
}

export default { Module, Instance, compile, instantiate };
