// Live ranges of the values that need JavaScript variables, as one interval each over positions of the sequence: a
// statement at index i reads at 2i and writes at 2i + 1, so `i = i + 1` may use one variable.
//
// A value used in a loop it was defined outside of lives to the end of that loop. Parameters of a loop live from its
// head, results of a block from its end: the branches that set them leave at once, so what other paths keep in the
// same variable meanwhile is not disturbed.
import { caughtBy } from '../ir/catches.js';
import { irOp } from '../ir/ops.js';
import type { FunctionIR, Node } from '../ir/node.js';
import { Place, type Marks } from './marks.js';
import { Item, type Sequence } from './sequence.js';
import { ClauseCounter, TRY, TRY_TABLE } from './tries.js';
import { destinations } from './uses.js';

const LOOP = irOp('loop'), YIELD = irOp('yield');

/** A copy from a value to a parameter or result at an edge; `weight` is larger the more often it is likely to run. */
export interface Copies { from: Int32Array; to: Int32Array; weight: Uint8Array; count: number }

export const MAX_WEIGHT = 31;

export class LiveRanges {
  /** First write and last read by node id. */
  start = new Int32Array(0);
  end = new Int32Array(0);
  /** Number of the outermost loop that the value has to outlive, while it is open. */
  private outlives = new Int32Array(0);
  private loopEnd: number[] = [];
  /** Values in order of definition. */
  values: Node[] = [];
  readonly copies: Copies = { from: new Int32Array(256), to: new Int32Array(256), weight: new Uint8Array(256), count: 0 };

  private marks!: Marks;
  private readonly openLoops: number[] = [];
  private readonly openStarts: number[] = [];

  private define(n: Node, at: number): void {
    if (this.marks.place[n.id] !== Place.variable) return;
    this.start[n.id] = at;
    this.end[n.id] = at;
    this.outlives[n.id] = 0;
    this.values.push(n);
  }

  private read(n: Node, at: number): void {
    const place = this.marks.place[n.id];
    if (place === Place.folded) {
      const { args } = n;
      for (let i = 0; i < args.length; i++) this.read(args[i], at);
      return;
    }
    if (place !== Place.variable) return;
    const id = n.id;
    if (at > this.end[id]) this.end[id] = at;
    const { openStarts } = this;
    const defined = this.start[id];
    if (openStarts.length === 0 || openStarts[openStarts.length - 1] <= defined) return;
    // The outermost open loop that began after the definition.
    let low = 0, high = openStarts.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (openStarts[middle] <= defined) low = middle + 1; else high = middle;
    }
    this.outlives[id] = this.openLoops[low];
  }

  private copy(from: Node, to: Node, weight: number): void {
    const { copies } = this;
    if (copies.count === copies.from.length) {
      const grow = <T extends Int32Array | Uint8Array>(old: T, grown: T): T => { grown.set(old); return grown; };
      copies.from = grow(copies.from, new Int32Array(copies.count * 2));
      copies.to = grow(copies.to, new Int32Array(copies.count * 2));
      copies.weight = grow(copies.weight, new Uint8Array(copies.count * 2));
    }
    copies.from[copies.count] = from.id;
    copies.to[copies.count] = to.id;
    copies.weight[copies.count++] = weight > MAX_WEIGHT ? MAX_WEIGHT : weight;
  }
  private edge(args: readonly Node[], dests: readonly Node[] | null, at: number, weight: number): void {
    const { uses, place } = this.marks;
    for (let i = 0; i < args.length; i++) {
      if (dests !== null && uses[dests[i].id] === 0) continue;
      this.read(args[i], at);
      if (dests !== null && place[args[i].id] === Place.variable) this.copy(args[i], dests[i], weight);
    }
  }

  compute(fn: FunctionIR, seq: Sequence, marks: Marks): void {
    if (fn.nodeCount > this.start.length) {
      const size = Math.max(fn.nodeCount, this.start.length * 2, 1024);
      this.start = new Int32Array(size);
      this.end = new Int32Array(size);
      this.outlives = new Int32Array(size);
    }
    this.marks = marks;
    this.values = [];
    this.copies.count = 0;
    this.loopEnd = [0];
    for (const p of fn.params) this.define(p, 0);
    const { nodes, items } = seq;
    const { openLoops, openStarts } = this;
    const clauses = new ClauseCounter();
    for (let at = 0; at < seq.length; at++) {
      const n = nodes[at];
      const item = items[at];
      if (item === Item.next) {
        if (n.op === TRY) for (const c of caughtBy(clauses.next(n))) this.define(c, 2 * at + 1);
        continue;
      }
      if (item === Item.leave) {
        // Catch clauses run behind the body: until then, what they read must not change.
        if (n.op === TRY_TABLE) for (const e of n.edges!) this.edge(e.args, destinations(e.target), 2 * at, 2 * openLoops.length);
        if (n.op === LOOP) {
          this.loopEnd[openLoops.pop()!] = 2 * at;
          openStarts.pop();
        }
        if (n.results !== null) for (const r of n.results) this.define(r, 2 * at + 1);
        continue;
      }
      const now = 2 * at, depth = 2 * openLoops.length;
      if (n.op === LOOP) this.edge(n.args, n.params, now, depth);
      else if (n.op === YIELD) this.edge(n.args, n.owner === null ? null : n.owner.results, now, depth);
      else for (let i = 0; i < n.args.length; i++) this.read(n.args[i], now);
      if (n.edges !== null && n.op !== TRY_TABLE) for (const e of n.edges) this.edge(e.args, destinations(e.target), now, e.target.op === LOOP ? depth + 1 : depth);
      if (item === Item.enter) {
        if (n.op !== LOOP) continue;
        for (const p of n.params!) this.define(p, now + 1);
        openLoops.push(this.loopEnd.length);
        openStarts.push(now + 1);
        this.loopEnd.push(0);
      } else {
        this.define(n, now + 1);
        if (n.results !== null) for (const r of n.results) this.define(r, now + 1);
      }
    }
    const { end, outlives, loopEnd } = this;
    for (const v of this.values) {
      const until = loopEnd[outlives[v.id]];
      if (until > end[v.id]) end[v.id] = until;
    }
  }
}
