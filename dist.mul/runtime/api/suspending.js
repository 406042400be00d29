// WebAssembly.Suspending, promising and SuspendError: the border of suspendable functions (docs/jspi.md). What only these need
// hangs on the realm's registry once a Suspending exists, so that modules which never meet one do not carry it.
import { errorClass } from '../errors.js';
import { exportedFunction, exportedFunctions, func } from '../func.js';
import { results } from '../host-results.js';
import { R, RF, RR, realmValue, registry } from '../registry.js';
import { isRefType } from '../subtyping.js';
import { suspendForm } from '../suspend.js';
import { fromHost, toTrap } from '../traps.js';
import { brandedRecord, setBrand } from './brand.js';
import { defineInterface } from './define-interface.js';
import { pushWords, readWords, wordCount } from './values.js';
export const SuspendError = /*#__PURE__*/ errorClass('SuspendError');
const suspendingBrand = /*#__PURE__*/ Symbol.for('dewasm.suspending');
export const Suspending = /*#__PURE__*/ defineInterface('Suspending', 1, (self, args) => {
    const host = args[0];
    if (typeof host !== 'function')
        throw new TypeError('WebAssembly.Suspending(): Argument 0 must be a function');
    if (exportedFunction(host) !== undefined)
        throw new TypeError('WebAssembly.Suspending(): Argument 0 must not be a WebAssembly function');
    registry.values.readSuspending = readSuspending;
    setBrand(self, suspendingBrand, { host, o: null });
}, {});
/** How many promising calls are running right now, one in the other. */
const running = /*#__PURE__*/ realmValue('suspendable', () => ({ depth: 0 }));
/** The function record that a Suspending is as an import. */
export function readSuspending(value, place) {
    const rec = brandedRecord(value, suspendingBrand);
    if (rec === undefined)
        return undefined;
    const typeIndex = place.desc;
    const glue = place.module.glue[typeIndex];
    const type = place.types[typeIndex];
    const made = func(refuse, type, place.index, glue[0]);
    const { host } = rec;
    made.s = function* (...words) {
        try {
            let at = 0;
            const args = type.params.map((t) => {
                const value = readWords(words, at, t);
                at += wordCount(t);
                return value;
            });
            return leaveResults(yield Promise.resolve(Reflect.apply(host, undefined, args)), type);
        }
        catch (e) {
            throw fromHost(e);
        }
    };
    made.s.host = true;
    return made;
}
/** A suspending import called from code that cannot be suspended. */
export function refuse() {
    throw new SuspendError(running.depth > 0 ? 'trying to suspend JS frames' : 'trying to suspend without WebAssembly.promising');
}
/** ToWebAssemblyValue of what a host function gave: the first word, the others where callers look for them. */
export function leaveResults(value, type) {
    const types = type.results;
    const values = types.length > 1 ? results(value, types.length) : [value];
    const words = [];
    const files = [];
    types.forEach((t, i) => {
        pushWords(words, values[i], t, type.types);
        while (files.length < words.length)
            files.push(isRefType(t) ? RR : t === 'f' || t === 'F' ? RF : R);
    });
    for (let k = 1; k < words.length; k++)
        files[k][k - 1] = words[k];
    return words[0];
}
/** ToJSValue of the results whose first word is `first`. */
export function takeResults(first, type) {
    const words = [first];
    const values = [];
    let at = 0;
    for (const t of type.results) {
        const file = isRefType(t) ? RR : t === 'f' || t === 'F' ? RF : R;
        const end = at + wordCount(t);
        for (let k = Math.max(at, 1); k < end; k++)
            words[k] = file[k - 1];
        values.push(readWords(words, at, t));
        at = end;
    }
    return values.length > 1 ? values : values[0];
}
export function promisingFunction(fn) {
    if (typeof fn !== 'function')
        throw new TypeError('WebAssembly.promising(): Argument 0 must be a function');
    const rec = exportedFunction(fn);
    if (rec === undefined)
        throw new TypeError('WebAssembly.promising(): Argument 0 must be a WebAssembly exported function');
    // The export's own glue converts the arguments, and is stopped where it would call.
    let words;
    const convert = rec.w((...converted) => {
        words = converted;
        throw convert;
    });
    const made = (...args) => {
        words = undefined;
        try {
            convert(...args);
        }
        catch (e) {
            if (words === undefined)
                throw e;
        }
        const given = words;
        return new Promise((resolve, reject) => run(suspendForm(rec)(...given), rec.t, resolve, reject));
    };
    Object.defineProperty(made, 'name', { value: String(rec.n), configurable: true });
    Object.defineProperty(made, 'length', { value: rec.t.params.length, configurable: true });
    exportedFunctions.set(made, rec);
    return made;
}
export function run(suspendable, type, resolve, reject) {
    const advance = (resume, value) => {
        let step;
        running.depth++;
        try {
            step = resume.call(suspendable, value);
            if (step.done === true)
                step.value = takeResults(step.value, type);
        }
        catch (e) {
            reject(toTrap(e));
            return;
        }
        finally {
            running.depth--;
        }
        if (step.done === true)
            resolve(step.value);
        else
            promiseThen.call(step.value, (given) => advance(suspendable.next, given), (reason) => advance(suspendable.throw, reason));
    };
    advance(suspendable.next, undefined);
}
/** Not that of the promise, which may be somebody else's by now. */
const promiseThen = /*#__PURE__*/ realmValue('then', () => Promise.prototype.then);
