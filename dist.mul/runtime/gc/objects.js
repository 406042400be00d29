// Structs, arrays and host values as wasm sees them (docs/gc.md). Every reference below `any` but null and i31, which is a
// number, is an object with its canonical type in `t`; none of these objects is ever given to the host (host.ts).
import { realmValue } from '../registry.js';
export const GcArray = /*#__PURE__*/ realmValue('array', makeGcArray);
export const HostRef = /*#__PURE__*/ realmValue('hostRef', makeHostRef);
/** The type of host values: below nothing, above nothing. */
export const hostType = /*#__PURE__*/ realmValue('hostType', makeHostType);
export function makeGcArray() {
    return function (t, a, n) {
        this.t = t;
        this.a = a;
        this.n = n;
    };
}
export function makeHostRef() {
    return function (t, v) {
        this.t = t;
        this.v = v;
    };
}
export function makeHostType() {
    return { id: -1, kind: 'host', key: '', desc: '', supers: [], final: true, types: [], params: [], results: [] };
}
/**
 * The realm's constructor of structs with these words: the first that any module gave. Engines specialise an object's
 * properties on what they have held so far, so each is shown at once all it may hold, and nothing is optimised in vain.
 */
export function shape(key, constructor) {
    const shapes = realmValue('shapes', () => Object.create(null));
    if (key in shapes)
        return shapes[key];
    const words = key.split('');
    for (const value of [0, null])
        Reflect.construct(constructor, [hostType].concat(words.map((w) => (w === 'd' ? 0.5 : value))));
    return shapes[key] = constructor;
}
