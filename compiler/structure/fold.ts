// Decides which values are written inside the expression of their only user, and drops from the sequence what is no
// statement of its own then.
//
// A pure value may be evaluated anywhere later in the same loop. One with effects waits on a stack of pending values,
// in order of evaluation; when something is evaluated that it must not change places with, it becomes a variable at
// its definition instead. A user takes its operands off the stack, and its own effects then include theirs.
//
// What goes two ways is not folded into an access to memory (operands.ts says why).
import { Effect } from '../spec/opcode-row.js';
import { Kind } from '../spec/types.js';
import { clausesOf, isTry } from '../ir/catches.js';
import { conflicts, irOp } from '../ir/ops.js';
import type { Node } from '../ir/node.js';
import { truncate } from '../ir/truncate.js';
import { Place, type Marks } from './marks.js';
import { CHECK_EFFECTS, checksLastFirst, effectsHere, forksHere, isAccess, isConditional, isDroppable, opTable, readsViewBefore, repeats } from './operands.js';
import { Item, type Sequence } from './sequence.js';
import { ClauseCounter, placeCaught, placeCaughtInEdge, TRY, TRY_TABLE } from './tries.js';
import { destinations } from './uses.js';

/** Expression trees deeper than this get a variable: JavaScript parsers recurse on them, and so do we. */
const MAX_DEPTH = 60;
/** Values that wait at the same time; the oldest becomes a variable when there are more, to stay linear. */
const MAX_PENDING = 64;

const BLOCK = irOp('block'), LOOP = irOp('loop'), BR_IF = irOp('br_if'), BR_TABLE = irOp('br_table'), YIELD = irOp('yield');
const CONSTANTS = opTable('i32.const', 'f32.const', 'f64.const', 'ref.null', 'ref.func');

class Folding {
  private readonly marks: Marks;
  private readonly seq: Sequence;
  /** Nodes that wait, oldest first; taken ones leave holes. */
  private readonly stack: (Node | null)[] = [];
  /** Union of the effects on the stack, an upper bound. */
  private waiting = 0;
  private readonly candidates: Node[] = [];
  private readonly clauses = new ClauseCounter();
  /** How many tries are open. */
  private tries = 0;
  private loop = 0;
  /** Of the node at hand: depth and effects of what was folded into it. */
  private treeDepth = 0;
  private treeEffects = 0;
  private treeForks = 0;
  private readonly isFolded = (n: Node): boolean => this.marks.place[n.id] === Place.folded;

  constructor(seq: Sequence, marks: Marks) {
    this.seq = seq;
    this.marks = marks;
  }

  /** The pending node becomes a variable, and so does every older one that would otherwise be evaluated after it. */
  private materialise(n: Node): void {
    const { place, effects, slot } = this.marks;
    let moved = effects[n.id];
    this.remove(n);
    place[n.id] = Place.variable;
    for (let i = slot[n.id] - 1; i >= 0; i--) {
      const p = this.stack[i];
      if (p === null || p === undefined || !conflicts(effects[p.id], moved)) continue;
      moved |= effects[p.id];
      this.remove(p);
      place[p.id] = Place.variable;
    }
  }
  private remove(n: Node): void {
    const { stack } = this;
    stack[this.marks.slot[n.id]] = null;
    while (stack.length > 0 && stack[stack.length - 1] === null) stack.pop();
    if (stack.length === 0) this.waiting = 0;
  }
  private push(n: Node): void {
    const { stack, marks } = this;
    if (stack.length === MAX_PENDING) this.compact();
    marks.slot[n.id] = stack.length;
    marks.place[n.id] = Place.pending;
    stack.push(n);
    this.waiting |= marks.effects[n.id];
  }
  /** Makes room: closes the holes, or gives up on the oldest. */
  private compact(): void {
    const { stack, marks } = this;
    let kept = 0;
    for (const p of stack) {
      if (p === null) continue;
      marks.slot[p.id] = kept;
      stack[kept++] = p;
    }
    stack.length = kept;
    if (kept > MAX_PENDING / 2) {
      const oldest = stack[0] as Node;
      this.remove(oldest);
      marks.place[oldest.id] = Place.variable;
      this.compact();
    }
  }

  /** Takes up an operand: a pure one is folded or not, one that waits becomes a candidate. */
  private operand(user: Node, index: number, a: Node): void {
    const { place, depth, forks, loop } = this.marks;
    const p = place[a.id], forked = forks[a.id] !== 0 && isAccess(user.op);
    if (p === Place.pure) {
      if (loop[a.id] !== this.loop || repeats(user.op, index) || forked) place[a.id] = Place.variable;
      else {
        place[a.id] = Place.folded;
        this.treeForks |= forks[a.id];
        if (depth[a.id] > this.treeDepth) this.treeDepth = depth[a.id];
      }
    } else if (p === Place.pending && !repeats(user.op, index) && !forked) {
      if (!isConditional(user.op, index) && !readsViewBefore(user.op, this.marks.effects[a.id])) this.candidates.push(a);
      else this.materialise(a);
    } else if (p === Place.pending) this.materialise(a);
  }

  private edgeOperands(user: Node, args: readonly Node[], dests: readonly Node[] | null): void {
    const { uses, place } = this.marks;
    for (let i = 0; i < args.length; i++) {
      if (dests === null || uses[dests[i].id] > 0) this.operand(user, 8, args[i]);
      else if (place[args[i].id] === Place.pure && dests[i].owner!.op === LOOP) place[args[i].id] = Place.variable;
    }
  }

  /** Folds the candidates that may be evaluated where their user is; `ordered` if they are evaluated in that order. */
  private settle(ordered: boolean): void {
    const { candidates, stack } = this;
    const { place, effects, slot, depth, forks } = this.marks;
    const count = candidates.length;
    if (count === 0) return;
    // The usual case: they are the youngest, in order.
    let easy = ordered || count === 1;
    for (let i = 0; easy && i < count; i++) easy = slot[candidates[i].id] === stack.length - count + i;
    if (!easy) {
      for (let i = 0; i < count; i++) {
        for (let j = i + 1; j < count; j++) {
          const a = candidates[i], b = candidates[j];
          if (place[a.id] !== Place.pending) break;
          if (place[b.id] !== Place.pending || (ordered && slot[a.id] < slot[b.id])) continue;
          if (conflicts(effects[a.id], effects[b.id])) this.materialise(slot[a.id] < slot[b.id] ? a : b);
        }
      }
      for (let i = 0; i < count; i++) {
        const a = candidates[i];
        if (place[a.id] !== Place.pending) continue;
        for (let k = slot[a.id] + 1; k < stack.length; k++) {
          const p = stack[k];
          if (p !== null && !candidates.includes(p) && conflicts(effects[a.id], effects[p.id])) { this.materialise(a); break; }
        }
      }
    }
    for (let i = count - 1; i >= 0; i--) {
      const a = candidates[i];
      if (place[a.id] !== Place.pending) continue;
      place[a.id] = Place.folded;
      this.remove(a);
      this.treeEffects |= effects[a.id];
      this.treeForks |= forks[a.id];
      if (depth[a.id] > this.treeDepth) this.treeDepth = depth[a.id];
    }
    truncate(candidates, 0);
  }

  /**
   * Where one of several values that are set together may throw, another may be set already. What a handler reads may
   * be in that variable, as nobody else needed it so far.
   */
  private keepCallsApart(args: readonly Node[]): void {
    if (this.tries === 0 || args.length < 2) return;
    for (const a of this.candidates) if (this.marks.place[a.id] === Place.pending && this.marks.effects[a.id] & Effect.call) this.materialise(a);
  }

  private arguments(n: Node): void {
    const { args } = n;
    if (n.op === LOOP) this.edgeOperands(n, args, n.params);
    else if (n.op === YIELD) this.edgeOperands(n, args, n.owner === null ? null : n.owner.results);
    else if (checksLastFirst(n.op)) {
      const last = args.length - 1;
      this.operand(n, last, args[last]);
      for (let i = 0; i < last; i++) {
        const a = args[i];
        if (this.marks.place[a.id] === Place.pending && conflicts(this.marks.effects[a.id], CHECK_EFFECTS)) this.materialise(a);
        else this.operand(n, i, a);
      }
    } else for (let i = 0; i < args.length; i++) this.operand(n, i, args[i]);
    if (n.op === LOOP || n.op === YIELD) this.keepCallsApart(args);
    this.settle(n.op !== LOOP && n.op !== YIELD);
    if (n.edges === null) return;
    if (n.op === TRY_TABLE) for (const clause of clausesOf(n)) placeCaughtInEdge(clause, this.marks);
    // A conditional branch evaluates the arguments only when it is taken, so those with effects stay behind.
    const conditional = n.op === BR_IF || n.op === BR_TABLE || n.op === TRY_TABLE || n.edges.length > 1;
    for (const e of n.edges) this.edgeOperands(n, e.args, destinations(e.target));
    if (conditional) {
      for (const a of this.candidates) if (this.marks.place[a.id] === Place.pending) this.materialise(a);
      truncate(this.candidates, 0);
    } else {
      this.keepCallsApart(n.edges[0].args);
      this.settle(false);
    }
  }

  /** What waits and must not be overtaken by `effects` becomes variables. */
  private flush(effects: number): void {
    const { stack, marks } = this;
    if (stack.length === 0 || !conflicts(this.waiting, effects)) return;
    for (let i = stack.length - 1; i >= 0; i--) {
      const p = stack[i];
      if (p !== null && p !== undefined && conflicts(marks.effects[p.id], effects)) this.materialise(p);
    }
  }

  private visit(n: Node): void {
    const { uses, place, depth, effects, forks, loop } = this.marks;
    const id = n.id;
    const own = effectsHere(n);
    const hasValue = n.kind !== Kind.None && n.results === null;
    if (hasValue) {
      if (CONSTANTS[n.op] !== 0) { place[id] = Place.constant; return; }
      if (uses[id] === 0 && isDroppable(own)) return;
    }
    this.treeDepth = 0;
    this.treeEffects = 0;
    this.treeForks = 0;
    if (n.args.length > 0 || n.edges !== null) this.arguments(n);
    const all = own | this.treeEffects;
    effects[id] = all;
    depth[id] = this.treeDepth + 1;
    loop[id] = this.loop;
    forks[id] = this.treeForks | Number(forksHere(n, this.isFolded));
    if (hasValue && uses[id] === 1 && depth[id] < MAX_DEPTH) {
      if (all === 0) place[id] = Place.pure;
      else this.push(n);
      return;
    }
    place[id] = hasValue && uses[id] > 0 ? Place.variable : Place.statement;
    if (n.results !== null) for (const r of n.results) place[r.id] = Place.variable;
    if (all !== 0) this.flush(all);
  }

  run(): void {
    const { seq, marks } = this;
    const { nodes, items } = seq;
    const loops: number[] = [];
    let loopCount = 0;
    for (let at = 0; at < seq.length; at++) {
      const n = nodes[at];
      switch (items[at]) {
        case Item.node: this.visit(n); break;
        case Item.enter:
          // Entering a block is no event: what waits may still be used inside.
          if (n.op === BLOCK) marks.place[n.id] = Place.statement;
          else this.visit(n);
          if (isTry(n.op)) this.tries++;
          if (n.op === LOOP) {
            for (const p of n.params!) marks.place[p.id] = Place.variable;
            loops.push(this.loop);
            this.loop = ++loopCount;
          }
          break;
        case Item.next:
          if (n.op === TRY) placeCaught(this.clauses.next(n), marks, this.loop);
          break;
        case Item.leave:
          if (isTry(n.op)) this.tries--;
          if (n.op === LOOP) this.loop = loops.pop()!;
          if (n.results !== null) for (const r of n.results) marks.place[r.id] = Place.variable;
          break;
      }
    }
    this.drop();
  }

  /** Keeps statements and the brackets of control nodes, and tells these where they end. */
  private drop(): void {
    const { seq, marks } = this;
    const { nodes, items } = seq;
    let kept = 0;
    for (let at = 0; at < seq.length; at++) {
      const n = nodes[at], item = items[at];
      if (item === Item.node) {
        const p = marks.place[n.id];
        if (p !== Place.variable && p !== Place.statement) continue;
      } else if (item === Item.leave) marks.leave[n.id] = kept;
      nodes[kept] = n;
      items[kept++] = item;
    }
    seq.shorten(kept);
  }
}

export function fold(seq: Sequence, marks: Marks): void {
  new Folding(seq, marks).run();
}
