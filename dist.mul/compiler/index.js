// The compiler as a library: `import { compile, validate } from 'dewasm'`.
import { sha256 } from '../runtime/webassembly/sha256.js';
import { asBytes } from './bytes.js';
import { isValid, translate } from './compile.js';
import { resolveOptions } from './options.js';
import { outputOf, resultOf } from './result.js';
export { inspect } from './inspect.js';
export { CompileError } from './spec/errors.js';
export { OPTIONS, OptionError } from './options.js';
/** Compiles a module. Throws a `CompileError` if it is invalid, an `OptionError` if an option is. */
export function compile(bytes, options = {}) {
    const settled = resolveOptions(options);
    const input = asBytes(bytes);
    return resultOf(outputOf(translate(input, settled, sha256(input)), settled, input));
}
/**
 * `compile` with the functions of a large module compiled by several worker threads (of Node). The result is the same to the
 * last byte, and so is the error that it rejects with.
 */
export async function compileAsync(bytes, options = {}, parallelism = {}) {
    const settled = resolveOptions(options);
    const { compileInParallel } = await import('./parallel/compile.js');
    return resultOf(await compileInParallel(asBytes(bytes), settled, parallelism.jobs));
}
/** Whether the bytes are a valid module. */
export function validate(bytes, options = {}) {
    return isValid(asBytes(bytes), resolveOptions(options).features);
}
