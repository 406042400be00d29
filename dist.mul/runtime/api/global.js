// WebAssembly.Global: the JS object over a GlobalRec.
import { global } from '../global.js';
import { globalBrand, globalRecOf, setBrand } from './brand.js';
import { toDictionary, toText } from './convert.js';
import { defineInterface, illegalReceiver } from './define-interface.js';
import { defaultWords, isOpaqueType, nameOfValueType, pushWords, readWords, valueTypeNamed } from './values.js';
export function globalObject(rec) {
    if (rec.o === null)
        setBrand(Object.create(Global.prototype), globalBrand, rec);
    return rec.o;
}
export const Global = /*#__PURE__*/ defineInterface('Global', 1, initializeGlobal, {
    methods: {
        valueOf() {
            return readGlobal(globalOf(this));
        },
        type() {
            const rec = globalOf(this);
            return { value: nameOfValueType(rec.t), mutable: !!rec.mut };
        },
    },
    getters: {
        value() {
            return readGlobal(globalOf(this));
        },
    },
    setters: {
        value(value) {
            const rec = globalOf(this);
            if (arguments.length < 1)
                throw new TypeError('set WebAssembly.Global.value: Argument 0 is required');
            if (isOpaqueType(rec.t))
                throw opaqueGlobal('set WebAssembly.Global.value');
            if (!rec.mut)
                throw new TypeError("set WebAssembly.Global.value: Can't set the value of an immutable global.");
            const words = [];
            pushWords(words, value, rec.t, rec.m);
            rec.v = words[0];
            if (rec.t === 'I')
                rec.h = words[1];
        },
    },
});
function initializeGlobal(self, args) {
    const descriptor = toDictionary(args[0], 'WebAssembly.Global(): Argument 0');
    const mutable = !!descriptor.mutable;
    const valueType = descriptor.value;
    if (valueType === undefined)
        throw new TypeError("WebAssembly.Global(): Property 'value' is required");
    const type = valueTypeNamed(toText(valueType));
    if (type === undefined)
        throw new TypeError("WebAssembly.Global(): Descriptor property 'value' must be a WebAssembly type");
    if (isOpaqueType(type))
        throw opaqueGlobal('WebAssembly.Global()');
    let words = defaultWords(type);
    // An explicit undefined counts as missing for numbers, but is no function: engines agree on this.
    if (args.length > 1 && (args[1] !== undefined || type[0] === '?'))
        pushWords((words = []), args[1], type, []);
    setBrand(self, globalBrand, global(type, [], mutable, words[0], words[1]));
}
function globalOf(receiver) {
    const rec = globalRecOf(receiver);
    if (rec === undefined)
        throw illegalReceiver('Global');
    return rec;
}
/** GetGlobalValue. */
function readGlobal(rec) {
    if (isOpaqueType(rec.t))
        throw opaqueGlobal('get WebAssembly.Global.value');
    return readWords([rec.v, rec.h], 0, rec.t);
}
function opaqueGlobal(where) {
    return new TypeError(where + ': v128 and exception references cannot be seen from JS');
}
