// The `buffer` of a shared memory. Its storage is one SharedArrayBuffer of the maximum size, because nothing but a growable
// one (whose accesses are 20 to 80 times slower) could have another length. What JS is given is frozen, has the current
// `byteLength`, and is another object after each growth, as the JS API wants; but a typed array made over it without
// a length reaches to the maximum.

import type { MemoryRec } from '../types.js';

/** What this file keeps on a record: the object last given out, and the size it was made for. */
interface SharedView { view?: SharedArrayBuffer; viewPages?: number }

export function sharedBuffer(rec: MemoryRec): SharedArrayBuffer {
  const kept = rec as unknown as SharedView;
  if (kept.view !== undefined && kept.viewPages === rec.n) return kept.view;
  let buffer = rec.b as SharedArrayBuffer;
  const byteLength = rec.n * rec.page;
  // A structured clone of a SharedArrayBuffer is another object over the same data block. A host without it
  // shows the whole storage.
  if (typeof structuredClone === 'function') {
    buffer = structuredClone(buffer);
    if (buffer.byteLength !== byteLength) Object.defineProperty(buffer, 'byteLength', { value: byteLength });
  }
  Object.freeze(buffer);
  kept.view = buffer;
  kept.viewPages = rec.n;
  return buffer;
}
