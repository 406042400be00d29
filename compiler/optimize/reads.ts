// How often the values of a function are read, for passes that may only change what nobody else looks at.
import type { FunctionIR, Node, Region } from '../ir/node.js';

/** In how many places each value is read, by id. `visit`, if given, sees every node once. */
export function countReads(fn: FunctionIR, visit?: (n: Node) => void): Int32Array {
  const reads = new Int32Array(fn.nodeCount), regions: Region[] = [fn.body];
  for (let region = regions.pop(); region !== undefined; region = regions.pop()) {
    for (const n of region.nodes) {
      if (visit !== undefined) visit(n);
      for (const a of n.args) reads[a.id]++;
      if (n.edges !== null) for (const e of n.edges) for (const a of e.args) reads[a.id]++;
      if (n.regions !== null) regions.push(...n.regions);
    }
  }
  return reads;
}
