import { declarations } from './emit/types-dts.js';
import { assemble } from './link/formats.js';
/** Links what was translated from `bytes`. */
export function outputOf({ module, emitted, times, ir }, options, bytes) {
    const start = performance.now();
    const { chunks, runtimeLength } = assemble(module, emitted, options);
    times.link = performance.now() - start;
    const output = {
        chunks,
        warnings: module.warnings.map(({ message, offset }) => (offset === undefined ? { message } : { message, offset })),
        stats: {
            wasm: {
                bytes: bytes.length,
                code: module.funcs.reduce((sum, f) => sum + (f.body === undefined ? 0 : f.body.end - f.body.start), 0),
                data: module.datas.reduce((sum, d) => sum + d.bytes.end - d.bytes.start, 0),
            },
            code: { length: chunks.reduce((sum, text) => sum + text.length, 0), functions: emitted.functionsLength, runtime: runtimeLength },
            counts: {
                functions: module.funcs.length, imports: module.imports.length, exports: module.exports.length,
                globals: module.globals.length, tables: module.tables.length, memories: module.memories.length,
            },
            time: times,
        },
    };
    if (options.types)
        output.types = declarations(module, options);
    if (emitted.data !== undefined)
        output.data = emitted.data;
    if (ir !== undefined)
        output.ir = ir;
    return output;
}
export function resultOf({ chunks, ...rest }) {
    return { code: chunks.join(''), ...rest };
}
