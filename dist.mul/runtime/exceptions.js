// Catching inside wasm. What is thrown there is a record (api/exception.ts); whatever comes from JS becomes one where wasm
// catches it. An exnref is the record.
import { exnRecOf } from './api/brand.js';
import { Exn, exn } from './api/exception.js';
import { jsTag } from './api/tag.js';
import { isTrap, trap } from './traps.js';
/** What a catch clause has caught; throws on what wasm cannot catch. */
export function caught(e) {
    return e instanceof Exn ? e : caughtFromHost(e);
}
/** A WebAssembly.Exception that JS threw is the exception it stands for, anything else the payload of one with the tag JSTag. */
export function caughtFromHost(e) {
    if (isTrap(e))
        throw e;
    const rec = exnRecOf(e);
    return rec === undefined ? exn(jsTag(), [e]) : rec;
}
/** The operand of `throw_ref`. */
export function throwable(r) {
    if (r === null)
        trap('rethrowing null value');
    return r;
}
