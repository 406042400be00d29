// What a compilation gives, and how the stages' products become that.
import type { Translation, Times } from './compile.js';
import { declarations } from './emit/types-dts.js';
import { assemble } from './link/formats.js';
import type { Options } from './options.js';

/** Something that works, but perhaps not as expected. */
export interface Warning {
  message: string;
  /** Offset from the module's first byte. */
  offset?: number;
}

export interface Stats {
  /** Bytes of the wasm module, of its code and of its data segments. */
  wasm: { bytes: number; code: number; data: number };
  /** Length of the output, of the functions in it and of the part of the runtime it brings along. */
  code: { length: number; functions: number; runtime: number };
  counts: { functions: number; imports: number; exports: number; globals: number; tables: number; memories: number };
  /** Milliseconds by stage. */
  time: Times;
}

/** A source map, version 3. */
export interface SourceMap { version: 3; sources: string[]; names: string[]; mappings: string; file?: string; sourcesContent?: (string | null)[] }

export interface CompileResult {
  code: string;
  map?: SourceMap;
  /** Text of a TypeScript declaration file, with `types`. */
  types?: string;
  /** What goes into a file of its own, with `data: 'file'`. */
  data?: Uint8Array;
  /** The IR that `printIrAfter` asked for. */
  ir?: string;
  warnings: Warning[];
  stats: Stats;
}

/** A result whose code is still in pieces: who writes a file needs no second copy of a large one. */
export interface Output extends Omit<CompileResult, 'code'> { chunks: string[] }

/** Links what was translated from `bytes`. */
export function outputOf({ module, emitted, times, ir }: Translation, options: Options, bytes: Uint8Array): Output {
  const start = performance.now();
  // Those of the module itself.
  const functions = module.funcs.filter(({ copy }) => copy === undefined);
  const { chunks, runtimeLength } = assemble(module, emitted, options);
  times.link = performance.now() - start;

  const output: Output = {
    chunks,
    warnings: module.warnings.map(({ message, offset }) => (offset === undefined ? { message } : { message, offset })),
    stats: {
      wasm: {
        bytes: bytes.length,
        code: functions.reduce((sum, f) => sum + (f.body === undefined ? 0 : f.body.end - f.body.start), 0),
        data: module.datas.reduce((sum, d) => sum + d.bytes.end - d.bytes.start, 0),
      },
      code: { length: chunks.reduce((sum, text) => sum + text.length, 0), functions: emitted.functionsLength, runtime: runtimeLength },
      counts: {
        functions: functions.length, imports: module.imports.length, exports: module.exports.length,
        globals: module.globals.length, tables: module.tables.length, memories: module.memories.length,
      },
      time: times,
    },
  };
  if (options.types) output.types = declarations(module, options);
  if (emitted.data !== undefined) output.data = emitted.data;
  if (ir !== undefined) output.ir = ir;
  return output;
}

export function resultOf({ chunks, ...rest }: Output): CompileResult {
  return { code: chunks.join(''), ...rest };
}
