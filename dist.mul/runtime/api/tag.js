// WebAssembly.Tag: the JS object over a TagRec, and the tag under which wasm sees exceptions that JS threw.
import { realmValue } from '../registry.js';
import { canonTypes } from '../rtt.js';
import { tag } from '../tag.js';
import { setBrand, tagBrand, tagRecOf } from './brand.js';
import { toDictionary, toText } from './convert.js';
import { defineInterface, illegalReceiver } from './define-interface.js';
import { nameOfValueType, valueTypeNamed } from './values.js';
export function tagObject(rec) {
    if (rec.o === null)
        setBrand(Object.create(Tag.prototype), tagBrand, rec);
    return rec.o;
}
export const Tag = /*#__PURE__*/ defineInterface('Tag', 1, initializeTag, {
    methods: {
        type() {
            const rec = tagRecOf(this);
            if (rec === undefined)
                throw illegalReceiver('Tag');
            return { parameters: rec.t.params.map(nameOfValueType) };
        },
    },
});
function initializeTag(self, args) {
    const descriptor = toDictionary(args[0], 'WebAssembly.Tag(): Argument 0');
    const parameters = descriptor.parameters;
    if (Object(parameters) !== parameters || typeof parameters[Symbol.iterator] !== 'function') {
        throw new TypeError("WebAssembly.Tag(): Argument 0 must have an iterable property 'parameters'");
    }
    let params = '';
    for (const parameter of parameters) {
        const type = valueTypeNamed(toText(parameter));
        if (type === undefined)
            throw new TypeError("WebAssembly.Tag(): Argument 0 has a parameter that is not a value type");
        params += type;
    }
    setBrand(self, tagBrand, newTag(params));
}
function newTag(params) {
    return tag(canonTypes(['(' + params + ')'])[0]);
}
/** "Get the JavaScript exception tag": one for the realm, made on first use. */
export function jsTag() {
    return realmValue('JSTag', () => newTag('?x'));
}
