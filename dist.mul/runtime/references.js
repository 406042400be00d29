// ToWebAssemblyValue and ToJSValue for reference types. An externref is the host's value itself; functions, and what is below
// `any`, are something else inside wasm.
import { exportedFunction, funcToJS } from './func.js';
import { externalize, internalize } from './gc/host.js';
import { hostType } from './gc/objects.js';
import { opaqueType } from './host-results.js';
import { heapOf, isExact, isHeapSubtype, showType } from './subtyping.js';
export function toRef(v, t, types) {
    const heap = heapOf(t, types);
    if (heap === 'k' || heap === 'K')
        opaqueType();
    if (v === null) {
        if (t[0] === '&')
            throw new TypeError('type incompatibility when transforming from/to JS: null for ' + showType(t));
        return null;
    }
    if (heap === 'x')
        return v;
    const isFunc = isHeapSubtype(heap, 'f');
    const inside = isFunc ? exportedFunction(v) : internalize(v);
    if (inside === undefined || !(isExact(t) ? heapTypeOf(inside) === heap : isHeapSubtype(heapTypeOf(inside), heap)))
        throw new TypeError('type incompatibility when transforming from/to JS: not a ' + showType(t));
    return inside;
}
/** Type of a function or of a value below `any`, not null. */
export function heapTypeOf(v) {
    if (typeof v === 'number')
        return 'j';
    const t = v.t;
    return t === hostType ? 'a' : t;
}
export function fromRef(v, t) {
    const heap = t[1];
    if (heap === 'k' || heap === 'K')
        opaqueType();
    if (v === null || heap === 'x' || heap === 'X')
        return v;
    // `<n>` may be a type of functions or of objects.
    return typeof v === 'object' && v.t.kind === 'func' ? funcToJS(v) : externalize(v);
}
