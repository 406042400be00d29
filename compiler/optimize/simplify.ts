// One forward walk that rewrites every node by the rules and straightens control that turned out to be trivial: an `if`
// or branch on a constant, a block nobody branches to, a loop nobody repeats, a merge that always gets the same value.
// Replaced values are resolved where they are used, which is always later in the walk. Regions are compacted in place.
import { opId } from '../spec/opcodes.js';
import { caughtBy, clausesOf, isTry } from '../ir/catches.js';
import { Flag, Node, resolve, type Edge, type FunctionIR, type Region } from '../ir/node.js';
import { ControlIndex } from '../ir/control-index.js';
import { IS_CONTROL, IS_MULTIVALUE } from '../ir/op-classes.js';
import { irOp } from '../ir/ops.js';
import type { Kind } from '../spec/types.js';
import { truncate } from '../ir/truncate.js';
import { isTerminator } from '../ir/terminators.js';
import { convertToSelect } from './if-to-select.js';
import { REWRITABLE, rewriteNode, type NodeSink } from './rewrite.js';
import { assume } from './conditions.js';
import { noteExactness } from './exact-results.js';
import { LoopFacts } from './loop-facts.js';
import { noteAccess } from './memory-bounds.js';
import { beginMerge, computeFact, computeUnknown, endMerge, joinMerge, narrowedCount, reserveFacts, widenTo } from './ranges.js';
import { forgetMatches, IS_CONSTANT, I32_CONST } from './rules/pattern.js';

const BLOCK = opId('block'), LOOP = opId('loop'), IF = opId('if'), BR = opId('br'), BR_IF = opId('br_if'), BR_TABLE = opId('br_table');
const YIELD = irOp('yield'), EQZ = opId('i32.eqz'), NE = opId('i32.ne'), SUB = opId('i32.sub'), SELECT = opId('select');

const FACT_FLAGS = Flag.bool | Flag.nonNegative | Flag.highZero | Flag.highSign | Flag.exact;

const index = new ControlIndex();
/** When a node was written, by id: a value older than a control node is visible after it. */
let writtenAt = new Int32Array(256);
/** How many ways out of a control node were seen, by its id. */
let exits = new Int32Array(256);
/** The only value seen so far for a merge, by the id of the result; `VARIOUS` once there were two. Null outside the walk. */
const incoming: (Node | null)[] = [];
const VARIOUS = new Node(-1, -1, 0, []);
/** More nodes than there ever are; `Infinity` would make `room` a double, boxed wherever it is kept. */
const UNLIMITED = 0x3fffffff;

/** What we return to when a region, or a region spliced into another, has been read. */
interface Frame {
  source: Node[];
  at: number;
  /** Where the nodes go, how many are there, and how many fit without overwriting what is still to be read. */
  out: Node[];
  count: number;
  room: number;
  /** The control node whose region this is, or, spliced, the one that is dissolved. */
  owner: Node | null;
  region: number;
  spliced: boolean;
  start: number;
  narrowed: number;
}

class Simplifier implements NodeSink {
  readonly fn: FunctionIR;
  readonly hasFacts: boolean;
  private source: Node[] = [];
  private at = 0;
  private out: Node[] = [];
  private count = 0;
  private room = 0;
  private owner: Node | null = null;
  private region = 0;
  private spliced = false;
  private start = 0;
  /** How many facts were narrowed when the region began. */
  private narrowed = 0;
  private readonly loopFacts: LoopFacts;
  /** Blocks whose first way out is a conditional branch, and its condition; null where nobody asks. */
  private readonly leftBy: Map<Node, Node> | null;
  /** Frames are used again, as there is one for every control node. */
  private readonly stack: Frame[] = [];
  private depth = 0;
  private clock = 1;
  /** Nothing behind the last node is reached. */
  private ended = false;
  /** Merges replaced while they still stand in their owner's list. */
  private readonly replacedMerges: Node[] = [];

  constructor(fn: FunctionIR, hasFacts: boolean) {
    this.fn = fn;
    this.hasFacts = hasFacts;
    this.loopFacts = new LoopFacts(index, fn.memorySizes, (n) => writtenAt[n.id] !== 0);
    this.leftBy = fn.memorySizes === null ? null : new Map();
  }

  create(op: number, kind: Kind, args: Node[]): Node {
    const n = this.fn.node(op, kind, args);
    const r = rewriteNode(this, n);
    if (r === n) this.emit(n);
    return r;
  }

  /** Notes a value that no node in a region makes. */
  private defined(n: Node): void {
    this.written(n);
    if (this.hasFacts) computeUnknown(n);
  }
  private written(n: Node): void {
    if (n.id >= writtenAt.length) {
      const more = new Int32Array(n.id * 2);
      more.set(writtenAt);
      writtenAt = more;
    }
    writtenAt[n.id] = this.clock++;
  }
  emit(n: Node): void {
    this.written(n);
    if (IS_MULTIVALUE[n.op] !== 0 && n.results !== null) for (const r of n.results) this.defined(r);
    if (this.hasFacts) {
      computeFact(n);
      const sizes = this.fn.memorySizes;
      if (sizes !== null) {
        noteExactness(n);
        noteAccess(n, sizes);
      }
    }
    if (this.count >= this.room) { this.out = this.out.slice(0, this.count); this.room = UNLIMITED; }
    this.out[this.count++] = n;
  }

  run(): void {
    const fn = this.fn;
    const size = fn.nodeCount;
    if (writtenAt.length < size) writtenAt = new Int32Array(size * 2);
    if (exits.length < size) exits = new Int32Array(size * 2);
    while (incoming.length < size) incoming.push(null);
    index.build(fn, null);
    if (this.hasFacts) { reserveFacts(size); writtenAt.fill(0, 0, size); }
    for (const p of fn.params) this.defined(p);
    this.source = this.out = fn.body.nodes;
    for (;;) {
      if (this.ended) this.at = this.source.length;
      if (this.at < this.source.length) {
        const n = this.source[this.at++];
        if (!this.spliced && this.out === this.source) this.room = this.at;
        this.visit(n);
        continue;
      }
      if (this.spliced) { this.endSplice(); continue; }
      truncate(this.out, this.count);
      if (this.owner === null) { fn.body.nodes = this.out; break; }
      this.endRegion(this.owner);
    }
    if (this.hasFacts) widenTo(0);
    for (const n of this.replacedMerges) n.forward = null;
    index.release();
    forgetMatches();
  }

  // Nodes

  private resolveAll(ns: Node[]): void {
    for (let i = 0; i < ns.length; i++) { const n = ns[i]; if (n.forward !== null) ns[i] = resolve(n); }
  }

  private visit(n: Node): void {
    this.resolveAll(n.args);
    const op = n.op;
    if (REWRITABLE[op] !== 0) {
      const r = rewriteNode(this, n);
      if (r === n) this.emit(n);
      else n.forward = r;
      return;
    }
    if (IS_CONTROL[op] === 0) { this.emit(n); return; }
    const edges = n.edges;
    if (edges !== null) for (let i = 0; i < edges.length; i++) this.resolveAll(edges[i].args);
    if (n.regions !== null) { this.control(n); return; }
    if (edges !== null && !this.branch(n, edges)) return;
    if (op === YIELD) { this.yielded(n); return; }
    this.emit(n);
    if (isTerminator(n)) this.ended = true;
  }

  /** Simplifies a branch and notes where it leads; false if it is gone. */
  private branch(n: Node, edges: Edge[]): boolean {
    if (n.op === BR_IF) {
      this.condition(n);
      const c = n.args[0];
      if (c.op === I32_CONST) {
        if (c.imm === 0) return false;
        n.op = BR;
        n.args = [];
      }
    } else if (n.op === BR_TABLE && (n.args[0].op === I32_CONST || edges.length === 1)) {
      const table = n.aux as Int32Array, c = n.args[0];
      const edge = edges.length === 1 ? edges[0] : edges[table[Math.min(c.imm >>> 0, table.length - 1)]];
      n.op = BR;
      n.args = [];
      n.aux = null;
      n.edges = edges = [edge];
    }
    for (let i = 0; i < edges.length; i++) {
      const { target, args } = edges[i];
      if (target.op === LOOP) continue;
      if (this.leftBy !== null && n.op === BR_IF && target.op === BLOCK && exits[target.id] === 0) this.leftBy.set(target, n.args[0]);
      this.noteExit(target, args);
    }
    if (this.hasFacts && n.op === BR_IF) assume(n.args[0], false);
    return true;
  }

  private noteExit(target: Node, args: readonly Node[]): void {
    exits[target.id]++;
    const results = target.results;
    if (results === null) return;
    // Edges of operations that bring values of their own do not match.
    const known = results.length === args.length;
    for (let i = 0; i < results.length; i++) {
      const id = results[i].id, before = incoming[id];
      if (this.hasFacts) {
        if (!known) computeUnknown(results[i]);
        else if (before === null) beginMerge(results[i], args[i]);
        else joinMerge(results[i], args[i]);
      }
      if (!known) incoming[id] = VARIOUS;
      else if (before === null) incoming[id] = args[i];
      else if (before !== args[i] && !sameConstant(before, args[i])) incoming[id] = VARIOUS;
    }
  }

  private yielded(n: Node): void {
    this.ended = true;
    if (!this.spliced) {
      if (this.owner !== null) this.noteExit(this.owner, n.args);
      this.emit(n);
      return;
    }
    this.ended = false;
    this.at = this.source.length;
    const results = (this.owner as Node).results;
    if (results !== null) for (let i = 0; i < results.length; i++) results[i].forward = n.args[i];
  }

  /** Strips what does not change whether a condition holds. */
  private condition(n: Node): void {
    for (let k = strippedTo(n.args[0]); k >= 0; k = strippedTo(n.args[0])) n.args[0] = n.args[0].args[k];
  }

  // Control

  private control(n: Node): void {
    const op = n.op;
    if (op === IF) {
      this.condition(n);
      const c = n.args[0], regions = n.regions as Region[];
      if (c.op === EQZ) {
        n.args[0] = c.args[0];
        regions.reverse();
        this.condition(n);
      }
      if (n.args[0].op === I32_CONST) { this.splice(n, regions[n.args[0].imm !== 0 ? 0 : 1]); return; }
    } else {
      const o = index.ordinal[n.id];
      if (op === BLOCK && !this.isBranchedTo(o)) { this.splice(n, (n.regions as Region[])[0]); return; }
      if (op === LOOP) {
        if (index.toParams[o] < 0) {
          const params = n.params as Node[];
          for (let i = 0; i < params.length; i++) params[i].forward = n.args[i];
          this.splice(n, (n.regions as Region[])[0]);
          return;
        }
        this.trivialParams(n, o);
      }
    }
    this.emit(n);
    this.save();
    this.owner = n;
    this.start = writtenAt[n.id];
    this.region = -1;
    this.narrowed = narrowedCount();
    exits[n.id] = 0;
    if (n.params !== null) {
      if (this.hasFacts) this.loopFacts.compute(n);
      for (const p of n.params) this.written(p);
    }
    if (isTry(op)) for (const clause of clausesOf(n)) for (const c of caughtBy(clause)) this.defined(c);
    if (n.edges !== null) for (const e of n.edges) if (e.target.op !== LOOP) this.noteExit(e.target, e.args);
    this.nextRegion(n);
  }
  private isBranchedTo(o: number): boolean {
    for (let e = index.toResults[o]; e >= 0; e = index.next[e]) if (index.source[e].op !== YIELD) return true;
    return false;
  }

  private nextRegion(n: Node): void {
    const nodes = (n.regions as Region[])[++this.region].nodes;
    this.source = this.out = nodes;
    this.at = this.count = this.room = 0;
    this.spliced = false;
    this.ended = false;
    if (!this.hasFacts) return;
    widenTo(this.narrowed);
    if (n.op === IF) assume(n.args[0], this.region === 0);
  }

  private save(): void {
    const { source, at, out, count, room, owner, region, spliced, start, narrowed } = this;
    if (this.depth === this.stack.length) this.stack.push({ source, at, out, count, room, owner, region, spliced, start, narrowed });
    else {
      const f = this.stack[this.depth];
      f.source = source;
      f.at = at;
      f.out = out;
      f.count = count;
      f.room = room;
      f.owner = owner;
      f.region = region;
      f.spliced = spliced;
      f.start = start;
      f.narrowed = narrowed;
    }
    this.depth++;
  }

  private splice(n: Node, region: Region): void {
    this.save();
    this.source = region.nodes;
    this.at = 0;
    this.owner = n;
    this.spliced = true;
  }
  private endSplice(): void {
    const f = this.stack[--this.depth];
    this.source = f.source;
    this.at = f.at;
    this.owner = f.owner;
    this.region = f.region;
    this.spliced = f.spliced;
    this.start = f.start;
  }

  private endRegion(n: Node): void {
    const regions = n.regions as Region[];
    regions[this.region].nodes = this.out;
    if (this.region + 1 < regions.length) { this.nextRegion(n); return; }
    const start = this.start;
    if (this.hasFacts) widenTo(this.narrowed);
    const f = this.stack[--this.depth];
    this.source = f.source;
    this.at = f.at;
    this.out = f.out;
    this.count = f.count;
    this.room = f.room;
    this.owner = f.owner;
    this.region = f.region;
    this.spliced = f.spliced;
    this.start = f.start;
    this.narrowed = f.narrowed;
    const plain = n.op === BLOCK || n.op === LOOP || n.op === IF;
    if (plain && exits[n.id] === 0) n.flags |= Flag.noExit;
    this.ended = (n.flags & Flag.noExit) !== 0;
    if (this.ended) return;
    if (n.op === IF && convertToSelect(n)) {
      this.count--;
      // What was known inside an arm need not be true when both are computed.
      for (const region of regions) for (const m of region.nodes) if (m.op !== YIELD) { m.flags &= ~FACT_FLAGS; this.emit(m); }
      const [then, other] = regions.map((r) => r.nodes[r.nodes.length - 1]);
      const results = n.results as Node[];
      for (let i = 0; i < results.length; i++) {
        const s = this.create(SELECT, results[i].kind, [then.args[i], other.args[i], n.args[0]]);
        if (s.local < 0) s.local = results[i].local;
        results[i].forward = s;
        incoming[results[i].id] = null;
      }
      return;
    }
    this.trivialResults(n, start);
    if (!this.hasFacts) return;
    if (n.op === IF) this.assumeAfter(n, regions);
    else if (exits[n.id] === 1) this.assumeLeft(n);
  }

  /** Behind an `if` one arm of which is not left forwards, the condition is the other arm's. */
  private assumeAfter(n: Node, regions: readonly Region[]): void {
    const falls = (r: Region): boolean => r.nodes[r.nodes.length - 1].op === YIELD;
    if (falls(regions[0]) !== falls(regions[1])) assume(n.args[0], falls(regions[0]));
  }

  /** Behind a block that a single branch leaves, the branch's condition holds. */
  private assumeLeft(n: Node): void {
    const condition = this.leftBy?.get(n);
    if (condition !== undefined) assume(condition, true);
  }

  /** Params that get nothing but their initial value or themselves. */
  private trivialParams(n: Node, o: number): void {
    const params = n.params as Node[];
    for (let i = 0; i < params.length; i++) {
      const p = params[i], init = n.args[i];
      let trivial = true;
      for (let e = index.toParams[o]; e >= 0 && trivial; e = index.next[e]) {
        const v = resolve(index.holder[e].args[i]);
        trivial = v === p || v === init || sameConstant(v, init);
      }
      if (trivial) this.replaceMerge(p, init);
    }
  }

  private trivialResults(n: Node, start: number): void {
    const results = n.results;
    if (results === null) return;
    for (let i = 0; i < results.length; i++) {
      const r = results[i], v = incoming[r.id];
      incoming[r.id] = null;
      writtenAt[r.id] = this.clock++;
      if (this.hasFacts) { if (v === null) computeUnknown(r); else endMerge(r); }
      if (v === null || v === VARIOUS) continue;
      if (writtenAt[v.id] < start) this.replaceMerge(r, v);
      else if (IS_CONSTANT[v.op] !== 0) {
        const c = this.fn.node(v.op, v.kind, []);
        c.imm = v.imm;
        c.imm2 = v.imm2;
        this.emit(c);
        this.replaceMerge(r, c);
      }
    }
  }

  private replaceMerge(merge: Node, by: Node): void {
    if (by.local < 0) by.local = merge.local;
    merge.forward = by;
    this.replacedMerges.push(merge);
  }
}

/** The operand that is 0 if and only if the comparison with 0 or the negation is, or -1. */
function strippedTo(c: Node): number {
  if (c.op === NE) return isZero(c.args[1]) ? 0 : -1;
  return c.op === SUB && isZero(c.args[0]) ? 1 : -1;
}
const isZero = (n: Node): boolean => n.op === I32_CONST && n.imm === 0;

function sameConstant(a: Node, b: Node): boolean {
  return a.op === b.op && IS_CONSTANT[a.op] !== 0 && a.imm === b.imm && a.imm2 === b.imm2;
}

/** Rewrites by the rules that look at operations only. */
export function simplify(fn: FunctionIR): void {
  new Simplifier(fn, false).run();
}
/** Rewrites also by what is known of ranges and bits, and leaves it in the nodes' flags. */
export function simplifyWithFacts(fn: FunctionIR): void {
  new Simplifier(fn, true).run();
}
