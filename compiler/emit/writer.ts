// Writes operands as JavaScript expressions. Whoever asks for one says what it will do with it, and so coercions
// appear only where they change something: `a + b | 0` in a comparison, but `a + b & 7`.
import { f32FromBits, f64FromBits } from '../ir/float-bits.js';
import { Flag, type FunctionIR, type Node } from '../ir/node.js';
import { IR_OP_COUNT, irOp, irOpName, type IrOpName } from '../ir/ops.js';
import { truncate } from '../ir/truncate.js';
import { opTable } from '../structure/operands.js';
import { Place, type Marks } from '../structure/marks.js';
import { binary, conditional, element, identifier, member, number, NULL, unary, ZERO, type Expression, type Identifier, type LVal } from './ast.js';
import { Alignment } from './alignment.js';
import type { EmitEnv } from './env.js';
import { localName, PLAIN_VIEW_NAME, VIEW_NAME } from './local-names.js';
import type { MemoryAccess } from './memory-access.js';
import { bit, countOf, DATA_VIEW, PLAIN_VIEW } from './memory-views.js';

/** What the consumer of an i32 needs. */
export const Want = {
  /** The value itself: a signed int32 number, a double, a reference. */
  exact: 0,
  /** i32: anything that ToInt32 turns into the value. f32: anything that rounds to it. */
  loose: 1,
  /** The value taken unsigned. */
  unsigned: 2,
  /** Only whether it is zero. */
  truth: 3,
  /** An integer, congruent and below 2^47, that many of may be added without rounding. */
  term: 4,
} as const;
export type Want = (typeof Want)[keyof typeof Want];

/** Terms of one sum; each is below 2^47 in size, so that their sum is exact. */
export const MAX_TERMS = 64;

export type Emitter = (w: Writer, n: Node, want: Want) => Expression;
const EMITTERS = new Array<Emitter | undefined>(IR_OP_COUNT).fill(undefined);
/** Says how an operation is written; SIMD, GC and so on register theirs. */
export function emits(emitter: Emitter, ...names: IrOpName[]): void {
  for (const name of names) EMITTERS[irOp(name)] = emitter;
}

const I32_CONST = irOp('i32.const'), F32_CONST = irOp('f32.const'), F64_CONST = irOp('f64.const'), REF_NULL = irOp('ref.null');
const AND = irOp('i32.and'), SHR_U = irOp('i32.shr_u');
const NON_NEGATIVE = opTable(
  'i32.load8_u', 'i32.load16_u', 'i32.eqz', 'i32.eq', 'i32.ne', 'i32.lt_s', 'i32.lt_u', 'i32.gt_s', 'i32.gt_u', 'i32.le_s', 'i32.le_u',
  'i32.ge_s', 'i32.ge_u', 'f32.eq', 'f32.ne', 'f32.lt', 'f32.gt', 'f32.le', 'f32.ge', 'f64.eq', 'f64.ne', 'f64.lt', 'f64.gt', 'f64.le', 'f64.ge',
  'ref.is_null', 'ref.eq', 'i32.clz', 'i32.ctz', 'i32.popcnt',
);

/** Is an i32 known to be the same signed and unsigned? */
export function isNonNegative(n: Node): boolean {
  const op = n.op;
  if (op === I32_CONST) return n.imm >= 0;
  if (op === AND) return isMask(n.args[0]) || isMask(n.args[1]);
  if (op === SHR_U) return n.args[1].op === I32_CONST && (n.args[1].imm & 31) !== 0;
  return (n.flags & (Flag.bool | Flag.nonNegative)) !== 0 || NON_NEGATIVE[op] !== 0;
}
const isMask = (n: Node): boolean => n.op === I32_CONST && n.imm >= 0;

const NO_NAMES = new Map<number, Identifier>();

export class Writer {
  fn!: FunctionIR;
  env!: EmitEnv;
  readonly marks: Marks;
  memory!: MemoryAccess;
  /** The function's own copy of `AF`, if it keeps anything there. */
  array: Identifier | null = null;
  /** Each variable: an identifier, or an element of `array`; temporaries are appended as they are needed. */
  names: LVal[] = [];
  /** Temporaries that hold what variables had before a parallel copy overwrote them. */
  private renamed = new Map<number, Identifier>();
  /** Temporaries that are free, and those taken by the parallel copy being written, by representation. */
  private readonly free: Identifier[][] = [[], [], []];
  private readonly taken: Identifier[][] = [[], [], []];
  private kinds: readonly number[] = [];
  private stateName: Identifier | null = null;
  private scratchName: Identifier | null = null;
  /** The function's own copies of the first memory's views (memory-views.ts), and those that what is being written goes through, as bits. */
  private readonly viewNames: (Identifier | undefined)[] = [];
  localViews = 0;
  private addressName: Identifier | null = null;
  private baseName: Identifier | null = null;
  private storedName: Identifier | null = null;
  readonly alignment = new Alignment();
  /** Terms left for the sum being written. */
  terms = 0;
  /** May products stand in it uncoerced? */
  plainProducts = true;
  private readonly helpers = new Map<string, Identifier>();

  constructor(marks: Marks) {
    this.marks = marks;
  }

  /** `kinds`: the representation of each variable. */
  begin(fn: FunctionIR, env: EmitEnv, kinds: readonly number[]): void {
    if (env !== this.env) this.helpers.clear();
    this.fn = fn;
    this.env = env;
    this.renamed = NO_NAMES;
    this.memory = env.access;
    this.stateName = this.scratchName = this.addressName = this.baseName = this.storedName = this.array = null;
    truncate(this.viewNames, 0);
    this.localViews = 0;
    this.names = [];
    this.kinds = kinds;
    for (let i = 0; i < kinds.length; i++) this.names.push(localName(i));
    for (let k = 0; k < 3; k++) { truncate(this.free[k], 0); truncate(this.taken[k], 0); }
  }

  /** Makes elements of `AF` of these variables, by a copy of its own: code that was optimised in the middle of a loop looks the other one up at
   * every access, and takes three times as long to compile. */
  moveToArray(variables: readonly number[]): void {
    if (variables.length === 0) return;
    this.array = this.declare();
    for (let k = 0; k < variables.length; k++) this.names[variables[k]] = element(this.array, number(k));
  }
  /** Does assigning to the value's variable round it? */
  isInArray(n: Node): boolean { return this.id(n).type === 'MemberExpression'; }

  /** A new variable. */
  declare(): Identifier {
    const name = localName(this.names.length);
    this.names.push(name);
    return name;
  }

  /**
   * `Math.imul`, which V8 takes as known wherever it stands. A constant of the file is known in the first instance only: in others it is
   * read and compared at each use. Interpreters look two names up for it.
   */
  imul(): Expression {
    return this.env.interprets ? this.helper('imul') : member(identifier('Math'), 'imul');
  }

  /** The identifier of a runtime helper. */
  helper(name: string): Identifier {
    let id = this.helpers.get(name);
    if (id === undefined) this.helpers.set(name, id = identifier(this.env.helper(name)));
    return id;
  }
  id(n: Node): LVal { return this.names[this.marks.variable[n.id]]; }

  /** The state of flattened nests, and a reference that is read right after it is set. */
  state(): Identifier { return this.stateName ??= this.declare(); }
  scratch(): Identifier { return this.scratchName ??= this.declare(); }
  /** An address that is read again before anything else is computed. */
  address(): Identifier { return this.addressName ??= this.declare(); }
  /** The address and the value of a store, while both are computed. */
  base(): Identifier { return this.baseName ??= this.declare(); }
  stored(): Identifier { return this.storedName ??= this.declare(); }
  /** The function's own copy of a view of the first memory. */
  localView(view: number): Identifier {
    let name = this.viewNames[view];
    if (name === undefined) {
      if (view === DATA_VIEW) this.names.push(name = VIEW_NAME);
      else if (view === PLAIN_VIEW) this.names.push(name = PLAIN_VIEW_NAME);
      else name = this.declare();
      this.viewNames[view] = name;
    }
    return name;
  }
  /** The module's own. */
  moduleView(view: number): Identifier {
    const { env } = this;
    if (view === PLAIN_VIEW) return identifier(env.plainView(0));
    return identifier(view === DATA_VIEW ? env.view(0) : view < DATA_VIEW ? env.elements(0, view) : env.elementCount(0, view - countOf(0)));
  }
  /** A view as it is to be written here. */
  view(view: number): Identifier {
    return (this.localViews & bit(view)) !== 0 ? this.localView(view) : this.moduleView(view);
  }

  /** A temporary of the same representation as a variable, until `endRenames`. */
  temporary(variable: number): Identifier {
    const kind = this.kinds[variable];
    const name = this.free[kind].pop() ?? this.declare();
    this.taken[kind].push(name);
    return name;
  }
  /** From now on, reads of the variable read `to`. */
  rename(variable: number, to: Identifier): void {
    if (this.renamed === NO_NAMES) this.renamed = new Map();
    this.renamed.set(variable, to);
  }
  endRenames(): void {
    if (this.renamed === NO_NAMES) return;
    this.renamed = NO_NAMES;
    for (let k = 0; k < 3; k++) {
      for (const name of this.taken[k]) this.free[k].push(name);
      truncate(this.taken[k], 0);
    }
  }

  isVariable(n: Node): boolean { return this.marks.place[n.id] === Place.variable; }
  isSimple(n: Node): boolean {
    const place = this.marks.place[n.id];
    return place === Place.variable || place === Place.constant;
  }

  /** The operand `n`, as its consumer wants it. */
  operand(n: Node, want: Want = Want.exact): Expression {
    const place = this.marks.place[n.id];
    if (place === Place.variable) {
      const variable = this.marks.variable[n.id];
      const name = (this.renamed.size > 0 ? this.renamed.get(variable) : undefined) ?? this.names[variable];
      return want === Want.unsigned && !isNonNegative(n) ? binary('>>>', name, ZERO) : name;
    }
    return this.compute(n, want);
  }

  /** The value of the operation `n`, whether or not it goes into a variable then. */
  compute(n: Node, want: Want): Expression {
    const { op } = n;
    if (op === I32_CONST) return number(want === Want.unsigned ? n.imm >>> 0 : n.imm);
    const emit = EMITTERS[op];
    if (emit !== undefined) return emit(this, n, want);
    if (op === F64_CONST) return this.f64(n.imm, n.imm2, (n.flags & Flag.nan) !== 0);
    if (op === F32_CONST) return this.f32(n.imm, (n.flags & Flag.nan) !== 0);
    if (op === REF_NULL) return NULL;
    throw new Error(`no emitter for ${irOpName(op)} in function ${this.fn.index}`);
  }

  private f64(lo: number, hi: number, exact: boolean): Expression {
    const x = f64FromBits(lo, hi);
    if (x === x || (hi === 0x7ff80000 && lo === 0)) return number(x);
    return { type: 'CallExpression', callee: this.helper(exact ? 'nanF64' : 'f64FromBits'), arguments: [number(lo), number(hi)] };
  }
  private f32(bits: number, exact: boolean): Expression {
    const x = f32FromBits(bits);
    if (x === x || bits === 0x7fc00000) return number(x);
    return { type: 'CallExpression', callee: this.helper(exact ? 'nanF32' : 'f32FromBits'), arguments: [number(bits)] };
  }

  operands(args: readonly Node[], count = args.length): Expression[] {
    const out: Expression[] = [];
    for (let i = 0; i < count; i++) out.push(this.operand(args[i]));
    return out;
  }
}

// What an operation's JavaScript expression is before coercion, and what it takes to make it what is wanted.

/** From an int32 expression: `&`, `|`, `imul`, signed loads. */
export function fromSigned(e: Expression, want: Want): Expression {
  return want === Want.unsigned ? binary('>>>', e, ZERO) : e;
}
/** From an int32 that is not negative. */
export const fromNatural = (e: Expression): Expression => e;
/** From a uint32 expression, `>>>`. */
export function fromUnsigned(e: Expression, want: Want): Expression {
  return want === Want.exact ? binary('|', e, ZERO) : e;
}
/** From a sum of integers. */
export function fromSum(e: Expression, want: Want): Expression {
  switch (want) {
    case Want.unsigned: return binary('>>>', e, ZERO);
    case Want.loose: case Want.term: return e;
    default: return binary('|', e, ZERO);
  }
}
/** From a double that ToInt32 truncates to the value. */
export function fromDouble(e: Expression, want: Want): Expression {
  switch (want) {
    case Want.unsigned: return binary('>>>', e, ZERO);
    case Want.loose: return e;
    default: return binary('|', e, ZERO);
  }
}
/** From a JavaScript boolean. Interpreters take a call to make a number of it, several times as long as to choose one. */
export function fromBoolean(w: Writer, e: Expression, want: Want): Expression {
  if (want === Want.truth) return e;
  if (w.env.interprets) return conditional(e, ONE, ZERO);
  return want === Want.loose ? e : binary('|', e, ZERO);
}
const ONE = number(1);
/** The negative of an integer, coerced or not. Not by the sign, except for interpreters: `-0` is no integer, so SpiderMonkey makes a double of each. */
export const negative = (w: Writer, e: Expression): Expression => (w.env.interprets ? unary('-', e) : binary('-', ZERO, e));
export const isI32Const = (n: Node): boolean => n.op === I32_CONST;
