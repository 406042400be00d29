// Function records and the JS functions that stand for them.
import { realmValue } from './registry.js';
import { trap } from './traps.js';
/** The record behind each exported function, so that it links as itself instead of through a host call. */
export const exportedFunctions = /*#__PURE__*/ realmValue('functions', () => new WeakMap());
export function func(f, rtt, index, exportFactory) {
    return { f, t: rtt, n: index, w: exportFactory, x: null, c: null, s: null };
}
/** The one JS function of a record. */
export function funcToJS(rec) {
    if (rec.x !== null)
        return rec.x;
    const x = rec.w(rec.f);
    Object.defineProperty(x, 'name', { value: String(rec.n), configurable: true });
    exportedFunctions.set(x, rec);
    rec.x = x;
    return x;
}
export function exportedFunction(v) {
    return typeof v === 'function' ? exportedFunctions.get(v) : undefined;
}
/** ToWebAssemblyValue for funcref. */
export function funcFromJS(v) {
    if (v === null)
        return null;
    const rec = exportedFunction(v);
    if (rec === undefined)
        throw new TypeError('WebAssembly objects are opaque: only null or an exported function is a function reference');
    return rec;
}
export function nonNull(r) {
    if (r === null)
        trap('dereferencing a null pointer');
    return r;
}
