// Turns the control nodes of a function into JavaScript statements, in one walk over the sequence with a stack of
// frames (frames.ts). Jumps are written only where control would not arrive by itself, with labels only where the
// innermost `break` or `continue` does not do.
import { isTry } from '../ir/catches.js';
import type { Kind } from '../spec/types.js';
import type { Edge, Node } from '../ir/node.js';
import { irOp } from '../ir/ops.js';
import { isTerminator } from '../ir/terminators.js';
import { truncate } from '../ir/truncate.js';
import { Place, type Marks } from '../structure/marks.js';
import { opTable } from '../structure/operands.js';
import { Nesting } from '../structure/nesting.js';
import { Item, type Sequence } from '../structure/sequence.js';
import { destinations } from '../structure/uses.js';
import {
  assign, block, breakTo, call, continueTo, element, endsInJump, expressionStatement, ifStatement, labeled, negate, neverReturns, number,
  returnStatement, type Expression, type Identifier, type Statement,
} from './ast.js';
import { ParallelCopies } from './copies.js';
import { registerFile } from './expressions-calls.js';
import { Flattening } from './flatten.js';
import { exitKey, Frame, FrameKind, headKey, NOWHERE, RETURN } from './frames.js';
import { labelName } from './local-names.js';
import { LocalView } from './local-view.js';
import { firstOf } from './memory-views.js';
import { loopStatement } from './loops.js';
import { closeTry, emitThrow, nextHandler, openTry, THROWS } from './statements-exceptions.js';
import { emitBrTable, openRung } from './switches.js';
import { emitTailCall } from './tail-calls.js';
import { Want, type Writer } from './writer.js';

/** `if`s that conditional branches open may nest this deep; beyond it they jump. */
const MAX_REST_DEPTH = 32;

const BLOCK = irOp('block'), LOOP = irOp('loop'), IF = irOp('if');
const BR = irOp('br'), BR_IF = irOp('br_if'), BR_TABLE = irOp('br_table'), YIELD = irOp('yield');
const RETURN_OP = irOp('return'), UNREACHABLE = irOp('unreachable');
/** What is no plain statement; all but `br_if` end a region. */
const IS_JUMP = opTable(
  'br', 'br_if', 'br_table', 'yield', 'return', 'unreachable', 'throw', 'throw_ref', 'rethrow', 'return_call', 'return_call_indirect', 'return_call_ref',
);

const BREAK = breakTo(null), CONTINUE = continueTo(null), RETURN_VOID = returnStatement(null);

export class Control {
  readonly w: Writer;
  readonly marks: Marks;
  readonly copies: ParallelCopies;
  readonly nesting = new Nesting();
  readonly view = new LocalView();
  readonly frames: Frame[] = [];
  seq!: Sequence;
  /** Where statements go. */
  out: Statement[] = [];
  /** Where control is when it comes to the end of `out`. */
  falloff = RETURN;
  /** What an unlabelled `break` leaves and `continue` continues. */
  breakable: Frame | null = null;
  loop: Frame | null = null;
  /** Directly in a flattened region, where the list being written may end anywhere. */
  inFlat = false;
  /** The flattened nest we are in, and by try those around it. */
  readonly flattenings: (Flattening | null)[] = [null];
  /** How many tries are open. */
  tries = 0;
  /** Canonical key of the exit of a control node, by id. */
  private exits = new Int32Array(0);
  private frameAt = new Map<number, Frame>();

  constructor(w: Writer) {
    this.w = w;
    this.marks = w.marks;
    this.copies = new ParallelCopies(w);
  }

  run(seq: Sequence): Statement[] {
    this.seq = seq;
    if (this.exits.length < this.w.fn.nodeCount) this.exits = new Int32Array(Math.max(this.w.fn.nodeCount, 2 * this.exits.length));
    const body: Statement[] = this.out = [];
    this.falloff = RETURN;
    this.breakable = this.loop = null;
    truncate(this.flattenings, 1);
    this.flattening = null;
    this.tries = 0;
    this.inFlat = false;
    truncate(this.frames, 0);
    this.frameAt = new Map();
    this.nesting.compute(seq, this.marks, (e) => this.hasCopies(e));
    this.view.plan(seq, this.marks, this.w.memory, !this.w.env.copiesView);
    if (this.w.env.hasElements) this.w.alignment.plan(seq);
    const { nodes, items } = seq;
    for (let at = 0; at < seq.length; at++) {
      const n = nodes[at];
      this.w.localViews = this.view.usedAt(at);
      this.takeViews(this.view.takenBefore(at));
      switch (items[at]) {
        case Item.node: this.node(n, at); break;
        case Item.enter: this.enter(n, at); break;
        case Item.next: this.next(n); break;
        default: this.leave(n);
      }
    }
    while (this.frames.length > 0) this.closeOpened();
    return body;
  }

  private get flattening(): Flattening | null { return this.flattenings[this.flattenings.length - 1]; }
  private set flattening(to: Flattening | null) { this.flattenings[this.flattenings.length - 1] = to; }

  // Places

  exitOf(n: Node): number { return this.exits[n.id]; }
  /** Where an edge leads. */
  edgeKey(e: Edge): number { return e.target.op === LOOP ? headKey(e.target) : this.exits[e.target.id]; }
  hasCopies(e: Edge): boolean { return this.copies.any(e.args, destinations(e.target)); }
  emitCopies(e: Edge, out: Statement[]): void { this.copies.emit(e.args, destinations(e.target), out); }

  /** The place a control node's end leads to: that of the jump right behind it, or itself. */
  private findExit(n: Node): number {
    const { nodes, items, length } = this.seq;
    const after = this.marks.leave[n.id] + 1;
    if (after >= length) return RETURN;
    const m = nodes[after];
    // A region that ends without a jump ends with a node that is never left; jumps inside that one may end where the list does.
    if (items[after] === Item.leave || items[after] === Item.next) return this.falloff === NOWHERE ? exitKey(n) : this.falloff;
    if (items[after] === Item.node) {
      if (m.op === YIELD && m.owner !== null && !this.copies.any(m.args, m.owner.results)) return this.exits[m.owner.id];
      if (m.op === BR && !this.hasCopies(m.edges![0])) return this.edgeKey(m.edges![0]);
      if (m.op === RETURN_OP && m.args.length === 0) return RETURN;
    }
    return exitKey(n);
  }
  isLoop(n: Node): boolean { return n.op === LOOP && this.marks.branches[n.id] > 0; }

  /** Goes to `key`; `tail` if this is the end of the list, where control may already arrive by itself. */
  jump(key: number, out: Statement[], tail: boolean): void {
    if ((tail && key === this.falloff) || endsInJump(out)) return;
    if (this.breakable !== null && this.breakable.exit === key) { out.push(BREAK); return; }
    if (key === RETURN) { out.push(RETURN_VOID); return; }
    if (this.loop !== null && this.loop.head === key) {
      this.loop.continues++;
      out.push(CONTINUE);
      return;
    }
    for (let i = this.flattenings.length - 1; i >= 0; i--) if (this.flattenings[i]?.jump(key, out, this.loop) === true) return;
    const frame = this.frameAt.get(key);
    if (frame === undefined) throw new Error(`function ${this.w.fn.index}: no way to ${key}`);
    const label = this.labelOf(frame);
    if (frame.head === key) {
      frame.continues++;
      out.push(continueTo(label));
    } else out.push(breakTo(label));
  }
  /** Would a jump need no label? */
  private isNear(key: number): boolean {
    return key === RETURN || this.breakable?.exit === key || this.loop?.head === key;
  }
  labelOf(frame: Frame): Identifier {
    return frame.label ??= labelName(this.frames.indexOf(frame));
  }

  // Frames

  open(kind: FrameKind, node: Node): Frame {
    const frame = new Frame(kind, node, this.out, this.falloff, this.breakable, this.loop, this.inFlat);
    this.frames.push(frame);
    return frame;
  }
  /** Lets jumps to `key` go to the frame; a block or `if` only if nothing else does already. */
  takeExit(frame: Frame, key: number, always: boolean): void {
    if (key < 0) { frame.exit = always ? key : NOWHERE; return; }
    const present = this.frameAt.get(key);
    if (present !== undefined && !always) return;
    frame.exit = key;
    frame.outerExit = present;
    this.frameAt.set(key, frame);
  }
  takeHead(frame: Frame, key: number): void {
    frame.head = key;
    frame.outerHead = this.frameAt.get(key);
    this.frameAt.set(key, frame);
  }
  private release(key: number, outer: Frame | undefined): void {
    if (key < 0) return;
    if (outer === undefined) this.frameAt.delete(key); else this.frameAt.set(key, outer);
  }
  /** Takes the frame off the stack and puts back what it replaced. */
  close(frame: Frame): void {
    this.frames.pop();
    this.release(frame.head, frame.outerHead);
    this.release(frame.exit, frame.outerExit);
    this.out = frame.out;
    this.falloff = frame.falloff;
    this.breakable = frame.breakable;
    this.loop = frame.loop;
    this.inFlat = frame.inFlat;
  }
  get top(): Frame { return this.frames[this.frames.length - 1]; }
  private push(frame: Frame, s: Statement): void {
    this.out.push(frame.label === null ? s : labeled(frame.label, s));
  }

  /** Closes the topmost frame, one that was opened by a branch. */
  closeOpened(): void {
    const f = this.top;
    const written = this.out;
    this.close(f);
    const { out } = this;
    switch (f.kind) {
      case FrameKind.rest: {
        const copies: Statement[] = [];
        this.emitCopies(f.edge!, copies);
        const test = f.test!;
        if (written.length === 0) this.pushIf(f.condition!, test, copies, []);
        else if (endsInJump(written)) out.push(ifStatement(negate(test), written, null), ...copies);
        else this.pushIf(f.condition!, test, copies, written);
        return;
      }
      case FrameKind.following: this.pushIf(f.condition!, f.test!, f.consequent, written); return;
      case FrameKind.switch: this.push(f, { type: 'SwitchStatement', discriminant: f.test!, cases: f.cases }); return;
      default: throw new Error(`function ${this.w.fn.index}: a region ends inside ${f.kind}`);
    }
  }
  /** Closes what branches opened in the region that ends, down to the frame of `owner`. */
  endRegion(owner: Node): Frame {
    while (this.top.node !== owner) this.closeOpened();
    return this.top;
  }

  /** `if` with whichever arms are not empty; `condition` is the node that `test` was written from. */
  pushIf(condition: Node, test: Expression, consequent: Statement[], alternate: Statement[], label: Identifier | null = null): void {
    const { out } = this;
    let s: Statement;
    let rest: Statement[] = [];
    if (consequent.length === 0 && alternate.length === 0) {
      if (this.marks.place[condition.id] === Place.folded && this.marks.effects[condition.id] !== 0) out.push(expressionStatement(test));
      return;
    }
    if (consequent.length === 0) s = ifStatement(negate(test), alternate, null);
    else if (alternate.length === 0) s = ifStatement(test, consequent, null);
    else if (label === null && endsInJump(consequent)) { s = ifStatement(test, consequent, null); rest = alternate; }
    else if (label === null && endsInJump(alternate)) { s = ifStatement(negate(test), alternate, null); rest = consequent; }
    else s = ifStatement(test, consequent, alternate);
    out.push(label === null ? s : labeled(label, s));
    for (const r of rest) out.push(r);
  }

  // Control nodes

  private enter(n: Node, at: number): void {
    const exit = this.exits[n.id] = this.findExit(n);
    if (this.nesting.flat.has(n)) { this.enterFlat(n, at); return; }
    if (this.nesting.rungs.has(n.id)) return;
    const { w } = this;
    if (n.op === IF) {
      const test = w.operand(n.args[0], Want.truth);
      const f = this.open(FrameKind.if, n);
      this.takeExit(f, exit, false);
      f.test = test;
      this.out = [];
      this.falloff = exit;
    } else if (this.isLoop(n)) {
      this.copies.emit(n.args, n.params, this.out);
      this.takeViews(this.view.takenByLoop(at));
      const f = this.open(FrameKind.loop, n);
      this.takeExit(f, exit, true);
      this.takeHead(f, headKey(n));
      this.out = [];
      this.falloff = headKey(n);
      this.breakable = this.loop = f;
    } else if (n.op === BLOCK || n.op === LOOP) {
      if (n.op === LOOP) this.copies.emit(n.args, n.params, this.out);
      this.takeViews(this.view.takenByLoop(at));
      const f = this.open(FrameKind.block, n);
      this.takeExit(f, exit, false);
      this.falloff = exit;
    } else if (isTry(n.op)) openTry(this, n, exit);
    else throw new Error(`function ${w.fn.index}: no emitter for control node ${n.op}`);
    this.inFlat = false;
  }

  private next(n: Node): void {
    const f = this.endRegion(n);
    if (f.kind === FrameKind.flat || f.kind === FrameKind.dispatch) { this.flattening!.next(n); return; }
    if (f.kind === FrameKind.try) { nextHandler(this, n, f); return; }
    f.consequent = this.out;
    this.out = [];
  }

  private leave(n: Node): void {
    const table = this.nesting.rungs.get(n.id);
    if (table !== undefined) {
      openRung(this, this.endRegion(table), n);
      return;
    }
    const f = this.endRegion(n);
    const written = this.out;
    switch (f.kind) {
      case FrameKind.if:
        this.close(f);
        this.pushIf(n.args[0], f.test!, f.consequent, written, f.label);
        break;
      case FrameKind.loop:
        this.close(f);
        this.push(f, loopStatement(f, written));
        break;
      case FrameKind.try:
        this.push(f, closeTry(this, n, f));
        break;
      case FrameKind.own: {
        // What follows the block is the other half, up to the end of the region around.
        f.kind = FrameKind.following;
        f.consequent = written;
        this.out = [];
        this.falloff = f.falloff;
        this.emitCopies(f.edge!, this.out);
        break;
      }
      case FrameKind.flat: case FrameKind.dispatch:
        this.flattening!.leave(n, f);
        if (f.kind === FrameKind.dispatch) this.flattening = null;
        break;
      default:
        this.close(f);
        if (f.label !== null) {
          const body = this.out.splice(f.start);
          this.out.push(labeled(f.label, body.length === 1 && isLabelable(body[0]) ? body[0] : block(body)));
        }
    }
  }

  private enterFlat(n: Node, at: number): void {
    const taken = this.view.takenByLoop(at);
    const view = taken !== 0 ? (): void => this.takeViews(taken) : null;
    if (this.flattening === null) this.flattening = new Flattening(this, n, view);
    else this.flattening.enter(n, this.isLoop(n), view);
  }

  /** Copies views of the module into the function's own variables. */
  private takeViews(views: number): void {
    for (let rest = views; rest !== 0; rest &= rest - 1) {
      const view = firstOf(rest);
      this.out.push(assign(this.w.localView(view), this.w.moduleView(view)));
    }
  }

  // Statements and jumps

  private node(n: Node, at: number): void {
    const { w, out } = this;
    if (IS_JUMP[n.op] === 0) { this.statement(n); return; }
    switch (n.op) {
      case BR: {
        const e = n.edges![0];
        this.emitCopies(e, out);
        this.jump(this.edgeKey(e), out, true);
        return;
      }
      case BR_IF: this.brIf(n, at); return;
      case BR_TABLE: emitBrTable(this, n); return;
      case YIELD: {
        const owner = n.owner;
        if (owner === null) { this.returns(n); return; }
        this.copies.emit(n.args, owner.results, out);
        this.jump(this.exits[owner.id], out, true);
        return;
      }
      case RETURN_OP: this.returns(n); return;
      case UNREACHABLE: out.push(neverReturns(call(w.helper('unreachable'), []))); return;
    }
    if (THROWS.has(n.op)) { emitThrow(w, n, out); return; }
    emitTailCall(w, n, this.tries > 0, out);
  }

  private statement(n: Node): void {
    const { w, out } = this;
    if (n.results !== null && n.results.length > 0) this.callWithResults(n);
    else if (this.marks.place[n.id] === Place.variable) out.push(assign(w.id(n), w.compute(n, w.isInArray(n) ? Want.loose : Want.exact)));
    else pushExpression(w.compute(n, Want.loose), out);
  }

  private returns(n: Node): void {
    if (n.args.length > 0) this.out.push(returnStatement(this.w.operand(n.args[0])));
    else this.jump(RETURN, this.out, true);
  }

  /** A call whose result words have names: the first is returned, the others are in the register files. */
  private callWithResults(n: Node): void {
    const { w, out } = this;
    const [first, ...others] = n.results!;
    const e = w.compute(n, Want.exact);
    out.push(this.marks.uses[first.id] > 0 ? assign(w.id(first), e) : expressionStatement(e));
    others.forEach((r, k) => {
      if (this.marks.uses[r.id] > 0) out.push(assign(w.id(r), element(w.helper(registerFile(r.kind as Kind)), number(k))));
    });
  }

  private brIf(n: Node, at: number): void {
    const e = n.edges![0];
    const key = this.edgeKey(e);
    const test = this.w.operand(n.args[0], Want.truth);
    const mayNest = !this.inFlat && this.frames.length < MAX_REST_DEPTH;
    if (mayNest) {
      if (this.choosesFollowing(e.target)) {
        const f = this.top;
        f.kind = FrameKind.own;
        f.test = negate(test);
        f.edge = e;
        f.condition = n.args[0];
        this.out = [];
        this.falloff = f.falloff;
        return;
      }
      const { nodes, items } = this.seq;
      const last = items[at + 1] === Item.node && isTerminator(nodes[at + 1]);
      if (key === this.falloff && (last || !this.isNear(key))) {
        const f = this.open(FrameKind.rest, n);
        f.test = test;
        f.edge = e;
        f.condition = n.args[0];
        this.out = [];
        return;
      }
    }
    const body: Statement[] = [];
    this.emitCopies(e, body);
    this.jump(key, body, false);
    this.out.push(ifStatement(test, body, null));
  }

  /**
   * A block left by one conditional branch, whose rest then goes to where what follows the block ends too:
   * `block a { block b { br_if b c; X; br a } Y }` is `if (!c) X else Y`.
   */
  private choosesFollowing(b: Node): boolean {
    const f = this.top;
    if (f === undefined || f.kind !== FrameKind.block || f.node !== b || f.inFlat || this.marks.branches[b.id] !== 1) return false;
    if (this.exits[b.id] !== exitKey(b)) return false;
    const end = this.marks.leave[b.id] - 1;
    const { nodes, items } = this.seq;
    if (items[end] !== Item.node) return false;
    const m = nodes[end];
    if (m.op === BR) return this.edgeKey(m.edges![0]) === f.falloff;
    return m.op === RETURN_OP && m.args.length === 0 && f.falloff === RETURN;
  }
}

/** As a statement of its own kind, where there is one: engines that do not optimise keep the value of a conditional expression that nobody asks for. */
function pushExpression(e: Expression, out: Statement[]): void {
  if (e.type === 'SequenceExpression') for (const each of e.expressions) pushExpression(each, out);
  else if (e.type === 'ConditionalExpression') {
    const consequent: Statement[] = [], alternate: Statement[] = [];
    pushExpression(e.consequent, consequent);
    pushExpression(e.alternate, alternate);
    if (consequent.length > 0) out.push(ifStatement(e.test, consequent, alternate.length > 0 ? alternate : null));
    else if (alternate.length > 0) out.push(ifStatement(negate(e.test), alternate, null));
    else pushExpression(e.test, out);
  } else if (e.type !== 'NumericLiteral') out.push(expressionStatement(e));
}

const LABELABLE: ReadonlySet<string> = new Set(['ForStatement', 'WhileStatement', 'DoWhileStatement', 'SwitchStatement', 'LabeledStatement', 'IfStatement']);
const isLabelable = (s: Statement): boolean => LABELABLE.has(s.type);
