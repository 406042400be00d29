// Live ranges of the values that need JavaScript variables, as intervals over positions of the sequence: a statement at
// index i reads at 2i and writes at 2i + 1, so `i = i + 1` may use one variable.
//
// One walk backwards with the set of live values (Wimmer and Franz, "Linear scan register allocation on SSA form"). At a
// jump the set becomes that of the place it leads to, so a range has a hole where only other paths run: the cases of a
// switch in a loop can keep a local in one variable even if most of them leave it alone. What is live at the head of a
// loop is live in all of it. Parameters of a loop live from its head, results of a block from its end: the branches that
// set them leave at once, so what other paths keep in the same variable meanwhile is not disturbed.
import { caughtBy, clausesOf, isTry } from '../ir/catches.js';
import { irOp } from '../ir/ops.js';
import { Flag, type Edge, type FunctionIR, type Node } from '../ir/node.js';
import { isTerminator } from '../ir/terminators.js';
import { truncate } from '../ir/truncate.js';
import { Place, type Marks } from './marks.js';
import { Item, type Sequence } from './sequence.js';
import { TRY, TRY_TABLE } from './tries.js';
import { destinations } from './uses.js';

const BLOCK = irOp('block'), LOOP = irOp('loop'), IF = irOp('if'), YIELD = irOp('yield');

/** A copy from a value to a parameter or result at an edge; `weight` is larger the more often it is likely to run. */
export interface Copies { from: Int32Array; to: Int32Array; weight: Uint8Array; count: number }

export const MAX_WEIGHT = 31;
/** Changes of the live set that holes may cost per item; beyond it ranges have no holes from there on. */
const MAX_COST = 64;

/** A control node around the item at hand. */
interface Open {
  /** Index of its last item. */
  leave: number;
  /** What is live behind it, but for its results. */
  exit: number[];
  /** What is live at the start of its second arm, or of any handler. */
  arms: number[];
  /** Index of the item behind its first region. */
  first: number;
  clause: number;
}
const NOBODY: number[] = [];

export class LiveRanges {
  /** First write and last read by node id. */
  start = new Int32Array(0);
  end = new Int32Array(0);
  /** By id of a value whose range has holes: start and end of every interval, ascending. */
  lists = new Map<number, number[]>();
  /** Values in order of definition. */
  values: Node[] = [];
  /** In reverse order of the branches. */
  readonly copies: Copies = { from: new Int32Array(1), to: new Int32Array(1), weight: new Uint8Array(1), count: 0 };

  private marks!: Marks;
  /** Ids of the values that are live, `count` of them, and the place of each there, or -1. */
  private live = new Int32Array(1);
  private count = 0;
  private slot = new Int32Array(0);
  /** Of a live value: where its interval ends. Of others: the end of its first interval so far. */
  private until = new Int32Array(0);
  private first = new Int32Array(0);
  private readonly open: Open[] = [];
  private depth = new Int32Array(0);
  private cost = 0;
  private maxCost = 0;

  private add(id: number, from: number, to: number): void {
    const { start, first } = this;
    const before = start[id];
    if (before < 0) {
      start[id] = from;
      first[id] = this.end[id] = to;
      return;
    }
    if (to + 1 < before) {
      const list = this.lists.get(id);
      if (list === undefined) this.lists.set(id, [first[id], before]); else list.push(first[id], before);
      start[id] = from;
      first[id] = to;
      return;
    }
    if (from < before) start[id] = from;
    if (to <= first[id]) return;
    first[id] = to;
    const list = this.lists.get(id);
    if (list !== undefined) {
      while (list.length > 0 && list[list.length - 1] <= first[id] + 1) {
        list.pop();
        const end = list.pop()!;
        if (end > first[id]) first[id] = end;
      }
      if (list.length === 0) this.lists.delete(id);
    }
    if (first[id] > this.end[id]) this.end[id] = first[id];
  }

  private use(id: number, at: number): void {
    const { until } = this;
    if (this.slot[id] >= 0) {
      if (until[id] < at) until[id] = at;
      return;
    }
    if (this.count === this.live.length) {
      const grown = new Int32Array(2 * this.count);
      grown.set(this.live);
      this.live = grown;
    }
    this.slot[id] = this.count;
    this.live[this.count++] = id;
    until[id] = at;
  }
  private useAll(ids: readonly number[], at: number): void {
    for (let i = 0; i < ids.length; i++) this.use(ids[i], at);
    this.cost += ids.length;
  }
  private read(n: Node, at: number): void {
    const place = this.marks.place[n.id];
    if (place === Place.folded) {
      const { args } = n;
      for (let i = 0; i < args.length; i++) this.read(args[i], at);
    } else if (place === Place.variable) this.use(n.id, at);
  }
  private define(n: Node, at: number): void {
    const { id } = n;
    if (this.marks.place[id] !== Place.variable) return;
    this.values.push(n);
    const slot = this.slot[id];
    if (slot < 0) { this.add(id, at, at); return; }
    this.add(id, at, this.until[id]);
    this.slot[id] = -1;
    const last = this.live[--this.count];
    if (last === id) return;
    this.live[slot] = last;
    this.slot[last] = slot;
  }
  private defineAll(values: readonly Node[] | null, at: number): void {
    if (values !== null) for (let i = values.length - 1; i >= 0; i--) this.define(values[i], at);
  }

  // Paths

  private get coarse(): boolean { return this.cost > this.maxCost; }
  /** What is live here. */
  private snapshot(): number[] {
    if (this.count === 0) return NOBODY;
    const ids: number[] = [];
    for (let i = 0; i < this.count; i++) ids.push(this.live[i]);
    this.cost += ids.length;
    return ids;
  }
  /** The code before `from` does not run into the code behind: nothing is live there yet. */
  private part(from: number): void {
    const { live, slot, until } = this;
    for (let i = 0; i < this.count; i++) {
      this.add(live[i], from, until[live[i]]);
      slot[live[i]] = -1;
    }
    this.cost += this.count;
    this.count = 0;
  }
  /** From now on whatever is live anywhere further on stays live up to its definition. */
  private giveUp(at: number): void {
    for (const { exit, arms } of this.open) {
      this.useAll(exit, at);
      this.useAll(arms, at);
    }
    this.cost = Infinity;
  }
  private useTarget(e: Edge, at: number): void {
    if (e.target.op !== LOOP) this.useAll(this.open[this.depth[e.target.id]].exit, at);
  }

  // Copies

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
    for (let i = args.length - 1; i >= 0; i--) {
      if (dests !== null && uses[dests[i].id] === 0) continue;
      this.read(args[i], at);
      if (dests !== null && place[args[i].id] === Place.variable) this.copy(args[i], dests[i], weight);
    }
  }

  // The walk

  compute(fn: FunctionIR, seq: Sequence, marks: Marks): void {
    if (fn.nodeCount > this.start.length) {
      const size = Math.max(fn.nodeCount, this.start.length * 2, 1024);
      this.start = new Int32Array(size);
      this.end = new Int32Array(size);
      this.slot = new Int32Array(size);
      this.until = new Int32Array(size);
      this.first = new Int32Array(size);
      this.depth = new Int32Array(size);
    }
    this.start.fill(-1, 0, fn.nodeCount);
    this.slot.fill(-1, 0, fn.nodeCount);
    this.marks = marks;
    this.values = [];
    if (this.lists.size > 0) this.lists = new Map();
    this.copies.count = this.count = 0;
    truncate(this.open, 0);
    this.cost = 0;
    this.maxCost = MAX_COST * seq.length + 100_000;
    const { nodes, items } = seq;
    let loops = 0;
    for (let at = seq.length - 1; at >= 0; at--) {
      const n = nodes[at];
      switch (items[at]) {
        case Item.leave:
          if (n.op === LOOP) loops++;
          this.leave(n, at);
          break;
        case Item.next: this.next(n, at); break;
        case Item.enter:
          if (n.op === LOOP) loops--;
          this.enter(n, at, 2 * loops);
          break;
        default: this.node(n, at, 2 * loops);
      }
      if (this.cost !== Infinity && this.coarse) this.giveUp(2 * at);
    }
    this.defineAll(fn.params, 0);
    this.values.reverse();
    for (const [id, list] of this.lists) {
      list.push(this.first[id], this.start[id]);
      list.reverse();
    }
  }

  private leave(n: Node, at: number): void {
    this.defineAll(n.results, 2 * at + 1);
    if ((n.flags & Flag.noExit) !== 0 && !this.coarse) this.part(2 * at + 2);
    const keeps = !this.coarse && (n.op === BLOCK ? this.marks.branches[n.id] > 0 : n.op === IF || n.op === TRY);
    this.depth[n.id] = this.open.length;
    this.open.push({ leave: at, exit: keeps ? this.snapshot() : NOBODY, arms: NOBODY, first: at, clause: n.regions!.length - 1 });
  }

  /** Behind an arm or a body, in front of the next one. */
  private next(n: Node, at: number): void {
    const o = this.open[this.open.length - 1];
    o.first = at;
    if (n.op === TRY) this.defineAll(caughtBy(clausesOf(n)[--o.clause]), 2 * at + 1);
    if (this.coarse) return;
    const arm = this.snapshot();
    o.arms = o.arms.length === 0 ? arm : o.arms.concat(arm);
    this.part(2 * at + 1);
    this.useAll(o.exit, 2 * at);
  }

  private enter(n: Node, at: number, weight: number): void {
    const o = this.open.pop()!;
    if (n.op === LOOP) {
      this.defineAll(n.params, 2 * at + 1);
      const { live, until } = this, end = 2 * o.leave;
      for (let i = 0; i < this.count; i++) if (until[live[i]] < end) until[live[i]] = end;
      this.cost += this.count;
      this.edge(n.args, n.params, 2 * at, weight);
      return;
    }
    if (isTry(n.op)) {
      // Every instruction of the body may lead to a handler.
      this.useAll(o.arms, 2 * o.first);
      if (n.op === TRY_TABLE) {
        for (let i = n.edges!.length - 1; i >= 0; i--) {
          const e = n.edges![i];
          this.useTarget(e, 2 * o.leave);
          this.edge(e.args, destinations(e.target), 2 * o.leave, weight);
        }
      }
    } else this.useAll(o.arms, 2 * at);
    for (let i = 0; i < n.args.length; i++) this.read(n.args[i], 2 * at);
  }

  private node(n: Node, at: number, depth: number): void {
    const now = 2 * at;
    if (n.op === YIELD) {
      // It ends a region, so what is live behind that is live already.
      this.edge(n.args, n.owner === null ? null : n.owner.results, now, depth);
      return;
    }
    this.defineAll(n.results, now + 1);
    this.define(n, now + 1);
    const { edges } = n;
    if (isTerminator(n) && !this.coarse) this.part(now + 2);
    if (edges !== null) {
      for (let i = edges.length - 1; i >= 0; i--) {
        const e = edges[i];
        this.useTarget(e, now);
        this.edge(e.args, destinations(e.target), now, e.target.op === LOOP ? depth + 1 : depth);
      }
    }
    for (let i = 0; i < n.args.length; i++) this.read(n.args[i], now);
  }
}
