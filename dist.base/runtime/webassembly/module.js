// WebAssembly.Module over a module object (docs/abi.md, "A module"). Each namespace has its own Module constructor, since
// each compiles in its own way, but every namespace takes the Module objects of every other one.
import { brandedRecord, setBrand } from '../api/brand.js';
import { toText } from '../api/convert.js';
import { createInterface, missingArguments } from '../api/define-interface.js';
import { offerToThreads } from '../api/shared-buffer.js';
import { CompileError } from '../errors.js';
import { copyBytes } from './buffer-source.js';
import { builtinFor, toCompileOptions, validateBuiltins } from './builtins.js';
import { customSectionsNamed } from './custom-sections.js';
export const moduleBrand = Symbol.for('dewasm.module');
export const externKinds = ['function', 'table', 'memory', 'global', 'tag'];
export function moduleRecOf(value) {
    return brandedRecord(value, moduleBrand);
}
export function createModuleInterface(compile) {
    const initialize = (self, bytes, options, where) => {
        const module = compileOrThrow(compile, bytes, where);
        validateBuiltins(module, options, where);
        const rec = { module, bytes, options, compile, suspendable: new Map(), o: null };
        setBrand(self, moduleBrand, rec);
        offerToThreads(self);
    };
    const Module = createInterface('Module', 1, (self, args) => {
        const bytes = copyBytes(args[0], 'WebAssembly.Module()');
        initialize(self, bytes, toCompileOptions(args[1], 'WebAssembly.Module()'), 'WebAssembly.Module()');
    }, {
        statics: {
            exports(moduleObject) {
                const { module } = moduleArgument(moduleObject, 'WebAssembly.Module.exports()', arguments.length, 1);
                return module.exports.map(([name, kind]) => ({ name, kind: externKinds[kind] }));
            },
            imports(moduleObject) {
                const { module, options } = moduleArgument(moduleObject, 'WebAssembly.Module.imports()', arguments.length, 1);
                return module.imports
                    .filter(([from, name]) => from !== options.importedStringConstants && builtinFor(from, name, options) === undefined)
                    .map(([from, name, kind]) => ({ module: from, name, kind: externKinds[kind] }));
            },
            customSections(moduleObject, sectionName) {
                const { bytes } = moduleArgument(moduleObject, 'WebAssembly.Module.customSections()', arguments.length, 2);
                return customSectionsNamed(bytes, toText(sectionName));
            },
        },
    });
    return {
        Module,
        make(bytes, options, where) {
            const self = Object.create(Module.prototype);
            initialize(self, bytes, options, where);
            return self;
        },
    };
}
/** Compiles; whatever class of error the compiler reports an invalid module with, JS sees the API's CompileError. */
export function compileOrThrow(compile, bytes, where) {
    try {
        return compile(bytes);
    }
    catch (error) {
        if (error instanceof CompileError || !isCompileError(error))
            throw error;
        const wrapped = new CompileError(where + ': ' + error.message);
        Object.defineProperty(wrapped, 'cause', { value: error, writable: true, configurable: true });
        throw wrapped;
    }
}
export function isCompileError(error) {
    return error instanceof Error && error.name === 'CompileError';
}
function moduleArgument(value, where, given, required) {
    if (given < required)
        throw missingArguments(where, given, required);
    const rec = moduleRecOf(value);
    if (rec === undefined)
        throw new TypeError(where + ': Argument 0 must be a WebAssembly.Module');
    return rec;
}
