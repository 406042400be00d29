// Tail calls beyond a function's own loop: the callee and its arguments are left in TC, and whoever made the ordinary call
// that started the chain runs them one after the other.
import { TC } from './registry.js';
export function tailLoop(r) {
    while (TC.f !== null) {
        const f = TC.f;
        const a = TC.a;
        TC.f = null;
        TC.a = null;
        r = f.apply(undefined, a);
    }
    return r;
}
