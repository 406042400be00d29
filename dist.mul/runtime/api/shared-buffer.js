// What JS sees of a shared memory: its `buffer`, and the object itself in other threads.
//
// The `buffer` is frozen, has the current `byteLength`, and is another object after each growth, as the JS API wants. A typed
// array made over it without a length follows the memory's size if the storage is growable; on hosts without growable
// buffers it reaches to the maximum.
import { registry } from '../registry.js';
export function sharedBuffer(rec) {
    const kept = rec;
    if (kept.view !== undefined && kept.viewPages === rec.n)
        return kept.view;
    let buffer = rec.b;
    // A structured clone of a SharedArrayBuffer is another object over the same data block. A host without it
    // shows the whole storage.
    if (typeof structuredClone === 'function') {
        buffer = structuredClone(buffer);
        const bytes = rec.n * rec.page;
        Object.defineProperties(buffer, { byteLength: { value: bytes }, growable: { value: false }, maxByteLength: { value: bytes } });
    }
    Object.freeze(buffer);
    kept.view = buffer;
    kept.viewPages = rec.n;
    return buffer;
}
/** Lets `dewasm/threads`, if the program uses it, make an object one that can be sent to workers. */
export function offerToThreads(object) {
    const share = registry.values.share;
    if (share !== undefined)
        share(object);
}
