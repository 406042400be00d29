// The five kinds of imports and exports. A module names those it has, so that one without, say, exported tables does not ship
// the Table class.
import { globalRecOf, memoryRecOf, tableRecOf, tagRecOf } from './api/brand.js';
import { globalObject } from './api/global.js';
import { memoryObject } from './api/memory.js';
import { tableObject } from './api/table.js';
import { tagObject } from './api/tag.js';
import { isOpaqueType, pushWords } from './api/values.js';
import { exportedFunction, func, funcToJS } from './func.js';
import { global } from './global.js';
import { registry } from './registry.js';
import { isRttSubtype, isRefType, isSubtype, sameType, showFuncType, showType } from './subtyping.js';
export const funcKind = {
    expects: () => 'a function',
    read(value, place) {
        if (typeof value !== 'function') {
            const read = registry.values.readSuspending;
            return read === undefined ? undefined : read(value, place);
        }
        const known = exportedFunction(value);
        if (known !== undefined)
            return known;
        const typeIndex = place.desc;
        const glue = place.module.glue[typeIndex];
        return func(glue[1](value), place.types[typeIndex], place.index, glue[0]);
    },
    mismatch(rec, place) {
        const found = rec.t;
        const expected = place.types[place.desc];
        const form = rec.s;
        if (form !== null && form.host === true && place.module.jspi !== 'later' && (place.module.jspi === undefined || place.module.jspi.indexOf(place.at) < 0)) {
            return 'a WebAssembly.Suspending needs a module that was built for it (option jspi)';
        }
        return (place.exact ? found === expected : isRttSubtype(found, expected)) ? undefined : differs(showFuncType(expected), showFuncType(found), 'a function of type ');
    },
    show: (rec) => funcToJS(rec),
};
export const tableKind = {
    expects: () => 'a WebAssembly.Table',
    read: tableRecOf,
    mismatch(rec, place) {
        const found = rec;
        const desc = place.desc;
        if (!sameType(found.t, found.m, desc.e, place.types))
            return differs(showType(desc.e), showType(found.t), 'a table of ');
        return limitsMismatch(found.a.length, found.max, found.i64, desc, 'entries');
    },
    show: (rec) => tableObject(rec),
};
export const memoryKind = {
    expects: () => 'a WebAssembly.Memory',
    read: memoryRecOf,
    mismatch(rec, place) {
        const found = rec;
        const desc = place.desc;
        if (found.sh !== null)
            found.sh.sync(found);
        const page = 2 ** (desc.page === undefined ? 16 : desc.page);
        if (found.shared !== !!desc.shared)
            return differs(desc.shared ? 'shared' : 'unshared', found.shared ? 'a shared one' : 'an unshared one', 'a memory that is ');
        if (found.page !== page)
            return differs(page + ' bytes', '' + found.page, 'a memory with pages of ');
        return limitsMismatch(found.n, found.max, found.i64, desc, 'pages');
    },
    show: (rec) => memoryObject(rec),
};
export const globalKind = {
    expects(place) {
        const t = place.desc.t;
        return 'a WebAssembly.Global' + (isOpaqueType(t) ? '' : t === 'I' ? ' or a BigInt' : isRefType(t) ? ' or a ' + showType(t) : ' or a number');
    },
    read(value, place) {
        const known = globalRecOf(value);
        if (known !== undefined)
            return known;
        const t = place.desc.t;
        if (isOpaqueType(t))
            return undefined;
        if (!isRefType(t) && typeof value !== (t === 'I' ? 'bigint' : 'number'))
            return undefined;
        const words = [];
        try {
            pushWords(words, value, t, place.types);
        }
        catch (e) {
            return undefined;
        }
        return global(t, place.types, false, words[0], words[1]);
    },
    mismatch(rec, place) {
        const found = rec;
        const desc = place.desc;
        const mutable = !!desc.mut;
        // A global that can be written has to have just the type, one that is only read may be of a subtype.
        const fits = mutable ? sameType(found.t, found.m, desc.t, place.types) : isSubtype(found.t, found.m, desc.t, place.types);
        return found.mut === mutable && fits ? undefined : differs(showGlobalType(desc.t, mutable), showGlobalType(found.t, found.mut), 'a global of type ');
    },
    show: (rec) => globalObject(rec),
};
export const tagKind = {
    expects: () => 'a WebAssembly.Tag',
    read: tagRecOf,
    mismatch(rec, place) {
        const found = rec.t;
        const expected = place.types[place.desc];
        return found === expected ? undefined : differs(showFuncType(expected), showFuncType(found), 'a tag of type ');
    },
    show: (rec) => tagObject(rec),
};
export function differs(expected, found, what) {
    return 'expected ' + what + expected + ', got ' + found;
}
export function showGlobalType(t, mutable) {
    return mutable ? '(mut ' + showType(t) + ')' : showType(t);
}
export function limitsMismatch(size, max, i64, desc, unit) {
    if (i64 !== !!desc.i64)
        return differs(desc.i64 ? '64' : '32', i64 ? '64' : '32', 'an address width of ');
    if (size < +desc.min)
        return differs(desc.min + ' ' + unit, '' + size, 'at least ');
    if (desc.max === undefined || (max !== undefined && max <= +desc.max))
        return undefined;
    return differs(desc.max + ' ' + unit, max === undefined ? 'no maximum' : '' + max, 'a maximum of at most ');
}
