// Where a function reads and writes its memory through a variable of its own instead of the module's view. Engines
// load and check a variable of the module anew at every access behind a store; a function's own is in a register. It
// has to be read again after whatever may replace the view: calls and `memory.grow`.
//
// `plan` walks the sequence once, in the order in which it is written, and keeps for each place the copy that is
// current there, if one is on every way to it: what a control node contains counts as a whole, since the ways to its end
// are not told apart. A copy is taken before the first access that has none, and before a loop that accesses memory
// and replaces nothing; one that would be used only once is not worth it.
import { isTry } from '../ir/catches.js';
import type { Node } from '../ir/node.js';
import { EFFECTS } from '../ir/op-classes.js';
import { irOp, IR_OP_COUNT } from '../ir/ops.js';
import { truncate } from '../ir/truncate.js';
import { Effect } from '../spec/opcode-row.js';
import { OPCODES } from '../spec/opcodes.js';
import { Place, type Marks } from '../structure/marks.js';
import { Item, type Sequence } from '../structure/sequence.js';

const BLOCK = irOp('block'), LOOP = irOp('loop');

/** Loads and stores, by operation; of the first memory if `imm2` is 0. */
const IS_ACCESS = new Uint8Array(IR_OP_COUNT);
for (const row of OPCODES) if (row.width > 0) IS_ACCESS[row.id] = 1;
const MEMORY = Effect.readMemory | Effect.writeMemory;
/** After these, the view may be another one. */
const REPLACES = Effect.call | Effect.growMemory;

/** What is done at a place of the sequence, or, at the start of a control node, inside of it. */
const replaces = 1, replacesInside = 2, accessesInside = 4;

/** Accesses to the first memory in what is written for a node. */
function countAccesses(n: Node, marks: Marks): number {
  let count = (IS_ACCESS[n.op] !== 0 && n.imm2 === 0 ? 1 : 0) + countIn(n.args, marks);
  if (n.edges !== null) for (const e of n.edges) count += countIn(e.args, marks);
  return count;
}
function countIn(operands: readonly Node[], marks: Marks): number {
  let count = 0;
  for (const a of operands) if (marks.place[a.id] === Place.folded && (marks.effects[a.id] & MEMORY) !== 0) count += countAccesses(a, marks);
  return count;
}

export class LocalView {
  private done = new Uint8Array(1024);
  /** By place: accesses in what is written there. */
  private accesses = new Int32Array(1024);
  /** By place: the copy its accesses use, and the one taken there; 0 for none. */
  private copyAt = new Int32Array(1024);
  private takenAt = new Int32Array(1024);
  /** How often each copy is used. */
  private readonly uses: number[] = [0];
  private current = 0;

  /** Decides for all places; with `never` that no copy is taken. */
  plan(seq: Sequence, marks: Marks, never: boolean): void {
    const { length } = seq;
    if (this.done.length < length) {
      const size = Math.max(length, 2 * this.done.length);
      this.done = new Uint8Array(size);
      this.accesses = new Int32Array(size);
      this.copyAt = new Int32Array(size);
      this.takenAt = new Int32Array(size);
    } else {
      this.copyAt.fill(0, 0, length);
      this.takenAt.fill(0, 0, length);
    }
    truncate(this.uses, 1);
    this.current = 0;
    if (never || !this.look(seq, marks)) return;
    /** Of the control nodes that are open: the copy current at their start, and whether nothing in them replaces it. */
    const started: number[] = [], keeps: boolean[] = [];
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
  }

  /** Fills `done`; false if nothing accesses memory. */
  private look(seq: Sequence, marks: Marks): boolean {
    const { done, accesses } = this;
    const starts: number[] = [], before: number[] = [];
    let replacing = 0, accessing = 0;
    for (let at = 0; at < seq.length; at++) {
      const item = seq.items[at], n = seq.nodes[at];
      done[at] = accesses[at] = 0;
      if (item === Item.node || (item === Item.enter && n.op !== BLOCK)) {
        const effects = marks.effects[n.id];
        if ((effects & REPLACES) !== 0) {
          replacing++;
          done[at] |= replaces;
        }
        if ((effects & MEMORY) !== 0) accessing += accesses[at] = countAccesses(n, marks);
      }
      if (item === Item.enter) {
        starts.push(at);
        before.push(replacing, accessing);
      } else if (item === Item.leave) {
        const start = starts.pop()!;
        if (before.pop() !== accessing) done[start] |= accessesInside;
        if (before.pop() !== replacing) done[start] |= replacesInside;
      }
    }
    return accessing > 0;
  }

  private take(at: number): void {
    this.current = this.takenAt[at] = this.uses.push(0) - 1;
  }

  private visit(n: Node, at: number, marks: Marks): void {
    const isAccess = this.accesses[at] > 0;
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
  private use(at: number): void {
    this.copyAt[at] = this.current;
    this.uses[this.current] += this.accesses[at];
  }

  private enterLoop(at: number): void {
    if ((this.done[at] & replacesInside) !== 0) this.current = 0;
    else if ((this.done[at] & accessesInside) !== 0) {
      if (this.current === 0) this.take(at);
      this.uses[this.current]++;
    }
  }

  private isWorthIt(copy: number): boolean { return copy !== 0 && this.uses[copy] > 1; }
  /** Do accesses written at this place go through the local view? */
  isUsed(at: number): boolean { return this.isWorthIt(this.copyAt[at]); }
  /** Is the module's view copied before what is written at this place? */
  isTaken(at: number): boolean { return this.takenAt[at] === this.copyAt[at] && this.isWorthIt(this.takenAt[at]); }
  /** Is it copied between what enters the loop that starts here and the loop? */
  isTakenByLoop(at: number): boolean { return this.takenAt[at] !== this.copyAt[at] && this.isWorthIt(this.takenAt[at]); }
}
