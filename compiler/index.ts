// The compiler as a library: `import { compile, validate } from 'dewasm'`.
import { asBytes } from './bytes.js';
import { isValid, translate } from './compile.js';
import { hashOf } from './hash.js';
import { resolveOptions, type CompileOptions } from './options.js';
import { outputOf, resultOf, type CompileResult } from './result.js';

export { inspect, type InspectOptions, type ModuleInfo } from './inspect.js';
export { CompileError } from './spec/errors.js';
export { OPTIONS, OptionError, type CompileOptions, type OptionRow } from './options.js';
export type { CompileResult, SourceMap, Stats, Warning } from './result.js';

/** Compiles a module. Throws a `CompileError` if it is invalid, an `OptionError` if an option is. */
export function compile(bytes: Uint8Array, options: CompileOptions = {}): CompileResult {
  const settled = resolveOptions(options);
  const input = asBytes(bytes);
  return resultOf(outputOf(translate(input, settled, hashOf(input)), settled, input));
}

/** How `compileAsync` works; the result does not depend on it. */
export interface Parallelism {
  /** Worker threads to use, 1 for none; if not given, one per processor, fewer for modules for which starting them does not pay. */
  jobs?: number;
}

/**
 * `compile` with the functions of a large module compiled by several worker threads (of Node). The result is the same to the
 * last byte, and so is the error that it rejects with.
 */
export async function compileAsync(bytes: Uint8Array, options: CompileOptions = {}, parallelism: Parallelism = {}): Promise<CompileResult> {
  const settled = resolveOptions(options);
  const { compileInParallel } = await import('./parallel/compile.js');
  return resultOf(await compileInParallel(asBytes(bytes), settled, parallelism.jobs));
}

/** Whether the bytes are a valid module. */
export function validate(bytes: Uint8Array, options: Pick<CompileOptions, 'features'> = {}): boolean {
  return isValid(asBytes(bytes), resolveOptions(options).features);
}
