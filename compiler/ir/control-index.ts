// Who sets which merge: for every control node, the ways its results and params get their values, and the
// control node around it. Branches point at their targets only, and most passes ask the other way round.
// One walk builds it; its arrays are kept from function to function.
import type { Edge, FunctionIR, Node, Region } from './node.js';
import { IS_CONTROL } from './op-classes.js';
import { irOp } from './ops.js';

const LOOP = irOp('loop'), YIELD = irOp('yield');

export class ControlIndex {
  /** Control nodes in evaluation order; the index in this list is a node's ordinal. */
  readonly controls: Node[] = [];
  /** Ordinal of the enclosing control node, -1 at the top. By ordinal. */
  parent = new Int32Array(1);
  /** Ordinal of a control node, by node id. Entries of other nodes are arbitrary. */
  ordinal = new Int32Array(1);
  /** First entry that sets the results (of a loop: what leaves it) by ordinal, -1 if none; `next` goes on. */
  toResults = new Int32Array(1);
  /** First entry that sets the params of a loop, its own initial values excluded. By ordinal. */
  toParams = new Int32Array(1);
  next = new Int32Array(1);
  /** By entry: what holds the `args`, an edge or a yield. */
  readonly holder: (Edge | Node)[] = [];
  /** By entry: the branching node or the yield itself. */
  readonly source: Node[] = [];
  /** By entry: ordinal of the control node directly around `source`. */
  at = new Int32Array(1);

  private readonly saved: Node[][] = [];
  private readonly positions: number[] = [];
  private readonly indices: number[] = [];
  private readonly around: number[] = [];

  private addEntry(target: number, isParam: boolean, holder: Edge | Node, source: Node, at: number): void {
    const e = this.holder.length;
    if (e >= this.next.length) { this.next = grown(this.next, e + 1); this.at = grown(this.at, e + 1); }
    this.holder.push(holder);
    this.source.push(source);
    this.at[e] = at;
    const heads = isParam ? this.toParams : this.toResults;
    this.next[e] = heads[target];
    heads[target] = e;
  }

  private addControl(n: Node, parent: number): number {
    const o = this.controls.length;
    this.controls.push(n);
    if (o >= this.parent.length) {
      this.parent = grown(this.parent, o + 1);
      this.toResults = grown(this.toResults, o + 1);
      this.toParams = grown(this.toParams, o + 1);
    }
    this.parent[o] = parent;
    this.toResults[o] = -1;
    this.toParams[o] = -1;
    this.ordinal[n.id] = o;
    return o;
  }

  /** `visit`, if given, sees every node once, in evaluation order, with the ordinal of the control node around it. */
  build(fn: FunctionIR, visit: ((n: Node, around: number) => void) | null): void {
    if (this.ordinal.length < fn.nodeCount) this.ordinal = grown(this.ordinal, fn.nodeCount);
    const { saved, positions, indices, around } = this;
    let region = fn.body.nodes, at = 0, index = 0, current = -1;
    for (;;) {
      while (at < region.length) {
        const n = region[at++];
        if (visit !== null) visit(n, current);
        // Most nodes are not looked at further: on large bodies memory is what a walk costs.
        if (IS_CONTROL[n.op] === 0) continue;
        if (n.edges !== null) {
          for (const edge of n.edges) {
            const target = edge.target;
            this.addEntry(this.ordinal[target.id], target.op === LOOP, edge, n, current);
          }
        }
        if (n.op === YIELD) {
          if (current >= 0) this.addEntry(current, false, n, n, current);
        } else if (n.regions !== null && n.regions.length > 0) {
          saved.push(region);
          positions.push(at);
          indices.push(index);
          around.push(current);
          current = this.addControl(n, current);
          region = n.regions[0].nodes;
          at = 0;
          index = 0;
        }
      }
      if (current < 0) break;
      const regions = this.controls[current].regions as Region[];
      index++;
      at = 0;
      if (index < regions.length) { region = regions[index].nodes; continue; }
      region = saved.pop() as Node[];
      at = positions.pop() as number;
      index = indices.pop() as number;
      current = around.pop() as number;
    }
  }

  /** Lets go of the function, so that its IR can be collected; arrays of numbers stay. */
  release(): void {
    while (this.controls.length > 0) this.controls.pop();
    while (this.holder.length > 0) { this.holder.pop(); this.source.pop(); }
  }
}

/** A larger copy, at least `size` long. Tables that grow begin with one entry: an engine that sees them replaced before it optimises
 * does not take them for constant (RATIONALE.md). */
export function grown(a: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const b = new Int32Array(Math.max(size, a.length * 2));
  b.set(a);
  return b;
}
