// The compiler as a library: `import { compile, validate } from 'dewasm'`.
import { sha256 } from '../runtime/webassembly/sha256.js';
import { isValid, translate, type Times } from './compile.js';
import { declarations } from './emit/types-dts.js';
import { assemble } from './link/formats.js';
import { resolveOptions, type CompileOptions } from './options.js';

export { inspect, type InspectOptions, type ModuleInfo } from './inspect.js';
export { CompileError } from './spec/errors.js';
export { OPTIONS, OptionError, type CompileOptions, type OptionRow } from './options.js';

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

/** Compiles a module. Throws a `CompileError` if it is invalid, an `OptionError` if an option is. */
export function compile(bytes: Uint8Array, options: CompileOptions = {}): CompileResult {
  const settled = resolveOptions(options);
  const input = asBytes(bytes);
  const { module, emitted, times, ir } = translate(input, settled, sha256(input));
  const start = performance.now();
  const { chunks, runtimeLength } = assemble(module, emitted, settled);
  const code = chunks.join('');
  times.link = performance.now() - start;

  const result: CompileResult = {
    code,
    warnings: module.warnings.map(({ message, offset }) => (offset === undefined ? { message } : { message, offset })),
    stats: {
      wasm: {
        bytes: input.length,
        code: module.funcs.reduce((sum, f) => sum + (f.body === undefined ? 0 : f.body.end - f.body.start), 0),
        data: module.datas.reduce((sum, d) => sum + d.bytes.end - d.bytes.start, 0),
      },
      code: { length: code.length, functions: emitted.functionsLength, runtime: runtimeLength },
      counts: {
        functions: module.funcs.length, imports: module.imports.length, exports: module.exports.length,
        globals: module.globals.length, tables: module.tables.length, memories: module.memories.length,
      },
      time: times,
    },
  };
  if (settled.types) result.types = declarations(module, settled);
  if (emitted.data !== undefined) result.data = emitted.data;
  if (ir !== undefined) result.ir = ir;
  return result;
}

/** Whether the bytes are a valid module. */
export function validate(bytes: Uint8Array, options: Pick<CompileOptions, 'features'> = {}): boolean {
  return isValid(asBytes(bytes), resolveOptions(options).features);
}

/** A plain view of the same bytes: subclasses such as Buffer differ in what `slice` copies. */
function asBytes(bytes: Uint8Array): Uint8Array {
  const given: unknown = bytes;
  if (ArrayBuffer.isView(given)) return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
  if (given instanceof ArrayBuffer) return new Uint8Array(given);
  throw new TypeError('the module must be a Uint8Array');
}
