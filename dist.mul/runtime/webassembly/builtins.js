// Compile options: imported string constants and builtin sets (JS API, "Builtins"). A builtin is an ordinary host function
// that the namespace provides, so modules compiled ahead of time need to know nothing about it.
import { toDictionary, toText } from '../api/convert.js';
import { CompileError } from '../errors.js';
import { trap } from '../traps.js';
import { fromCharCodeArray, intoCharCodeArray } from './builtin-arrays.js';
/** The set `js-string`. Numbers arrive signed and are meant unsigned. `<[mh]>` is the type of arrays of i16. */
const jsString = {
    cast: { type: '(?x)&x', call: (v) => unwrapString(v) },
    test: { type: '(?x)i', call: (v) => (typeof v === 'string' ? 1 : 0) },
    fromCharCode: { type: '(i)&x', call: (v) => String.fromCharCode(v) },
    fromCodePoint: { type: '(i)&x', call: (v) => (v >>> 0 > 0x10ffff ? trap('Invalid code point') : String.fromCodePoint(v)) },
    fromCharCodeArray: { type: '(?<[mh]>ii)&x', call: fromCharCodeArray },
    intoCharCodeArray: { type: '(?x?<[mh]>i)i', call: (s, array, start) => intoCharCodeArray(unwrapString(s), array, start) },
    charCodeAt: { type: '(?xi)i', call: (s, i) => unwrapString(s, i).charCodeAt(i) },
    codePointAt: { type: '(?xi)i', call: (s, i) => unwrapString(s, i).codePointAt(i) },
    length: { type: '(?x)i', call: (s) => unwrapString(s).length },
    concat: { type: '(?x?x)&x', call: (a, b) => unwrapString(a) + unwrapString(b) },
    substring: {
        type: '(?xii)&x',
        call(s, start, end) {
            const text = unwrapString(s);
            return start >>> 0 > end >>> 0 || start >>> 0 > text.length ? '' : text.substring(start >>> 0, end >>> 0);
        },
    },
    equals: {
        type: '(?x?x)i',
        call: (a, b) => ((a === null ? null : unwrapString(a)) === (b === null ? null : unwrapString(b)) ? 1 : 0),
    },
    compare: {
        type: '(?x?x)i',
        call(a, b) {
            const first = unwrapString(a);
            const second = unwrapString(b);
            return first === second ? 0 : first < second ? -1 : 1;
        },
    },
};
/** UnwrapString; with an index also the check that it lies within. */
function unwrapString(value, index) {
    if (typeof value !== 'string')
        return trap('illegal cast');
    if (index !== undefined && index >>> 0 >= value.length)
        return trap('string offset out of bounds');
    return value;
}
/** The dictionary WebAssemblyCompileOptions. */
export function toCompileOptions(value, where) {
    if (value === undefined || value === null)
        return { importedStringConstants: undefined, builtins: [] };
    const options = toDictionary(value, where + ': options');
    const builtins = [];
    const list = options.builtins;
    if (list !== undefined) {
        if (Object(list) !== list || typeof list[Symbol.iterator] !== 'function')
            throw new TypeError(where + ": Property 'builtins' must be iterable");
        for (const name of list)
            builtins.push(toText(name));
    }
    const constants = options.importedStringConstants;
    return { importedStringConstants: constants === undefined || constants === null ? undefined : toText(constants), builtins };
}
/** "Find a builtin". */
export function builtinFor(moduleName, name, options) {
    if (moduleName !== 'wasm:js-string' || options.builtins.indexOf('js-string') < 0)
        return undefined;
    return Object.prototype.hasOwnProperty.call(jsString, name) ? jsString[name] : undefined;
}
/** "Validate builtins and imported string for a WebAssembly module". */
export function validateBuiltins(module, options, where) {
    if (new Set(options.builtins).size !== options.builtins.length)
        throw new CompileError(where + ': duplicate builtin set');
    for (const [moduleName, name, kind, desc] of module.imports) {
        if (moduleName === options.importedStringConstants) {
            const { t, mut } = desc;
            if (kind !== 3 || mut || (t !== '?x' && t !== '&x'))
                throw new CompileError(where + ': imported string constant ' + JSON.stringify(name) + ' is not an immutable global of strings');
            continue;
        }
        const builtin = builtinFor(moduleName, name, options);
        if (builtin !== undefined && (kind !== 0 || typeAt(module, desc) !== builtin.type)) {
            throw new CompileError(where + ': import ' + JSON.stringify(name) + ' has not the type of the builtin, ' + builtin.type);
        }
    }
}
/** Descriptor of a function type that is alone in its recursive group, as builtins have them, with the types it names written out. */
function typeAt(module, index) {
    const type = groupOfOne(module, index);
    return type === undefined ? undefined : type.replace(/<(\d+)>/g, (_, n) => '<' + groupOfOne(module, +n) + '>');
}
function groupOfOne(module, index) {
    let at = 0;
    for (const type of module.types) {
        if (at === index)
            return typeof type === 'string' ? type : undefined;
        at += typeof type === 'string' ? 1 : type.length;
    }
    return undefined;
}
/** The import object with builtins and string constants in front of what it has. */
export function withBuiltins(module, options, importObject) {
    const { importedStringConstants } = options;
    if (importedStringConstants === undefined && options.builtins.length === 0)
        return importObject;
    const given = importObject;
    const merged = Object.create(null);
    for (const [moduleName, name] of module.imports) {
        const builtin = builtinFor(moduleName, name, options);
        const isConstant = moduleName === importedStringConstants;
        if (isConstant || builtin !== undefined || (moduleName === 'wasm:js-string' && options.builtins.indexOf('js-string') >= 0)) {
            const provided = merged[moduleName] || (merged[moduleName] = Object.create(null));
            // A name that the set does not have is looked up in the import object.
            const get = isConstant ? () => name : builtin !== undefined ? () => builtin.call : () => readFrom(given[moduleName], name);
            Object.defineProperty(provided, name, { get, configurable: true });
        }
        else {
            Object.defineProperty(merged, moduleName, { get: () => given[moduleName], configurable: true });
        }
    }
    return merged;
}
function readFrom(module, name) {
    if (Object(module) !== module)
        throw new TypeError('WebAssembly.Instance(): Import "wasm:js-string": module is not an object or function');
    return module[name];
}
