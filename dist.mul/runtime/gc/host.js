// Between anyref and externref, which is how the host holds values. A struct or array goes out as a handle, one for each: an
// object without properties and prototype that refuses every change, as the JS API's exotic objects do. A host value comes in
// as a HostRef, so that inside everything below `any` is null, a number (i31) or has a type in `t`.
import { realmValue } from '../registry.js';
import { HostRef, hostType } from './objects.js';
/** The handle of an object, and the object of a handle. */
export const handles = /*#__PURE__*/ realmValue('handles', () => new WeakMap());
export const handled = /*#__PURE__*/ realmValue('handled', () => new WeakMap());
export const handleTarget = /*#__PURE__*/ Object.freeze(/*#__PURE__*/ Object.create(null));
export const handleTraps = { set: refuseChange, defineProperty: refuseChange, deleteProperty: refuseChange, setPrototypeOf: refuseChange, preventExtensions: refuseChange };
export function refuseChange() {
    throw new TypeError('WebAssembly objects are opaque');
}
/** extern.convert_any */
export function externalize(v) {
    if (v === null || typeof v === 'number')
        return v;
    return v.t === hostType ? v.v : handleOf(v);
}
export function handleOf(v) {
    let handle = handles.get(v);
    if (handle === undefined) {
        handle = new Proxy(handleTarget, handleTraps);
        handles.set(v, handle);
        handled.set(handle, v);
    }
    return handle;
}
/** any.convert_extern */
export function internalize(v) {
    if (v === null || isI31Number(v))
        return v;
    if (typeof v === 'object') {
        const known = handled.get(v);
        if (known !== undefined)
            return known;
    }
    return new HostRef(hostType, v);
}
/** -0 is none, as in browsers. */
export function isI31Number(v) {
    return typeof v === 'number' && v >= -1073741824 && v < 1073741824 && Object.is(v, v | 0);
}
