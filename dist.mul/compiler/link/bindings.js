// `--bindings esm`: the WebAssembly/ES-module integration, with the wasm module in the place of a JavaScript module. It
// imports from what its imports name, is instantiated when it is evaluated, and exports what the instance exports; of
// globals the value, as the integration has it.
import { stringLiteral } from '../emit/literals.js';
import { MODULE } from '../emit/module.js';
import { CompileError } from '../spec/errors.js';
const IDENTIFIER_NAME = /^[A-Za-z_$][\w$]*$/;
/** As ES2022 has it, any string may name an export; identifiers also suit older engines. */
const moduleExportName = (name) => (IDENTIFIER_NAME.test(name) ? name : stringLiteral(name));
/** The statements around `body`, which declares the module object. */
export function* bindings(m, body) {
    const from = [...new Set(m.imports.map((i) => i.module))];
    for (const [k, name] of from.entries())
        yield `import * as $n${k} from ${stringLiteral(name)};\n`;
    yield* body;
    // No prototype, so that a module called `__proto__` is a property like any other.
    yield 'const $imports=Object.create(null);\n';
    for (const [k, name] of from.entries())
        yield `$imports[${stringLiteral(name)}]=$n${k};\n`;
    yield `const $exports=instantiate(${MODULE},$imports);\n`;
    const seen = [];
    for (const [k, e] of m.exports.entries()) {
        if (e.kind === 'global' && m.globals[e.index].type.mutable) {
            throw new CompileError(`the mutable global ${JSON.stringify(e.name)} is exported, which bindings esm does not support yet`, { offset: e.offset, section: 'export' });
        }
        yield `const $e${k}=$exports[${stringLiteral(e.name)}]${e.kind === 'global' ? '.value' : ''};\n`;
        seen.push(`$e${k} as ${moduleExportName(e.name)}`);
    }
    yield `export {${seen.join()}};\n`;
}
