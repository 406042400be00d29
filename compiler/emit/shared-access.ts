// How shared memories are read and written. Aligned accesses of two and four bytes must not tear, so they go through typed arrays
// (element-access.ts); what the module says may not be aligned goes through what stands for the view of such a memory, which looks (runtime/shared-view.ts).
// Single bytes have no parts, and of wider accesses, and the words they were taken apart into, other threads may see some bytes
// without the others (threads proposal, Relaxed Memory Model, Consistency): these go to the plain DataView.
import { Flag, type Node } from '../ir/node.js';
import { ACCESSED } from '../ir/op-classes.js';
import { elementAccess } from './element-access.js';
import { dataViewAccess, viewAccess, type MemoryAccess } from './memory-access.js';
import { PLAIN_VIEW } from './memory-views.js';

const plainAccess = viewAccess(PLAIN_VIEW, (env, memory) => env.plainView(memory));

/** Of an access to a shared memory. */
export const mayTear = (n: Node): boolean => (n.flags & Flag.mayTear) !== 0 || ACCESSED[n.op] === 1 || ACCESSED[n.op] > 4;

/** `access` for the memories that are not shared. */
export function sharedAccess(access: MemoryAccess, isShared: (n: Node) => boolean, takesElement: (n: Node) => boolean): MemoryAccess {
  const of = (n: Node): MemoryAccess => (!isShared(n) ? access : takesElement(n) ? elementAccess : mayTear(n) ? plainAccess : dataViewAccess);
  return {
    views: (n) => of(n).views(n),
    load: (w, method, bytes, n) => of(n).load(w, method, bytes, n),
    store: (w, method, bytes, n, value) => of(n).store(w, method, bytes, n, value),
    loadFloat: (w, single, n) => of(n).loadFloat(w, single, n),
    storeFloat: (w, helper, n, value) => of(n).storeFloat(w, helper, n, value),
  };
}
