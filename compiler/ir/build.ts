// From validated instructions to structured SSA. The builder is the validator's sink: it keeps a stack of
// values and the current value of every local, and turns blocks into nested regions. Where paths meet,
// locals assigned on the way become results of the block; at a loop's head they become its
// parameters (which ones, assignments.ts knows beforehand), if somebody may read them there.
import { CompileError } from '../spec/errors.js';
import type { Instruction } from '../spec/instruction.js';
import { type FuncType, type Module } from '../spec/module.js';
import { opId } from '../spec/opcodes.js';
import { Kind, kindOf, type ValType } from '../spec/types.js';
import type { FunctionSink } from '../validate/sink.js';
import { scanAssignments, type Assignments } from './assignments.js';
import { closeTry, isCatch, openTry } from './build-exceptions.js';
import { buildInstruction } from './build-instructions.js';
import { Flag, FunctionIR, type Edge, type Node, type Region } from './node.js';
import { irOp } from './ops.js';
import { mapped } from './mapped.js';
import { truncate } from './truncate.js';

const BLOCK = opId('block'), LOOP = opId('loop'), IF = opId('if'), ELSE = opId('else'), END = opId('end'), TRY = opId('try'), TRY_TABLE = opId('try_table'), DELEGATE = opId('delegate');
const BR = opId('br'), BR_IF = opId('br_if'), BR_TABLE = opId('br_table'), RETURN = opId('return'), UNREACHABLE = opId('unreachable');
const LOCAL_GET = opId('local.get'), LOCAL_SET = opId('local.set'), LOCAL_TEE = opId('local.tee'), DROP = opId('drop'), NOP = opId('nop');
const PARAM = irOp('param'), LOOP_PARAM = irOp('loop.param'), RESULT = irOp('result'), YIELD = irOp('yield'), VAR_GET = irOp('var.get'), VAR_SET = irOp('var.set');
const I32_CONST = opId('i32.const');
const ZERO_OP = { [Kind.None]: -1, [Kind.I32]: opId('i32.const'), [Kind.I64]: opId('i64.const'), [Kind.F32]: opId('f32.const'), [Kind.F64]: opId('f64.const'), [Kind.V128]: opId('v128.const'), [Kind.Ref]: opId('ref.null') };
const NO_LOCALS: number[] = [];
const NO_NODES: Node[] = [];

export interface Frame {
  op: number;
  type: FuncType;
  /** The control node edges lead to; of `if` and the tries, a block put around them once a branch asks for one. */
  node: Node;
  wrapper: Node | null;
  /** Region the node stands in, and stack height below its parameters. */
  outer: Region;
  height: number;
  /** Locals whose values branches carry, and what they were at the start. */
  locals: number[];
  entry: Node[];
  /** Locals assigned inside, and what they were at the start: of `if`, its other arm begins with that. */
  assigned: number[];
  before: Node[];
  /** Of a loop: locals whose values fall out of its end. */
  ends: number[];
  /** Branches to the end (block, if, function) or to the head (loop). */
  edges: Edge[];
  /** Of `if` and the tries: the fall-through ends of its arms; of `if`: the parameters both arms start with. */
  yields: Node[];
  params: Node[];
}

export class FunctionBuilder implements FunctionSink {
  readonly m: Module;
  readonly funcName: string | undefined;
  fn!: FunctionIR;
  funcIndex = 0;
  stack: Node[] = [];
  region!: Region;
  reachable = true;
  private type!: FuncType;
  private env: Node[] = [];
  readonly frames: Frame[] = [];
  private assignments!: Assignments;
  private readonly constants = new Map<number, Node>();
  private blockCount = 0;
  /** IR variable that says which try an exception is delegated past, once there is a `delegate` that needs it. */
  delegateVar: number | undefined = undefined;
  private deadDepth = 0;
  /** The IR variable of a local kept out of SSA form, or -1. */
  private variables: Int32Array = new Int32Array(0);
  private localKinds: Kind[] = [];
  localTypes: readonly ValType[] = [];

  constructor(m: Module, funcName: string | undefined) {
    this.m = m;
    this.funcName = funcName;
  }

  begin(funcIndex: number, type: FuncType, locals: readonly ValType[]): void {
    const fn = this.fn = new FunctionIR(funcIndex, this.funcName, type.results.map(kindOf));
    fn.sharesMemory = this.m.memories.some(({ type: { limits } }) => limits.shared);
    this.funcIndex = funcIndex;
    this.type = type;
    this.region = fn.body;
    this.localKinds = locals.map(kindOf);
    this.localTypes = locals;
    this.assignments = scanAssignments(this.m, funcIndex, locals.length);
    fn.hasDeadMerges = this.assignments.unpruned;
    const zeros: (Node | undefined)[] = [];
    for (let l = 0; l < locals.length; l++) {
      const kind = this.localKinds[l];
      if (l < type.params.length) {
        const p = fn.node(PARAM, kind, []);
        p.imm = l;
        p.local = l;
        fn.params.push(p);
        this.env.push(p);
      } else {
        this.env.push(zeros[kind] ??= this.add(ZERO_OP[kind], kind, []));
      }
    }
    this.demoteLocals(type.params.length);
    this.openBody(type);
  }

  /** Instead of `begin`, for a constant expression that gives values of `types`: a function without parameters. */
  beginExpression(types: readonly ValType[]): void {
    const type: FuncType = { kind: 'func', params: [], results: types as ValType[] };
    this.fn = new FunctionIR(-1, undefined, types.map(kindOf));
    this.type = type;
    this.region = this.fn.body;
    this.assignments = { byBlock: [], atEnd: [], atHead: [], unpruned: false, demoted: new Uint8Array(0) };
    this.openBody(type);
  }

  /** The function's own label: branches to it end up here when `return` alone cannot express them. */
  private openBody(type: FuncType): void {
    const node = this.fn.node(BLOCK, Kind.None, []);
    this.frames.push(this.frame(END, { kind: 'func', params: [], results: type.results }, node, NO_LOCALS));
    this.region = { nodes: [] };
    node.regions = [this.region];
  }

  private demoteLocals(paramCount: number): void {
    const { demoted } = this.assignments;
    this.variables = new Int32Array(this.localKinds.length).fill(-1);
    for (let l = 0; l < this.localKinds.length; l++) {
      if (demoted[l] === 0) continue;
      this.variables[l] = this.fn.vars.length;
      this.fn.vars.push(this.localKinds[l]);
      if (l < paramCount) this.add(VAR_SET, Kind.None, [this.env[l]]).imm = this.variables[l];
    }
  }

  /** The node of an i32 constant, one for the function: a quarter of all instructions are constants. */
  i32Constant(value: number): Node {
    const n = this.constants.get(value);
    if (n !== undefined) return n;
    const c = this.fn.node(I32_CONST, Kind.I32, []);
    c.imm = value;
    this.fn.body.nodes.push(c);
    this.constants.set(value, c);
    return c;
  }

  // Nodes and the value stack

  /** Appends a node to the current region. */
  add(op: number, kind: Kind, args: Node[]): Node {
    const n = this.fn.node(op, kind, args);
    this.region.nodes.push(n);
    return n;
  }
  push(n: Node): void { this.stack.push(n); }
  pop(): Node { return this.stack.pop()!; }
  popMany(count: number): Node[] {
    const { stack } = this;
    if (count === 1) return [stack.pop()!];
    if (count === 2) { const b = stack.pop()!; return [stack.pop()!, b]; }
    return count === 0 ? [] : stack.splice(stack.length - count, count);
  }
  /** Ends the current region: what follows up to the next `else` or `end` is dead. */
  terminate(op: number, args: Node[]): Node {
    const n = this.add(op, Kind.None, args);
    this.reachable = false;
    return n;
  }

  fail(reason: string, offset: number): never {
    throw new CompileError(reason, { offset, func: this.funcIndex, funcName: this.funcName });
  }

  // Instructions

  instruction(i: Instruction): void {
    const id = i.op.id;
    const opens = id === BLOCK || id === LOOP || id === IF || id === TRY || id === TRY_TABLE;
    if (!this.reachable) {
      if (opens) { this.deadDepth++; this.blockCount++; return; }
      if (this.deadDepth > 0) { if (id === END || id === DELEGATE) this.deadDepth--; return; }
      if (id !== ELSE && id !== END && !isCatch(id)) return;
    }
    switch (id) {
      case LOCAL_GET: {
        const l = i.index;
        if (this.variables[l] < 0) { this.stack.push(this.env[l]); return; }
        const n = this.add(VAR_GET, this.localKinds[l], []);
        n.imm = this.variables[l];
        n.local = l;
        this.stack.push(n);
        return;
      }
      case LOCAL_SET: this.setLocal(i.index, this.pop()); return;
      case LOCAL_TEE: this.setLocal(i.index, this.stack[this.stack.length - 1]); return;
      case DROP: this.pop(); return;
      case NOP: return;
      case BLOCK: this.openBlock(i); return;
      case LOOP: this.openLoop(i); return;
      case IF: this.openIf(i); return;
      case ELSE: this.elseArm(); return;
      case END: this.close(); return;
      case TRY: case TRY_TABLE: openTry(this, i); return;
      case BR: this.branch(i.index); return;
      case BR_IF: this.branchIf(this.pop(), i.index); return;
      case BR_TABLE: this.branchTable(i.labels); return;
      case RETURN: this.terminate(RETURN, this.popMany(this.type.results.length)); return;
      case UNREACHABLE: this.terminate(UNREACHABLE, []); return;
      default: buildInstruction(this, i);
    }
  }

  private setLocal(l: number, value: Node): void {
    if (this.variables[l] >= 0) {
      const n = this.add(VAR_SET, Kind.None, [value]);
      n.imm = this.variables[l];
      n.local = l;
      return;
    }
    if (value.local < 0) value.local = l;
    this.env[l] = value;
  }

  // Blocks

  frame(op: number, type: FuncType, node: Node, locals: number[]): Frame {
    return {
      op, type, node, wrapper: null, outer: this.region, height: this.stack.length - type.params.length,
      locals, entry: this.values(locals), assigned: NO_LOCALS, before: NO_NODES, ends: NO_LOCALS, edges: [], yields: [], params: NO_NODES,
    };
  }
  private values(locals: number[]): Node[] {
    if (locals.length === 0) return NO_NODES;
    const values: Node[] = [];
    for (let k = 0; k < locals.length; k++) values.push(this.env[locals[k]]);
    return values;
  }

  /** The locals that the end of the next block merges. */
  mergedAfterNext(): number[] { return this.assignments.atEnd[this.blockCount++] ?? NO_LOCALS; }

  private openBlock(i: Instruction): void {
    const node = this.fn.node(BLOCK, Kind.None, []);
    this.frames.push(this.frame(BLOCK, i.blockType, node, this.mergedAfterNext()));
    this.region = { nodes: [] };
    node.regions = [this.region];
  }

  private openLoop(i: Instruction): void {
    const locals = this.assignments.atHead[this.blockCount] ?? NO_LOCALS, ends = this.mergedAfterNext(), type = i.blockType;
    const inits = this.popMany(type.params.length);
    const node = this.fn.node(LOOP, Kind.None, inits);
    for (let k = 0; k < inits.length; k++) this.stack.push(inits[k]);
    const frame = this.frame(LOOP, type, node, locals);
    frame.ends = ends;
    frame.before = this.values(ends);
    truncate(this.stack, frame.height);
    node.params = [];
    for (let k = 0; k < type.params.length; k++) this.stack.push(this.loopParam(node, inits[k].kind));
    for (let k = 0; k < locals.length; k++) {
      const l = locals[k];
      node.args.push(this.env[l]);
      const p = this.loopParam(node, this.localKinds[l]);
      p.local = l;
      this.env[l] = p;
    }
    this.frames.push(frame);
    this.region = { nodes: [] };
    node.regions = [this.region];
  }

  private loopParam(loop: Node, kind: Kind): Node {
    const p = this.fn.node(LOOP_PARAM, kind, []);
    p.owner = loop;
    p.imm = loop.params!.length;
    loop.params!.push(p);
    return p;
  }

  private openIf(i: Instruction): void {
    const node = this.fn.node(IF, Kind.None, [this.pop()]);
    if (this.m.branchHints?.get(this.fn.index)?.has(i.offset) === true) node.flags |= Flag.predictable;
    const assigned = this.assignments.byBlock[this.blockCount] ?? NO_LOCALS;
    const frame = this.frame(IF, i.blockType, node, this.mergedAfterNext());
    frame.assigned = assigned;
    frame.before = assigned === frame.locals ? frame.entry : this.values(assigned);
    frame.params = this.stack.slice(frame.height);
    this.frames.push(frame);
    this.region = { nodes: [] };
    node.regions = [this.region];
  }

  /** Ends an arm of an `if` or a try: a yield, if its end is reached. */
  endArm(f: Frame): void {
    if (!this.reachable) return;
    const values = this.popMany(f.type.results.length);
    for (let k = 0; k < f.locals.length; k++) values.push(this.env[f.locals[k]]);
    f.yields.push(this.terminate(YIELD, values));
  }

  private elseArm(): void {
    const f = this.frames[this.frames.length - 1];
    this.endArm(f);
    for (let k = 0; k < f.assigned.length; k++) this.env[f.assigned[k]] = f.before[k];
    truncate(this.stack, f.height);
    for (const p of f.params) this.stack.push(p);
    this.region = { nodes: [] };
    f.node.regions!.push(this.region);
    this.reachable = true;
    f.op = ELSE;
  }

  private close(): void {
    const f = this.frames[this.frames.length - 1];
    if (f.op === IF) this.elseArm();
    this.frames.pop();
    switch (f.op) {
      case BLOCK: this.closeBlock(f); break;
      case LOOP: this.closeLoop(f); break;
      case ELSE: this.closeArms(f); break;
      case TRY: case TRY_TABLE: closeTry(this, f); break;
      default: this.closeFunction(f);
    }
  }

  private closeBlock(f: Frame): void {
    const body = f.node.regions![0];
    if (f.edges.length === 0) {
      // Nobody branches here: the block is no more than its instructions.
      if (f.outer.nodes.length === 0) f.outer.nodes = body.nodes; else for (const n of body.nodes) f.outer.nodes.push(n);
      this.region = f.outer;
      return;
    }
    const ways: Node[][] = mapped(f.edges, (e) => e.args);
    if (this.reachable) {
      const values = this.popMany(f.type.results.length);
      for (let k = 0; k < f.locals.length; k++) values.push(this.env[f.locals[k]]);
      this.add(YIELD, Kind.None, values);
      ways.push(values);
    }
    this.leave(f, f.node, ways);
  }

  private closeLoop(f: Frame): void {
    const ways: Node[][] = [];
    f.locals = f.ends;
    f.entry = f.before;
    if (this.reachable) {
      const values = this.popMany(f.type.results.length);
      for (let k = 0; k < f.locals.length; k++) values.push(this.env[f.locals[k]]);
      this.add(YIELD, Kind.None, values);
      ways.push(values);
    }
    this.leave(f, f.node, ways);
  }

  closeArms(f: Frame): void {
    this.endArm(f);
    const ways = mapped(f.yields, (y) => y.args);
    let node = f.node;
    if (f.wrapper !== null) {
      node = f.wrapper;
      node.regions = [{ nodes: [f.node] }];
      f.node.flags |= Flag.noExit;
      for (const e of f.edges) ways.push(e.args);
      for (const y of f.yields) { y.op = BR; y.edges = [{ target: node, args: y.args }]; y.args = []; }
      f.node.results = [];
    }
    this.leave(f, node, ways);
  }

  /** Puts the finished control node into its region and its results on the stack and into the locals. `ways` are the
   * argument lists that arrive at its end; a local that still has its old value on all of them needs no result. */
  private leave(f: Frame, node: Node, ways: Node[][]): void {
    this.region = f.outer;
    this.region.nodes.push(node);
    node.results = [];
    truncate(this.stack, f.height);
    if (ways.length === 0) {
      node.flags |= Flag.noExit;
      this.reachable = false;
      return;
    }
    this.reachable = true;
    const count = f.type.results.length;
    for (let k = 0; k < count; k++) this.stack.push(this.result(node, kindOf(f.type.results[k])));
    let kept = count;
    for (let k = 0; k < f.locals.length; k++) {
      const l = f.locals[k], old = f.entry[k], from = count + k;
      let same = true;
      for (let w = 0; w < ways.length; w++) if (ways[w][from] !== old) { same = false; break; }
      if (same) { this.env[l] = old; continue; }
      if (kept !== from) for (let w = 0; w < ways.length; w++) ways[w][kept] = ways[w][from];
      kept++;
      const r = this.result(node, this.localKinds[l]);
      r.local = l;
      this.env[l] = r;
    }
    for (let w = 0; w < ways.length; w++) truncate(ways[w], kept);
  }

  /** A new result of a control node or call. */
  result(owner: Node, kind: Kind): Node {
    const r = this.fn.node(RESULT, kind, []);
    r.owner = owner;
    r.imm = owner.results!.length;
    owner.results!.push(r);
    return r;
  }

  private closeFunction(f: Frame): void {
    if (this.reachable) this.terminate(RETURN, this.popMany(this.type.results.length));
    const body = f.node.regions![0];
    this.region = f.outer;
    if (f.edges.length === 0) {
      for (const n of body.nodes) this.region.nodes.push(n);
      return;
    }
    this.region.nodes.push(f.node);
    f.node.results = [];
    this.add(RETURN, Kind.None, mapped(this.type.results, (t) => this.result(f.node, kindOf(t))));
  }

  // Branches

  private isFunctionFrame(depth: number): boolean { return depth === this.frames.length - 1; }

  /** An edge to the label `depth` levels out that carries the stack's top values (which stay there) and the locals. */
  edge(depth: number): Edge {
    const f = this.frames[this.frames.length - 1 - depth];
    const count = f.op === LOOP ? f.type.params.length : f.type.results.length;
    const args = this.stack.slice(this.stack.length - count);
    for (let k = 0; k < f.locals.length; k++) args.push(this.env[f.locals[k]]);
    let target = f.node;
    if (f.op === IF || f.op === ELSE || f.op === TRY || f.op === TRY_TABLE) target = f.wrapper ??= this.fn.node(BLOCK, Kind.None, []);
    const e = { target, args };
    f.edges.push(e);
    return e;
  }

  private branch(depth: number): void {
    if (this.isFunctionFrame(depth)) { this.terminate(RETURN, this.popMany(this.type.results.length)); return; }
    const e = this.edge(depth);
    this.terminate(BR, []).edges = [e];
  }

  /** `br_if` and the branches on null or type: leaves the label's values on the stack. */
  branchIf(condition: Node, depth: number): void {
    if (!this.isFunctionFrame(depth)) {
      const e = this.edge(depth);
      this.add(BR_IF, Kind.None, [condition]).edges = [e];
      return;
    }
    const n = this.add(IF, Kind.None, [condition]);
    n.results = [];
    const count = this.type.results.length;
    n.regions = [
      { nodes: [this.fn.node(RETURN, Kind.None, this.stack.slice(this.stack.length - count))] },
      { nodes: [this.fn.node(YIELD, Kind.None, [])] },
    ];
  }

  private branchTable(labels: number[]): void {
    const index = this.pop();
    const edges: Edge[] = [], byDepth = new Map<number, number>(), map = new Int32Array(labels.length);
    for (let k = 0; k < labels.length; k++) {
      let e = byDepth.get(labels[k]);
      if (e === undefined) { byDepth.set(labels[k], e = edges.length); edges.push(this.edge(labels[k])); }
      map[k] = e;
    }
    const n = this.terminate(BR_TABLE, [index]);
    n.edges = edges;
    n.aux = map;
  }
}
