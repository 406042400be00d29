// The walk of passes that put something else in the place of a loop.
import type { FunctionIR, Node, Region } from '../ir/node.js';
import { irOp } from '../ir/ops.js';

const LOOP = irOp('loop');

/**
 * Asks `replacement` of each loop, outer ones first, for what is to stand in its place, which is not gone through; null leaves
 * the loop. Returns whether there was any.
 */
export function replaceLoops(fn: FunctionIR, replacement: (loop: Node) => readonly Node[] | null): boolean {
  let changed = false;
  const work: Region[] = [fn.body];
  for (let region = work.pop(); region !== undefined; region = work.pop()) {
    const { nodes } = region;
    for (let i = 0; i < nodes.length; i++) {
      const n = nodes[i];
      if (n.regions === null) continue;
      const instead = n.op === LOOP && n.params !== null ? replacement(n) : null;
      if (instead === null) {
        work.push(...n.regions);
        continue;
      }
      changed = true;
      nodes.splice(i, 1, ...instead);
      i += instead.length - 1;
    }
  }
  return changed;
}
