// Where a function reads and writes its memory through variables of its own instead of the module's views. Engines
// load and check a variable of the module anew at every access behind a store; a function's own is in a register. It
// has to be read again after whatever may replace the views: calls and `memory.grow`.
//
// `plan` walks the sequence once, in the order in which it is written, and keeps for each place the copy that is
// current there, if one is on every way to it: what a control node contains counts as a whole, since the ways to its end
// are not told apart, but for what leads nowhere but out of the function, such as the call that reports an index out of bounds in front of a trap.
// A copy is taken before the first access that has none, and before a loop that accesses memory
// and replaces nothing. It is of all views that are used while it is current (memory-views.ts), but for those that would be used only once.
import { isTry } from '../ir/catches.js';
import type { Node } from '../ir/node.js';
import { EFFECTS, opTable } from '../ir/op-classes.js';
import { irOp, IR_OP_COUNT } from '../ir/ops.js';
import { truncate } from '../ir/truncate.js';
import { Effect } from '../spec/opcode-row.js';
import { OPCODES } from '../spec/opcodes.js';
import { Place, type Marks } from '../structure/marks.js';
import { Item, type Sequence } from '../structure/sequence.js';
import type { MemoryAccess } from './memory-access.js';
import { firstOf, VIEW_KINDS } from './memory-views.js';

const BLOCK = irOp('block'), LOOP = irOp('loop');
/** What ends the function, or comes to a handler. */
const ENDS = opTable('return', 'unreachable', 'throw', 'throw_ref', 'rethrow', 'return_call', 'return_call_indirect', 'return_call_ref');

/** Loads and stores, by operation; of the first memory if `imm2` is 0. */
const IS_ACCESS = new Uint8Array(IR_OP_COUNT);
for (const row of OPCODES) if (row.width > 0) IS_ACCESS[row.id] = 1;
const MEMORY = Effect.readMemory | Effect.writeMemory;
/** After these, the view may be another one. */
const REPLACES = Effect.call | Effect.growMemory;

/** What is done at a place of the sequence, or, at the start of a control node, inside of it. */
const replaces = 1, replacesInside = 2;

export class LocalView {
  private done = new Uint8Array(1);
  /** The views of all accesses to the first memory, place by place, and by place where its own end. */
  private readonly views: number[] = [];
  private ends = new Int32Array(1);
  /** By place: the views used inside of a loop that starts there. */
  private inLoop = new Int32Array(1);
  /** By place: the copy its accesses use, and the one taken there; 0 for none. */
  private copyAt = new Int32Array(1);
  private takenAt = new Int32Array(1);
  /** How often each view of each copy is used, and which are worth being copied. */
  private readonly uses: number[] = [];
  private readonly worth: number[] = [];
  private current = 0;
  private access!: MemoryAccess;

  /** Decides for all places; with `never` that no copy is taken. */
  plan(seq: Sequence, marks: Marks, access: MemoryAccess, never: boolean): void {
    this.access = access;
    const { length } = seq;
    if (this.done.length < length) {
      const size = Math.max(length, 2 * this.done.length);
      this.done = new Uint8Array(size);
      this.ends = new Int32Array(size);
      this.inLoop = new Int32Array(size);
      this.copyAt = new Int32Array(size);
      this.takenAt = new Int32Array(size);
    } else {
      this.copyAt.fill(0, 0, length);
      this.takenAt.fill(0, 0, length);
    }
    truncate(this.uses, 0);
    truncate(this.worth, 0);
    this.worth.push(0);
    this.current = 0;
    if (never || !this.look(seq, marks)) return;
    /** Of the control nodes that are open: the copy current at their start, and whether nothing in them replaces it. */
    const started: number[] = [], keeps: boolean[] = [];
    for (let k = 0; k < VIEW_KINDS; k++) this.uses.push(0);
    for (let at = 0; at < length; at++) {
      const n = seq.nodes[at], item = seq.items[at];
      if (item === Item.node) this.visit(n, at, marks);
      else if (item === Item.enter) {
        this.visit(n, at, marks);
        if (n.op === LOOP) this.enterLoop(at);
        started.push(this.current);
        keeps.push((this.done[at] & replacesInside) === 0);
      } else {
        const keep = keeps[keeps.length - 1], start = started[started.length - 1];
        // An `if` comes to its second arm from its start, a handler from anywhere inside.
        this.current = keep || (item === Item.next && !isTry(n.op)) ? start : 0;
        if (item === Item.leave) {
          keeps.pop();
          started.pop();
        }
      }
    }
    for (let copy = 1; copy * VIEW_KINDS < this.uses.length; copy++) {
      let views = 0;
      for (let k = 0; k < VIEW_KINDS; k++) if (this.uses[copy * VIEW_KINDS + k] > 1) views |= 1 << k;
      this.worth.push(views);
    }
  }

  /** Notes the views of what is written for a node. */
  private addAccesses(n: Node, marks: Marks): void {
    if (IS_ACCESS[n.op] !== 0 && n.imm2 === 0) this.addViews(this.access.views(n));
    this.addFolded(n.args, marks);
    if (n.edges !== null) for (const e of n.edges) this.addFolded(e.args, marks);
  }
  private addFolded(operands: readonly Node[], marks: Marks): void {
    for (const a of operands) if (marks.place[a.id] === Place.folded && (marks.effects[a.id] & MEMORY) !== 0) this.addAccesses(a, marks);
  }
  private addViews(views: number): void {
    for (let rest = views; rest !== 0; rest &= rest - 1) this.views.push(firstOf(rest));
  }

  /** Fills `done` and `views`; false if nothing accesses memory. */
  private look(seq: Sequence, marks: Marks): boolean {
    const { done, views, ends, inLoop } = this;
    /** Of the control nodes that are open: where they start, what was counted before, and the views used in them. */
    const starts: number[] = [], before: number[] = [], used: number[] = [0];
    let replacing = 0;
    /** What was counted when control last came from, or could leave for, somewhere else; how many tries are open. */
    let straight = 0, tries = 0;
    truncate(views, 0);
    for (let at = 0; at < seq.length; at++) {
      const item = seq.items[at], n = seq.nodes[at], from = views.length;
      done[at] = 0;
      if (item === Item.node || (item === Item.enter && n.op !== BLOCK)) {
        const effects = marks.effects[n.id];
        if ((effects & REPLACES) !== 0) {
          replacing++;
          done[at] |= replaces;
        }
        if ((effects & MEMORY) !== 0) this.addAccesses(n, marks);
        // Nothing is behind what ends the function; a handler may be.
        if (ENDS[n.op] !== 0 && tries === 0) replacing = straight;
      }
      if (item !== Item.node || n.edges !== null) straight = replacing;
      ends[at] = views.length;
      for (let k = from; k < views.length; k++) used[used.length - 1] |= 1 << views[k];
      if (item === Item.enter) {
        starts.push(at);
        before.push(replacing);
        used.push(0);
        if (isTry(n.op)) tries++;
      } else if (item === Item.leave) {
        if (isTry(n.op)) tries--;
        const start = starts.pop()!, inside = used.pop()!;
        inLoop[start] = inside;
        used[used.length - 1] |= inside;
        if (before.pop() !== replacing) done[start] |= replacesInside;
      }
    }
    return views.length > 0;
  }

  private take(at: number): void {
    this.current = this.takenAt[at] = this.uses.length / VIEW_KINDS;
    for (let k = 0; k < VIEW_KINDS; k++) this.uses.push(0);
  }
  private count(view: number): void { this.uses[this.current * VIEW_KINDS + view]++; }

  private visit(n: Node, at: number, marks: Marks): void {
    const isAccess = this.ends[at] > this.start(at);
    if ((this.done[at] & replaces) !== 0) {
      // A call's own operands are evaluated before it. Other mixtures are left alone.
      const last = (EFFECTS[n.op] & REPLACES) !== 0
        && n.args.every((a) => marks.place[a.id] !== Place.folded || (marks.effects[a.id] & REPLACES) === 0);
      if (last && isAccess) this.use(at);
      this.current = 0;
    } else if (isAccess) {
      if (this.current === 0) this.take(at);
      this.use(at);
    }
  }
  private start(at: number): number { return at === 0 ? 0 : this.ends[at - 1]; }
  private use(at: number): void {
    this.copyAt[at] = this.current;
    for (let k = this.start(at); k < this.ends[at]; k++) this.count(this.views[k]);
  }

  private enterLoop(at: number): void {
    if ((this.done[at] & replacesInside) !== 0) this.current = 0;
    else if (this.inLoop[at] !== 0) {
      if (this.current === 0) this.take(at);
      for (let rest = this.inLoop[at]; rest !== 0; rest &= rest - 1) this.count(firstOf(rest));
    }
  }

  /** The views that are copied for what is written at this place, as bits. */
  usedAt(at: number): number { return this.worth[this.copyAt[at]]; }
  /** Those of the module that are copied before what is written at this place. */
  takenBefore(at: number): number { return this.takenAt[at] === this.copyAt[at] ? this.worth[this.takenAt[at]] : 0; }
  /** The same between what enters the loop that starts here and the loop. */
  takenByLoop(at: number): number { return this.takenAt[at] !== this.copyAt[at] ? this.worth[this.takenAt[at]] : 0; }
}
