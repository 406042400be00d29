// Exact NaNs (`nan: 'exact'`): decides where the bits of a NaN matter, and marks the operations that must care with
// `Flag.nan`; their emitters then write helpers of runtime/nan.ts. In that mode the number NaN stands for the canonical NaN
// and any other is an object, made only where somebody may look at its bits: a load that only feeds arithmetic
// stays a plain load. Numbers that are stored get the canonical bits whatever NaN the engine computed.
//
// Two questions, answered along the moves of values: are the bits of a value looked at (`WANTED`), and may it be an
// object (`OBJECT`)? What is not known to compute is taken to look, and to give objects. Runs last, on words.
import { isFloat, Kind } from '../spec/types.js';
import { opId } from '../spec/opcodes.js';
import { isNaNBits } from '../ir/float-bits.js';
import { ControlIndex } from '../ir/control-index.js';
import { Elements, type ArrayLayout } from '../ir/gc-layout.js';
import { Flag, type FunctionIR, type Node } from '../ir/node.js';
import { IR_OP_COUNT, irOp, type IrOpName } from '../ir/ops.js';

const LOOP = irOp('loop'), YIELD = irOp('yield'), SELECT = opId('select'), SELECT_T = opId('select_t'), HELPER = irOp('helper'), CAUGHT = irOp('caught');
/** Their values come from others. */
const MOVES: ReadonlySet<number> = new Set([SELECT, SELECT_T, irOp('result'), irOp('loop.param')]);

/** What an operation is to NaNs: by operation. */
const Role = {
  other: 0,
  /** Makes a number of numbers, or an integer; takes objects for NaNs by itself. */
  compute: 1,
  /** As `compute`, but its JavaScript does not coerce. */
  plain: 2,
  /** As `compute`, and its result is no NaN. */
  convert: 3,
  load: 4, constant: 5, fromInt: 6, toInt: 7,
  store: 8, setElement: 9, neg: 10, abs: 11, copysign: 12, register: 13, array: 14,
} as const;
const ROLE = new Uint8Array(IR_OP_COUNT);
const role = (as: number, ...names: IrOpName[]): void => { for (const name of names) ROLE[irOp(name)] = as; };
for (const t of ['f32', 'f64'] as const) {
  const ops = (as: number, names: string): void => role(as, ...names.split(' ').map((name) => `${t}.${name}` as IrOpName));
  ops(Role.compute, 'add sub mul div min max sqrt ceil floor trunc nearest lt gt le ge');
  ops(Role.plain, 'eq ne');
  ops(Role.convert, 'convert_i32_s convert_i32_u convert_i64_s convert_i64_u');
  ops(Role.load, 'load');
  ops(Role.store, 'store');
  ops(Role.constant, 'const');
  ops(Role.neg, 'neg');
  ops(Role.abs, 'abs');
  ops(Role.copysign, 'copysign');
  for (const i of ['i32', 'i64'] as const) {
    for (const s of ['s', 'u']) role(Role.compute, `${i}.trunc_${t}_${s}` as IrOpName, `${i}.trunc_sat_${t}_${s}` as IrOpName);
  }
}
role(Role.plain, 'f64.promote_f32', 'f32.demote_f64');
role(Role.convert, 'f64.from_u32', 'address64');
role(Role.compute, 'gc.guard', 'i32.trunc_in_range');
role(Role.fromInt, 'f32.reinterpret_i32');
role(Role.toInt, 'i32.reinterpret_f32');
role(Role.load, 'gc.elem', 'gc.elem.const', 'gc.at', 'gc.at.const');
role(Role.setElement, 'gc.elem.set');
role(Role.register, 'ret.f64', 'set.ret.f64');
role(Role.array, 'array.new', 'array.new_fixed', 'array.fill', 'array.copy');

/** Helpers by what they are. */
const roleOf = (n: Node): number => {
  if (n.op !== HELPER) return ROLE[n.op];
  return n.aux === 'f64FromBits' ? Role.fromInt : n.aux === 'f64Bits' ? Role.toInt : /^i64ToF/.test(n.aux as string) ? Role.convert : Role.compute;
};

const CANONICAL_HIGH = 0x7ff80000, CANONICAL_SINGLE = 0x7fc00000;
const isNaNConst = (n: Node): boolean => isNaNBits(n.kind, n.imm, n.imm2);
const isCanonicalConst = (n: Node): boolean => (n.kind === Kind.F32 ? n.imm === CANONICAL_SINGLE : n.imm2 === CANONICAL_HIGH && n.imm === 0);

const WANTED = 1, OBJECT = 2;

class ExactNaNs {
  private readonly fn: FunctionIR;
  /** Bits of each value, by id. */
  private readonly facts: Uint8Array;
  /** Values that are moved, or whose bits go into another's, and where to. */
  private readonly from: Node[] = [];
  private readonly to: Node[] = [];
  private readonly nodes: Node[] = [];

  constructor(fn: FunctionIR) {
    this.fn = fn;
    this.facts = new Uint8Array(fn.nodeCount);
  }

  run(): void {
    const index = new ControlIndex();
    index.build(this.fn, (n, around) => { this.visit(n, around < 0 ? null : index.controls[around]); });
    this.spread(this.to, this.from, WANTED);
    // Known now: which sources make objects.
    for (const n of this.nodes) if (this.makesObject(n)) this.facts[n.id] |= OBJECT;
    for (const n of this.from) if (this.makesObject(n)) this.facts[n.id] |= OBJECT;
    for (const p of this.fn.params) this.facts[p.id] |= OBJECT;
    this.spread(this.from, this.to, OBJECT);
    for (const n of this.nodes) this.mark(n);
  }

  private feeds(args: readonly Node[], members: readonly Node[] | null): void {
    if (members === null) return;
    for (let i = 0; i < args.length; i++) if (isFloat(members[i].kind)) this.feed(args[i], members[i]);
  }
  private feed(from: Node, to: Node): void {
    this.from.push(from);
    this.to.push(to);
  }

  private visit(n: Node, owner: Node | null): void {
    const { op, args } = n, as = roleOf(n);
    for (const a of args) if (a.op === CAUGHT) this.facts[a.id] |= OBJECT;
    let concerned = isFloat(n.kind) || as === Role.array || n.results !== null;
    if (op === SELECT || op === SELECT_T) {
      if (isFloat(n.kind)) { this.feed(args[0], n); this.feed(args[1], n); }
    } else if (op === YIELD && owner !== null) this.feeds(args, owner.results);
    else if (op === LOOP) this.feeds(args, n.params);
    else if (as === Role.neg || as === Role.abs) this.feed(args[0], n);
    else {
      const looks = as !== Role.compute && as !== Role.plain && as !== Role.convert;
      args.forEach((a, k) => {
        if (!isFloat(a.kind)) return;
        concerned = true;
        if (as === Role.copysign && k === 0) this.feed(a, n);
        else if (looks) this.facts[a.id] |= WANTED;
      });
    }
    if (concerned) this.nodes.push(n);
    if (n.edges !== null) for (const { target, args: values } of n.edges) this.feeds(values, target.op === LOOP ? target.params : target.results);
  }

  /** Spreads a fact along the moves. */
  private spread(from: readonly Node[], to: readonly Node[], fact: number): void {
    const { facts } = this;
    const first = new Int32Array(facts.length).fill(-1), next = new Int32Array(from.length);
    for (let m = 0; m < from.length; m++) {
      next[m] = first[from[m].id];
      first[from[m].id] = m;
    }
    const work: number[] = [];
    for (let v = 0; v < facts.length; v++) if ((facts[v] & fact) !== 0 && first[v] >= 0) work.push(v);
    for (let v = work.pop(); v !== undefined; v = work.pop()) {
      for (let m = first[v]; m >= 0; m = next[m]) {
        const t = to[m].id;
        if ((facts[t] & fact) !== 0) continue;
        facts[t] |= fact;
        if (first[t] >= 0) work.push(t);
      }
    }
  }

  private is(n: Node, fact: number): boolean { return (this.facts[n.id] & fact) !== 0; }

  /** May the value be an object, other than because one was moved there? */
  private makesObject(n: Node): boolean {
    if (!isFloat(n.kind) || MOVES.has(n.op)) return false;
    switch (roleOf(n)) {
      case Role.compute: case Role.plain: case Role.convert: return false;
      case Role.constant: return this.is(n, WANTED) && isNaNConst(n) && !isCanonicalConst(n);
      case Role.load: case Role.fromInt: case Role.neg: case Role.abs: return this.is(n, WANTED);
      default: return true;
    }
  }

  private mark(n: Node): void {
    const as = roleOf(n);
    switch (as) {
      case Role.load: case Role.constant: case Role.neg:
        if (this.is(n, WANTED) && (as !== Role.constant || isNaNConst(n))) n.flags |= Flag.nan;
        return;
      case Role.abs:
        if (this.is(n, WANTED) && this.is(n.args[0], OBJECT)) n.flags |= Flag.nan;
        return;
      case Role.fromInt:
        if (!this.is(n, WANTED)) return;
        if (n.op === HELPER) n.aux = 'exactF64'; else n.flags |= Flag.nan;
        return;
      case Role.toInt:
        if (n.op === HELPER) n.aux = 'exactBitsF64'; else n.flags |= Flag.nan;
        return;
      case Role.copysign: case Role.register:
        n.flags |= Flag.nan;
        return;
      case Role.plain:
        if (n.args.some((a) => this.is(a, OBJECT))) n.flags |= Flag.nan;
        return;
      case Role.store: this.stored(n, 1); return;
      case Role.setElement: this.stored(n, 2); return;
      case Role.array: {
        const { elements } = n.aux as ArrayLayout;
        if (elements === Elements.f32 || elements === Elements.f64) n.flags |= Flag.nan;
      }
    }
  }
  private stored(n: Node, operand: number): void {
    const x = n.args[operand];
    if (!isFloat(x.kind)) return;
    if (this.is(x, OBJECT)) n.flags |= Flag.nan;
    else if (roleOf(x) !== Role.convert && (roleOf(x) !== Role.constant || isNaNConst(x))) n.flags |= Flag.nanNumber;
  }
}

/** Marks what has to keep the bits of NaNs. */
export function exactNaNs(fn: FunctionIR): void {
  fn.keepsNaNs = true;
  new ExactNaNs(fn).run();
}
