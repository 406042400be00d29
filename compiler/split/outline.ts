// Takes a run out of a function: its nodes become the body of a piece, a function of its own, and a call takes their place.
//
// Values from outside are the piece's parameters. Where the run may be left in several ways, the piece returns which;
// values each way hands on are left in the register files, as further results are (docs/abi.md). Inside, every branch out
// leaves a block around the nodes instead:
//
//   block a (results) {                       caller:  switch (f1$1(…)) {
//     block b (results) { …the run… }                    case 1: x = R[0]; …to a…
//     R[0] = …; return 2                                 case 2: y = R[0]; …to b… }
//   }
//   R[0] = …; return 1
//
// Results of the function itself stay in the registers they are in, and what a `return` returned comes behind them.
import { Kind } from '../spec/types.js';
import type { TryHandlers } from '../ir/catches.js';
import { FunctionIR, type Node, type Region } from '../ir/node.js';
import { opTable } from '../ir/op-classes.js';
import { irOp } from '../ir/ops.js';
import { SET_RET } from '../ir/registers.js';
import { callPiece } from './call.js';
import { IS_CONSTANT, type Layout } from './layout.js';
import type { LiveVariables } from './live-variables.js';
import type { Run } from './runs.js';
import { given, newWay, RETURNED, type Way } from './ways.js';
import { mapped } from '../ir/mapped.js';

const TAIL_CALLS = opTable('return_call', 'return_call_indirect', 'return_call_ref');
const BLOCK = irOp('block'), RETURN = irOp('return'), LOOP = irOp('loop'), PARAM = irOp('param'), RESULT = irOp('result'), TRY = irOp('try');
const I32_CONST = irOp('i32.const'), VAR_GET = irOp('var.get'), VAR_SET = irOp('var.set');

export interface Outlined {
  piece: FunctionIR;
  /** What takes the place of the run. */
  caller: Node[];
  /** Those of `caller`, or in its regions, that must stay with the node before them. */
  together: Node[];
}

class Outlining {
  private readonly layout: Layout;
  private readonly run: Run;
  private readonly parent: FunctionIR;
  private readonly piece: FunctionIR;
  private readonly givesFloats: boolean;
  /** Its first nodes: constants, and what variables hold on entry. */
  private readonly head: Node[] = [];
  /** The piece's own nodes for values from outside and constants; its numbers for variables. */
  private readonly own = new Map<Node, Node>();
  private readonly ownVariables = new Map<number, number>();
  /** The arguments of the call. */
  private readonly takes: Node[] = [];
  private readonly ways: Way[] = [];
  private readonly returnNodes = new Set<Node>();
  private returns = false;
  /** Does the piece return which way it went? */
  private coded = false;

  constructor(layout: Layout, run: Run, number: number, givesFloats: boolean) {
    const { fn } = layout;
    this.layout = layout;
    this.run = run;
    this.givesFloats = givesFloats;
    this.parent = fn;
    this.piece = new FunctionIR(fn.index, fn.name, []);
    this.piece.piece = number;
    this.piece.hasFloats = fn.hasFloats;
  }

  /** Values of the run that are used behind it are entered into `instead`, with what the caller has for them. */
  outline(live: LiveVariables | null, instead: Map<Node, Node>): Outlined {
    const { layout, run, piece, parent, ways } = this;
    const nodes = layout.nodes.slice(run.start, run.end);
    for (const n of nodes) this.findWays(n);
    for (const way of ways) this.agree(way);
    if (this.returns) ways.unshift(newWay(null, true));
    // Last, as it needs no jump in the caller.
    if (run.to < run.laid.positions.length) ways.push(this.endWay(nodes));
    const before = live === null ? [] : this.variables(nodes, live);
    for (const n of nodes) this.takeUp(n);
    this.placeGiven();
    const body = mapped(run.laid.positions.slice(run.from, run.to), (at) => layout.nodes[at]);
    piece.body.nodes = this.body(body);
    const { nodes: caller, together } = callPiece(parent, piece, this.takes, ways, this.coded, instead);
    return { piece, caller: [...before, ...caller], together };
  }

  private isInside(v: Node): boolean {
    const at = this.layout.defined[v.id];
    return at >= this.run.start && at < this.run.end;
  }

  private findWays(n: Node): void {
    if (n.op === RETURN) this.returnNodes.add(n);
    if (n.op === RETURN || TAIL_CALLS[n.op] !== 0) this.returns = true;
    if (n.edges === null) return;
    for (const e of n.edges) {
      if (this.isInside(e.target)) continue;
      let way = this.ways.find(({ target }) => target === e.target);
      if (way === undefined) this.ways.push(way = newWay(e.target, false));
      way.edges.push(e);
    }
  }

  /** An argument that all branches to a target take from the same place outside is known to the caller; others are given. */
  private agree(way: Way): void {
    const first = way.edges[0].args;
    way.args = mapped(first, (a, i) => {
      const known = !this.isInside(a) && way.edges.every((e) => e.args[i] === a);
      if (!known) way.gives.push(given(a.kind, null, -1));
      return known ? a : null;
    });
    for (const e of way.edges) e.args = e.args.filter((_, i) => way.args[i] === null);
  }

  private endWay(nodes: readonly Node[]): Way {
    const way = newWay(null, false), { lastUse } = this.layout, { end } = this.run;
    const give = (v: Node): void => { if (lastUse[v.id] >= end && IS_CONSTANT[v.op] === 0) way.gives.push(given(v.kind, v, -1)); };
    for (const n of nodes) {
      if (n.kind !== Kind.None) give(n);
      if (n.results !== null) n.results.forEach(give);
    }
    return way;
  }

  /** Passes variables in that the run reads or may leave as they were, and out that it sets and somebody reads; the caller's reads for it. */
  private variables(nodes: readonly Node[], live: LiveVariables): Node[] {
    const read = new Set<number>(), set = new Set<number>();
    for (const n of nodes) {
      if (n.op === VAR_GET) read.add(n.imm);
      else if (n.op === VAR_SET) set.add(n.imm);
      else if (n.op === TRY && (n.aux as TryHandlers).skipVar >= 0) read.add((n.aux as TryHandlers).skipVar);
    }
    for (const way of this.ways) {
      if (way.returns) continue;
      for (const v of set) {
        if (!(way.target === null ? live.isLiveBefore(this.run.end, v) : live.isLiveAt(way.target, v))) continue;
        read.add(v);
        way.gives.push(given(this.parent.vars[v], null, v));
      }
    }
    for (const v of [...set, ...read]) {
      if (this.ownVariables.has(v)) continue;
      this.ownVariables.set(v, this.piece.vars.length);
      this.piece.vars.push(this.parent.vars[v]);
    }
    return mapped([...read], (v) => {
      const kind = this.parent.vars[v];
      const value = this.parent.node(VAR_GET, kind, []);
      value.imm = v;
      const entry = this.piece.node(VAR_SET, Kind.None, [this.parameter(value)]);
      entry.imm = this.ownVariables.get(v)!;
      this.head.push(entry);
      return value;
    });
  }

  private parameter(value: Node): Node {
    const p = this.piece.node(PARAM, value.kind, []);
    p.imm = this.piece.params.length;
    p.local = value.local;
    this.piece.params.push(p);
    this.takes.push(value);
    return p;
  }
  private constant(value: number): Node {
    const c = this.piece.node(I32_CONST, Kind.I32, []);
    c.imm = value;
    this.head.push(c);
    return c;
  }

  private operand(v: Node): Node {
    if (this.isInside(v)) return v;
    let own = this.own.get(v);
    if (own === undefined) {
      if (IS_CONSTANT[v.op] === 0) own = this.parameter(v);
      else {
        own = this.piece.node(v.op, v.kind, []);
        own.imm = v.imm;
        own.imm2 = v.imm2;
        own.aux = v.aux;
        own.flags = v.flags;
        this.head.push(own);
      }
      this.own.set(v, own);
    }
    return own;
  }
  private takeUp(n: Node): void {
    const { args } = n;
    for (let i = 0; i < args.length; i++) args[i] = this.operand(args[i]);
    if (n.edges !== null) for (const e of n.edges) for (let i = 0; i < e.args.length; i++) e.args[i] = this.operand(e.args[i]);
    if (n.op === VAR_GET || n.op === VAR_SET) n.imm = this.ownVariables.get(n.imm)!;
    else if (n.op === TRY) {
      const handlers = n.aux as TryHandlers;
      if (handlers.skipVar >= 0) handlers.skipVar = this.ownVariables.get(handlers.skipVar)!;
    }
  }

  /** Decides what is returned and which slots the rest is in. A float would be boxed as the returned value, which matters where calls are many. */
  private placeGiven(): void {
    const { ways, parent, piece } = this;
    this.coded = ways.length > 1;
    for (const way of ways) {
      let slot = way.returns ? parent.results.length : 0;
      if (way.returns && this.coded && parent.results.length > 0) way.gives.push(given(parent.results[0], null, -1));
      const returned = this.coded ? undefined : way.gives.find(({ kind }) => this.givesFloats || kind === Kind.I32 || kind === Kind.Ref);
      for (const g of way.gives) if (g !== returned) g.slot = slot++;
      if (returned !== undefined) piece.results = [returned.kind];
    }
    if (this.coded) piece.results = [Kind.I32];
    else if (ways[0]?.returns === true) piece.results = parent.results;
  }

  /** The code of a way; 0 for the last, which the caller needs no test for. */
  private code(way: Way): Node[] {
    return this.coded ? [this.constant((this.ways.indexOf(way) + 1) % this.ways.length)] : [];
  }

  private body(run: Node[]): Node[] {
    const { piece, ways } = this;
    const end = ways.at(-1);
    let inner = run;
    if (end !== undefined && end.target === null && !end.returns) inner.push(...this.leave(end, mapped(end.gives, ({ value }) => value)));
    for (const way of ways) {
      if (way.target === null) continue;
      const block = piece.node(BLOCK, Kind.None, []);
      const to = way.target.op === LOOP ? way.target.params : way.target.results, places = way.args.flatMap((a, k) => (a === null ? [k] : []));
      const results = block.results = mapped(way.gives.filter(({ variable }) => variable < 0), ({ kind }, i) => {
        const r = piece.node(RESULT, kind, []);
        r.owner = block;
        r.imm = i;
        r.local = to?.[places[i]]?.local ?? -1;
        return r;
      });
      for (const e of way.edges) e.target = block;
      block.regions = [{ nodes: inner }];
      inner = [block, ...this.leave(way, [...results])];
    }
    if (this.coded && this.returns) this.codeReturns(inner);
    return [...this.head, ...inner];
  }

  /** Hands on what a way gives, and returns. `values`: those that are not variables, in order. */
  private leave(way: Way, values: (Node | null)[]): Node[] {
    const out: Node[] = [];
    let returned: Node | null = null, next = 0;
    for (const g of way.gives) {
      let value: Node;
      if (g.variable >= 0) {
        value = this.piece.node(VAR_GET, g.kind, []);
        value.imm = this.ownVariables.get(g.variable)!;
        out.push(value);
      } else value = values[next++]!;
      if (g.slot === RETURNED) { returned = value; continue; }
      out.push(this.set(value, g.slot));
    }
    out.push(this.piece.node(RETURN, Kind.None, returned !== null ? [returned] : this.code(way)));
    return out;
  }
  private set(value: Node, slot: number): Node {
    const set = this.piece.node(SET_RET[value.kind], Kind.None, [value]);
    set.imm = slot;
    return set;
  }

  private codeReturns(body: Node[]): void {
    const way = this.ways[0], code = this.code(way);
    const work: Region[] = [{ nodes: body }];
    for (let region = work.pop(); region !== undefined; region = work.pop()) {
      const { nodes } = region;
      for (const n of nodes) if (n.regions !== null) work.push(...n.regions);
      const last = nodes[nodes.length - 1];
      if (!this.returnNodes.has(last)) continue;
      if (last.args.length > 0) nodes.splice(-1, 0, this.set(last.args[0], way.gives[0].slot));
      last.args = [...code];
    }
  }
}

/** Takes a run out of the function that `layout` is of, as its piece `number`. `givesFloats`: a piece that gives one float returns it. */
export function outline(layout: Layout, run: Run, number: number, live: LiveVariables | null, instead: Map<Node, Node>, givesFloats: boolean): Outlined {
  return new Outlining(layout, run, number, givesFloats).outline(live, instead);
}
