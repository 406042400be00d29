// Running functions that may be suspended (docs/jspi.md). A suspend form is a generator function; what it yields, through all
// its callers, is a promise, and it goes on with what the promise gives.
import { TC } from './registry.js';
/** The suspend form of any function: most have none and never suspend. */
export function suspendForm(rec) {
    return rec.s !== null ? rec.s : neverSuspends(rec.f);
}
export function neverSuspends(raw) {
    // oxlint-disable-next-line require-yield -- that is what it is for
    return function* (...words) {
        return raw(...words);
    };
}
/** The form a tail call leaves in TC. */
export function suspendTailForm(rec) {
    const form = suspendForm(rec);
    return form.tail !== undefined ? form.tail : form;
}
/** As `tailLoop`. */
export function* suspendTailLoop(first) {
    let r = yield* first;
    while (TC.f !== null) {
        const form = TC.f;
        const words = TC.a;
        TC.f = null;
        TC.a = null;
        r = yield* form(...words);
    }
    return r;
}
