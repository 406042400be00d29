// Drops loads nobody reads where another access to the same base, as far out or farther, traps whenever they would: all that is left
// of them is that trap. Lowering leaves many, as the high words of what is used as an address only: nearly all pointers of Go.
//
// The other access may be anywhere before, on every way there, as memories never shrink; or behind, if nothing can be seen in between.
// It must be one that traps by itself: one that is known to be inside of the memory may be so by the very load in question.
import { Kind } from '../spec/types.js';
import { Effect } from '../spec/opcode-row.js';
import { Flag, type FunctionIR, type Node, type Region } from '../ir/node.js';
import { ACCESSED, EFFECTS } from '../ir/op-classes.js';
import { truncate } from '../ir/truncate.js';
import { countReads } from './reads.js';

const { writeMemory, writeGlobal, writeTable, writeHeap, trap, call, control, growMemory } = Effect;
/** What a trap behind may not be moved over. */
const SEEN = writeMemory | writeGlobal | writeTable | writeHeap | trap | call | control | growMemory;
const LOAD = Effect.readMemory | Effect.trapMemory;

/** By node: in how many places it is read, or `DROPPED`. */
let reads: Int32Array = new Int32Array(0);
const DROPPED = -1;
/** By base: how far behind it memory was accessed on every way here. */
let reached = new Float64Array(256);
/** What `reached` was changed at in the regions that are open, and what stood there. */
const changed: number[] = [];
const before: number[] = [];
/** By base: how far it is accessed behind in the same run, if the run is `runOf` that base. */
let ahead = new Float64Array(256);
let runOf = new Int32Array(256);
let run = 0;

const isAccess = (n: Node): boolean => ACCESSED[n.op] !== 0 && n.imm2 === 0 && n.args[0].kind === Kind.I32;
const traps = (n: Node): boolean => (n.flags & (Flag.inBounds | Flag.plainAddress)) === 0;
const end = (n: Node): number => n.imm + ACCESSED[n.op];

/** Makes the tables; false if there is no load that nobody reads. */
function prepare(fn: FunctionIR): boolean {
  const loads: Node[] = [];
  reads = countReads(fn, (n) => { if (isLoad(n)) loads.push(n); });
  if (reached.length < fn.nodeCount) {
    reached = new Float64Array(fn.nodeCount * 2);
    ahead = new Float64Array(fn.nodeCount * 2);
    runOf = new Int32Array(fn.nodeCount * 2);
  } else {
    reached.fill(0, 0, fn.nodeCount);
    runOf.fill(0, 0, fn.nodeCount);
  }
  run = 0;
  return loads.some(isUnread);
}

const isLoad = (n: Node): boolean => EFFECTS[n.op] === LOAD && isAccess(n);
const isUnread = (n: Node): boolean => reads[n.id] === 0 && isLoad(n);

/** Drops what is covered by accesses behind, from `nodes` in place. */
function dropCoveredAhead(nodes: Node[]): void {
  let dropped = 0;
  run++;
  for (let i = nodes.length - 1; i >= 0; i--) {
    const n = nodes[i];
    if ((EFFECTS[n.op] & SEEN) !== 0) run++;
    if (!isAccess(n)) continue;
    const base = n.args[0].id;
    if (runOf[base] === run && ahead[base] >= end(n)) {
      if (!isUnread(n)) continue;
      reads[n.id] = DROPPED;
      dropped++;
    } else if (traps(n)) {
      runOf[base] = run;
      ahead[base] = end(n);
    }
  }
  if (dropped > 0) sweep(nodes);
}
function sweep(nodes: Node[]): void {
  let to = 0;
  for (let i = 0; i < nodes.length; i++) if (reads[nodes[i].id] !== DROPPED) nodes[to++] = nodes[i];
  truncate(nodes, to);
}

/** Is `n` needed? Notes how far accesses reach. */
function isNeeded(n: Node): boolean {
  if (!isAccess(n)) return true;
  const base = n.args[0].id;
  if (reached[base] < end(n)) {
    if (traps(n)) {
      changed.push(base);
      before.push(reached[base]);
      reached[base] = end(n);
    }
    return true;
  }
  return !isUnread(n);
}

export function dropCoveredLoads(fn: FunctionIR): void {
  if (!prepare(fn)) return;
  /** Regions on the way to the current one: the next node of each, and how long `changed` was at its start. */
  const open: Region[] = [], next: number[] = [], mark: number[] = [];
  const enter = (region: Region): void => {
    dropCoveredAhead(region.nodes);
    open.push(region);
    next.push(0);
    mark.push(changed.length);
  };
  /** Regions still to be entered, each with how many are open around it. */
  const waiting: Region[] = [], depth: number[] = [];
  enter(fn.body);
  while (open.length > 0) {
    const top = open.length - 1;
    if (depth.length > 0 && depth[depth.length - 1] === open.length) { depth.pop(); enter(waiting.pop()!); continue; }
    const { nodes } = open[top];
    let i = next[top], inner: Region[] | null = null;
    for (; i < nodes.length && inner === null; i++) {
      const n = nodes[i];
      if (n.regions !== null && n.regions.length > 0) inner = n.regions;
      else if (!isNeeded(n)) reads[n.id] = DROPPED;
    }
    next[top] = i;
    if (inner !== null) {
      for (let k = inner.length - 1; k >= 0; k--) { waiting.push(inner[k]); depth.push(open.length); }
      continue;
    }
    sweep(nodes);
    for (const from = mark[top]; changed.length > from;) reached[changed.pop()!] = before.pop()!;
    open.pop();
    next.pop();
    mark.pop();
  }
}
