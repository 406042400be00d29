// What casts ask beyond `x.t === T`, which is written where the cast is: an engine learns there which types come by. They are
// given `x.t`, which is undefined for i31.
import { trap } from '../traps.js';
import { hostType } from './objects.js';
/** Is it of a proper subtype of `type`, whose depth in its hierarchy is `depth`? */
export function isBelow(t, type, depth) {
    return t !== undefined && t.supers[depth] === type;
}
export function isStruct(t) {
    return t !== undefined && t.kind === 'struct';
}
export function isArray(t) {
    return t !== undefined && t.kind === 'array';
}
/** Anything but a host value. */
export function isEq(t) {
    return t !== hostType;
}
export function castTrap() {
    return trap('illegal cast');
}
