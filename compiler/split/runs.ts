// A run is a stretch of a region that could become a function: what it would take and give, where it leads, and what calling
// it would cost. Runs of no use or that must stay where they are give null.
import { isTry } from '../ir/catches.js';
import type { Node } from '../ir/node.js';
import { opTable } from '../ir/op-classes.js';
import { irOp } from '../ir/ops.js';
import { IS_CONSTANT, type LaidRegion, type Layout } from './layout.js';
import { limits } from './limits.js';
import { bytesOfCall } from './size.js';

const RETURN = irOp('return'), RETHROW = irOp('rethrow'), VAR_GET = irOp('var.get'), VAR_SET = irOp('var.set');
const TAIL_CALLS = opTable('return_call', 'return_call_indirect', 'return_call_ref');
/** Parameters and results a piece may have. */
const MOST_WORDS = 200;

/** Part of its bytes that a piece must save, or code would grow more than what is gained. */
const LEAST_SAVED = 0.6;
/** What a value given takes in the piece. */
const GIVING = 8;

export interface Run {
  laid: LaidRegion;
  /** Indices in the region's positions. */
  from: number;
  to: number;
  /** Positions. */
  start: number;
  end: number;
  /** How many values it takes from outside. */
  takes: number;
  /** Bytes its place gets smaller by. */
  saves: number;
  /** What calls of it cost in time for each byte it saves, the smaller the better. */
  price: number;
}

export class Runs {
  private readonly layout: Layout;
  /** By id: the last run, by number, that was seen to take the value or to lead to the node; by number of the variable too. */
  private readonly taken: Int32Array;
  private readonly variables: Int32Array;
  /** By id: how many values the run gives to a node it leads to. */
  private readonly given: Int32Array;
  private run = 0;

  constructor(layout: Layout) {
    this.layout = layout;
    this.taken = new Int32Array(layout.fn.nodeCount).fill(-1);
    this.given = new Int32Array(layout.fn.nodeCount);
    this.variables = new Int32Array(layout.fn.vars.length * 2).fill(-1);
  }

  /** Weighs the nodes `from` to `to` (exclusive) of a region; null if they may not or, unless `atAnyPrice`, should not be taken out. */
  weigh(laid: LaidRegion, from: number, to: number, atAnyPrice = false): Run | null {
    const { layout } = this, { nodes, defined, lastUse } = layout;
    const start = laid.positions[from], end = to < laid.positions.length ? laid.positions[to] : laid.end;
    if (!layout.mayCut(start) || !layout.mayCut(end)) return null;
    const number = this.run++, bytes = layout.bytes(start, end);
    // What calling it takes at least, as far as is known: most runs of no use show it early.
    const most = atAnyPrice ? Infinity : bytes * (1 - LEAST_SAVED), mostCall = atAnyPrice ? Infinity : bytes - limits.smallest;
    let takes = 0, gives = 0, exits = 0, returns = false, tailCalls = false, sets = false;
    const take = (v: Node): void => {
      if (IS_CONSTANT[v.op] !== 0 || this.taken[v.id] === number) return;
      const at = defined[v.id];
      if (at >= start && at < end) return;
      this.taken[v.id] = number;
      takes++;
    };
    const give = (v: Node): void => { if (lastUse[v.id] >= end) gives++; };
    for (let at = start; at < end; at++) {
      const n = nodes[at];
      const call = bytesOfCall(takes, gives, exits);
      if (call > mostCall || call + GIVING * gives > most || takes > MOST_WORDS || gives > MOST_WORDS) return null;
      for (let i = 0; i < n.args.length; i++) take(n.args[i]);
      if (n.edges !== null) {
        for (const e of n.edges) {
          const target = defined[e.target.id];
          if (target >= start) { for (const a of e.args) take(a); continue; }
          const { id } = e.target;
          if (this.taken[id] !== number) { this.taken[id] = number; this.given[id] = 0; exits++; }
          // Those that come from outside are known there, if all edges agree.
          for (const a of e.args) if (IS_CONSTANT[a.op] === 0 && defined[a.id] >= start && this.given[id] < e.args.length) { this.given[id]++; gives++; }
        }
      }
      if (n.kind !== 0) give(n);
      if (n.results !== null) for (const r of n.results) give(r);
      if (n.op === RETURN) returns = true;
      else if (n.op === VAR_GET || n.op === VAR_SET) {
        if (n.op === VAR_SET) sets = true;
        const slot = 2 * n.imm + (n.op === VAR_SET ? 1 : 0);
        if (this.variables[slot] !== number) {
          this.variables[slot] = number;
          if (n.op === VAR_SET) gives++; else takes++;
        }
      } else if (TAIL_CALLS[n.op] !== 0) tailCalls = true;
      else if (n.op === RETHROW && n.owner !== null && defined[n.owner.id] < start) return null;
      // What a try notes for its handlers is a variable too.
      else if (isTry(n.op) && layout.fn.vars.length > 0) sets = true;
    }
    const goesOn = to < laid.positions.length;
    if (laid.guarded && (sets || tailCalls)) return null;
    if (tailCalls && (goesOn || exits > 0)) return null;
    if (takes > MOST_WORDS || gives > MOST_WORDS) return null;
    const ways = exits + (returns ? 1 : 0) + (goesOn ? 1 : 0);
    const call = bytesOfCall(takes, gives, ways), saves = bytes - call;
    if (call > mostCall || call + GIVING * gives > most) return null;
    const cost = 10 + takes + 2 * gives + (ways > 1 ? 3 * ways : 0);
    return { laid, from, to, start, end, takes, saves, price: layout.frequencyAt(laid, from) * cost / saves };
  }
}
