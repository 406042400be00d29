// Wraps a module's statements as a file: an ES module, a CommonJS module, a script, or the body of a function for compilation
// at run time. Names made here start with `$`, which no part of the runtime does.
import { stringLiteral } from '../emit/literals.js';
import { MODULE, type EmittedModule } from '../emit/module.js';
import type { Module } from '../spec/module.js';
import type { Options } from '../options.js';
import { bindings } from './bindings.js';
import { runtimeText } from './runtime.js';

const RUNTIME = 'dewasm/runtime';
const list = (names: Iterable<string>): string => [...names].sort().join();

/** Where `$data(start,end)` comes from with `--data file`. */
const DATA = `${MODULE}.data=null;
function $data(start,end){
const data=${MODULE}.data;
if(data===null)throw new TypeError("this module was built with its data in a file of its own: pass the file's bytes as the second argument of instantiate");
return data.subarray(start,end);
}
`;
const INSTANTIATE = `function $instantiate(imports){return instantiate(${MODULE},imports)}\n`;
/** A response or a promise of one would be taken for no bytes, another file for what memory begins with. */
const instantiateWithData = (length: number): string => `function $instantiate(imports,data){
if(data!==void 0){
const bytes=ArrayBuffer.isView(data)?new Uint8Array(data.buffer,data.byteOffset,data.byteLength):new Uint8Array(data);
if(bytes.length!==${length})throw new TypeError("the data file of this module has ${length} bytes, what was passed has "+bytes.length);
${MODULE}.data=bytes;
}
return instantiate(${MODULE},imports);
}
`;

export interface Assembled {
  /** The file's text. */
  chunks: string[];
  /** Length of the runtime's part in it. */
  runtimeLength: number;
}

export function assemble(m: Module, emitted: EmittedModule, options: Options): Assembled {
  const helpers = new Set(emitted.helpers).add('instantiate');
  const runtime = options.runtime === 'inline' ? runtimeText(helpers, options.minify) : '';
  const chunks = wrap(m, emitted, options, helpers, runtime);
  // No statement ends by its line's end, and strings have no line ends in them.
  return { chunks: options.minify ? chunks.map((text) => text.replaceAll('\n', '')) : chunks, runtimeLength: runtime.length };
}

function wrap(m: Module, emitted: EmittedModule, options: Options, helpers: Set<string>, runtime: string): string[] {
  const inline = options.runtime === 'inline';
  const body = [runtime, ...emitted.chunks];
  if (emitted.data !== undefined) body.push(DATA, instantiateWithData(emitted.data.length));
  else if (options.bindings === 'instantiate') body.push(INSTANTIATE);
  switch (options.format) {
    case 'esm': {
      const head = inline ? [] : [`import {${list(helpers)}} from ${stringLiteral(RUNTIME)};\n`];
      if (options.bindings === 'esm') return [...bindings(m, [...head, ...body])];
      return [...head, ...body, `export {$instantiate as instantiate,$instantiate as default,${MODULE} as module};\n`];
    }
    case 'cjs': return [
      "'use strict';\nObject.defineProperty(exports,'__esModule',{value:true});\n",
      inline ? '' : `const {${list(helpers)}}=require(${stringLiteral(RUNTIME)});\n`, ...body,
      `exports.instantiate=$instantiate;\nexports.module=${MODULE};\nexports.default=$instantiate;\n`,
    ];
    case 'iife': return [
      `var ${options.name ?? 'wasm'}=(function(){'use strict';\n`, ...body,
      `return {instantiate:$instantiate,module:${MODULE}};\n})();\n`,
    ];
  }
}

/** The body of a function that gets the runtime's exports as `$rt` and returns the module object. */
export function assembleForEvaluation(emitted: EmittedModule): string {
  return [`'use strict';const {${list(emitted.helpers)}}=$rt;\n`, ...emitted.chunks, `return ${MODULE};\n`].join('');
}
