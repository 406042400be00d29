// Exceptions. Inside wasm a small record is thrown, which costs no stack trace and, unlike an Error, next to nothing to make.
// It gets its WebAssembly.Exception object only where it leaves for JS (`toTrap`).
import { exceptionBrand, exnRecOf, setBrand, tagRecOf } from './brand.js';
import { enforceUint32, toDictionary } from './convert.js';
import { defineInterface, illegalReceiver, missingArguments } from './define-interface.js';
import { jsTag } from './tag.js';
import { realmValue, registry } from '../registry.js';
import { pushWords, readWords, wordCount } from './values.js';
/** One per realm, so that exceptions are known to every bundled copy of the runtime. */
export const Exn = /*#__PURE__*/ realmValue('Exn', createExn);
export function createExn() {
    const constructor = function (tag, words) {
        this.t = tag;
        this.a = words;
        this.o = null;
        this.s = undefined;
    };
    constructor.out = (rec) => (rec.t === jsTag() ? rec.a[0] : exceptionObject(rec));
    return constructor;
}
/** The operand of a `throw`. */
export function exn(tag, words) {
    return new Exn(tag, words);
}
export function exceptionObject(rec) {
    if (rec.o === null)
        setBrand(Object.create(Exception.prototype), exceptionBrand, rec);
    return rec.o;
}
export const Exception = /*#__PURE__*/ defineInterface('Exception', 2, initializeException, {
    methods: {
        getArg(tag, index) {
            const rec = exceptionOf(this);
            if (arguments.length < 2)
                throw missingArguments('WebAssembly.Exception.getArg()', arguments.length, 2);
            const tagRec = tagArgument(tag, 'WebAssembly.Exception.getArg()');
            const wanted = enforceUint32(index, 'WebAssembly.Exception.getArg(): Index');
            if (tagRec !== rec.t)
                throw new TypeError('WebAssembly.Exception.getArg(): First argument does not match the exception tag');
            const params = rec.t.t.params;
            if (wanted >= params.length)
                throw new RangeError('WebAssembly.Exception.getArg(): Index must be convertible to a valid number');
            let word = 0;
            for (let i = 0; i < wanted; i++)
                word += wordCount(params[i]);
            return readWords(rec.a, word, params[wanted]);
        },
        is(tag) {
            const rec = exceptionOf(this);
            if (arguments.length < 1)
                throw missingArguments('WebAssembly.Exception.is()', 0, 1);
            return tagArgument(tag, 'WebAssembly.Exception.is()') === rec.t;
        },
    },
    getters: {
        stack() {
            return exceptionOf(this).s;
        },
    },
});
function initializeException(self, args) {
    const tag = tagArgument(args[0], 'WebAssembly.Exception()');
    const payload = args[1];
    if (Object(payload) !== payload || typeof payload[Symbol.iterator] !== 'function') {
        throw new TypeError('WebAssembly.Exception(): Argument 1 must be iterable');
    }
    const values = Array.from(payload);
    const options = args[2] === undefined || args[2] === null ? {} : toDictionary(args[2], 'WebAssembly.Exception(): Argument 2');
    const traceStack = !!options.traceStack;
    // What JS throws is itself the exception of this tag; nobody can make another.
    if (tag === jsTag())
        throw new TypeError('WebAssembly.Exception(): the JavaScript exception tag cannot be used');
    const params = tag.t.params;
    if (values.length !== params.length)
        throw new TypeError('WebAssembly.Exception(): Number of exception values does not match signature length');
    const words = [];
    params.forEach((type, i) => pushWords(words, values[i], type, registry.rtts));
    const rec = exn(tag, words);
    if (traceStack)
        rec.s = new Error().stack;
    setBrand(self, exceptionBrand, rec);
}
function exceptionOf(receiver) {
    const rec = exnRecOf(receiver);
    if (rec === undefined)
        throw illegalReceiver('Exception');
    return rec;
}
function tagArgument(value, where) {
    const rec = tagRecOf(value);
    if (rec === undefined)
        throw new TypeError(where + ': Argument 0 must be a WebAssembly tag');
    return rec;
}
