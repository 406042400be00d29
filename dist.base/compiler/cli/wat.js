import { CliError } from './failure.js';
export const isText = (path) => /\.wat$/i.test(path);
/** Everything the package knows: what may be used is for the validator to say. */
const FEATURES = {
    exceptions: true, mutable_globals: true, sat_float_to_int: true, sign_extension: true, simd: true, threads: true, function_references: true,
    multi_value: true, tail_call: true, bulk_memory: true, reference_types: true, annotations: true, gc: true, memory64: true, extended_const: true,
    relaxed_simd: true,
};
async function loadWabt(path) {
    try {
        const { default: load } = await import('wabt');
        return await load();
    }
    catch (e) {
        if (e.code !== 'ERR_MODULE_NOT_FOUND')
            throw e;
        throw new CliError(`${path}: reading the text format needs the package wabt, which is not installed; install it with: npm install wabt`);
    }
}
/** The binary of a module in text format; its functions keep their names. */
export async function assemble(path, text) {
    const wabt = await loadWabt(path);
    let source;
    try {
        // A copy, because wabt takes all of the buffer that a view is in.
        source = wabt.parseWat(path, new Uint8Array(text), FEATURES);
        source.resolveNames();
        return source.toBinary({ write_debug_names: true }).buffer.slice();
    }
    catch (e) {
        throw new CliError(firstError(e instanceof Error ? e.message : String(e), path));
    }
    finally {
        source?.destroy();
    }
}
/** The first of wabt's errors, without the picture of the line below it. */
function firstError(message, path) {
    const line = message.split('\n').find((l) => l.includes(': error: '));
    return line === undefined ? `${path}: ${message.trim()}` : line.replace(': error: ', ': ');
}
