// WebAssembly.Instance: one for the realm, whichever namespace its module came from.
import { brandedRecord, setBrand } from '../api/brand.js';
import { defineInterface, illegalReceiver } from '../api/define-interface.js';
import { instantiateLinked, link } from '../instantiate.js';
import { withBuiltins } from './builtins.js';
import { moduleRecOf } from './module.js';
import { moduleFor } from './suspendable.js';
const instanceBrand = Symbol.for('dewasm.instance');
export const Instance = defineInterface('Instance', 1, (self, args) => {
    const rec = moduleRecOf(args[0]);
    if (rec === undefined)
        throw new TypeError('WebAssembly.Instance(): Argument 0 must be a WebAssembly.Module');
    const importObject = toImportObject(args[1], 'WebAssembly.Instance()');
    initializeInstance(self, rec, readImports(rec, importObject, 'WebAssembly.Instance()'));
}, {
    getters: {
        exports() {
            const rec = brandedRecord(this, instanceBrand);
            if (rec === undefined)
                throw illegalReceiver('Instance');
            return rec.exports;
        },
    },
});
/** "Initialize an instance object". */
function initializeInstance(self, module, links) {
    const rec = { exports: instantiateLinked(moduleFor(module, links), links), o: null };
    setBrand(self, instanceBrand, rec);
}
export function makeInstance(module, links) {
    const self = Object.create(Instance.prototype);
    initializeInstance(self, module, links);
    return self;
}
/** `optional object importObject`. */
export function toImportObject(value, where) {
    if (value === undefined)
        return undefined;
    if ((typeof value !== 'object' && typeof value !== 'function') || value === null)
        throw new TypeError(where + ': Argument 1 must be an object');
    return value;
}
/** "Read the imports". */
export function readImports(rec, importObject, where) {
    if (rec.module.imports.length > 0 && importObject === undefined)
        throw new TypeError(where + ': Imports argument must be present and must be an object');
    return link(rec.module, withBuiltins(rec.module, rec.options, importObject));
}
