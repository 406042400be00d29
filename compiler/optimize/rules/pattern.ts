// The language of rewriting rules. A rule is data:
//
//   ['i32.add (i32.add x A) B', 'i32.add x (i32.add A B)']
//   ['i32.and (i32.or x A) B', 'i32.and x B', ({ A, B }) => (A.imm & B.imm) === 0]
//
// Lower-case names match any value (the same one where a name comes twice), upper-case names constants, numbers that
// constant. In the result a name stands for what it matched and operations are new nodes, which are simplified in
// turn: that is how constants get computed. A condition, where there is one, sees the matched nodes by name, and the
// width of the rule. Rules for both widths write `T.` for `i32.` and `i64.`, BITS and MASK for 32 and 31, 64 and 63.
import { OPCODES, opId } from '../../spec/opcodes.js';
import { Kind, kindOf } from '../../spec/types.js';
import { Node } from '../../ir/node.js';
import { IR_OP_COUNT, irOp, type IrOpName } from '../../ir/ops.js';

/** The names rules may use; their place is where a match puts the node. */
const NAMES = ['x', 'y', 'c', 'p', 'A', 'B'] as const;
export type Bindings = Readonly<Record<(typeof NAMES)[number], Node>>;
export type Condition = (b: Bindings, bits: number) => boolean;
export type Rule = readonly [match: string, to: string, when?: Condition];

export const I32_CONST = opId('i32.const'), I64_CONST = opId('i64.const'), F32_CONST = opId('f32.const'), F64_CONST = opId('f64.const');
const SELECT = opId('select');

/** By operation: 1 for the constants. */
export const IS_CONSTANT = new Uint8Array(IR_OP_COUNT);
for (const op of [I32_CONST, I64_CONST, F32_CONST, F64_CONST]) IS_CONSTANT[op] = 1;

export const CONST_OF_KIND: readonly number[] = [-1, I32_CONST, I64_CONST, F32_CONST, F64_CONST, -1, -1];

export const Term = { any: 0, same: 1, constant: 2, literal: 3, operation: 4 } as const;

/** A pattern or a result. `any`, `constant`: first sight of a name, `same`: seen before (in a result: always). */
export class Tree {
  readonly term: number;
  readonly slot: number;
  /** Operation, or the constant's operation of a literal. */
  readonly op: number;
  readonly lo: number;
  readonly hi: number;
  readonly kind: Kind;
  readonly args: readonly Tree[];
  constructor(term: number, slot: number, op: number, lo: number, hi: number, kind: Kind, args: readonly Tree[]) {
    this.term = term;
    this.slot = slot;
    this.op = op;
    this.lo = lo;
    this.hi = hi;
    this.kind = kind;
    this.args = args;
  }
}

export class CompiledRule {
  readonly source: Rule;
  readonly match: Tree;
  readonly to: Tree;
  readonly bits: number;
  /** Operation the first and second operand must have, or -1: what most rules fail on. */
  readonly first: number;
  readonly second: number;
  readonly when: Condition | null;
  constructor(source: Rule, match: Tree, to: Tree, bits: number) {
    this.source = source;
    this.match = match;
    this.to = to;
    this.bits = bits;
    this.first = needed(match.args[0]);
    this.second = needed(match.args[1]);
    this.when = source[2] ?? null;
  }
}
const needed = (t: Tree | undefined): number => (t !== undefined && (t.term === Term.operation || t.term === Term.literal || t.term === Term.constant) ? t.op : -1);

function operandKind(op: number, at: number): Kind {
  if (op === SELECT) return Kind.I32;
  const params = OPCODES[op].params;
  if (params === null || at >= params.length) throw new Error(`rule: operand ${at} of ${OPCODES[op].name}`);
  return kindOf(params[at]);
}
function resultKind(op: number): Kind {
  if (op === SELECT) return Kind.I32;
  const results = OPCODES[op].results;
  return results === null || results.length === 0 ? Kind.None : kindOf(results[0]);
}

class RuleParser {
  private readonly tokens: string[];
  private at = 0;
  private readonly seen: Set<number>;
  private readonly isResult: boolean;
  constructor(text: string, seen: Set<number>, isResult: boolean) {
    this.tokens = text.match(/[()]|[^\s()]+/g) ?? [];
    this.seen = seen;
    this.isResult = isResult;
  }

  /** A whole side of a rule: an operation with its operands, or a single name or number. */
  whole(kind: Kind): Tree {
    const tree = this.tokens.length === 1 ? this.leaf(this.tokens[this.at++], kind) : this.operation();
    if (this.at !== this.tokens.length) throw new Error(`rule: ${this.tokens.join(' ')}`);
    return tree;
  }
  private operation(): Tree {
    const op = irOp(this.tokens[this.at++] as IrOpName);
    const args: Tree[] = [];
    while (this.at < this.tokens.length && this.tokens[this.at] !== ')') {
      const kind = operandKind(op, args.length);
      const token = this.tokens[this.at++];
      if (token !== '(') { args.push(this.leaf(token, kind)); continue; }
      args.push(this.operation());
      this.at++;
    }
    return new Tree(Term.operation, -1, op, 0, 0, resultKind(op), args);
  }
  private leaf(token: string, kind: Kind): Tree {
    if (/^-?\d/.test(token)) {
      const bits = BigInt.asUintN(64, BigInt(token));
      return new Tree(Term.literal, -1, CONST_OF_KIND[kind], Number(bits & 0xffffffffn) | 0, kind === Kind.I64 ? Number(bits >> 32n) | 0 : 0, kind, []);
    }
    const slot = NAMES.findIndex((name) => name === token);
    if (slot < 0) throw new Error(`rule: no name ${token}`);
    if (this.seen.has(slot)) return new Tree(Term.same, slot, -1, 0, 0, kind, []);
    if (this.isResult) throw new Error(`rule: ${token} is not matched`);
    this.seen.add(slot);
    const isConstant = /^[A-Z]/.test(token);
    return new Tree(isConstant ? Term.constant : Term.any, slot, isConstant ? CONST_OF_KIND[kind] : -1, 0, 0, kind, []);
  }
}

function compileRule(source: Rule, bits: number): CompiledRule {
  const seen = new Set<number>();
  const match = new RuleParser(source[0], seen, false).whole(Kind.None);
  const to = new RuleParser(source[1], seen, true).whole(match.kind);
  return new CompiledRule(source, match, to, bits);
}

/** Spells out the rules written for both widths. */
export function bothWidths(rules: readonly Rule[]): CompiledRule[] {
  const compiled: CompiledRule[] = [];
  for (const bits of [32, 64]) {
    const spell = (s: string): string => s.replaceAll('T.', `i${bits}.`).replaceAll('BITS', String(bits)).replaceAll('MASK', String(bits - 1));
    for (const [match, to, when] of rules) compiled.push(compileRule(when === undefined ? [spell(match), spell(to)] : [spell(match), spell(to), when], bits));
  }
  return compiled;
}
/** Rules of one width; `bits` is what their conditions are told. */
export const oneWidth = (bits: number, rules: readonly Rule[]): CompiledRule[] => rules.map((r) => compileRule(r, bits));

const NOTHING = new Node(-1, 0, Kind.None, []);
/** What names matched, by slot; overwritten by the next match. */
export const matched: Node[] = NAMES.map(() => NOTHING);
/** The same, as conditions see it. */
const bindings: { -readonly [name in keyof Bindings]: Node } = { x: matched[0], y: matched[1], c: matched[2], p: matched[3], A: matched[4], B: matched[5] };

/** Forgets what matched: a node that is remembered keeps all of its function alive until another takes its place. */
export function forgetMatches(): void {
  for (let slot = 0; slot < matched.length; slot++) matched[slot] = NOTHING;
  bindings.x = bindings.y = bindings.c = bindings.p = bindings.A = bindings.B = NOTHING;
}

function matchTree(t: Tree, n: Node): boolean {
  switch (t.term) {
    case Term.any: matched[t.slot] = n; return true;
    case Term.same: return matched[t.slot] === n;
    case Term.constant:
      if (n.op !== t.op) return false;
      matched[t.slot] = n;
      return true;
    case Term.literal: return n.op === t.op && n.imm === t.lo && n.imm2 === t.hi;
    default: return n.op === t.op && matchArgs(t.args, n.args);
  }
}
function matchArgs(ts: readonly Tree[], args: readonly Node[]): boolean {
  for (let i = 0; i < ts.length; i++) if (!matchTree(ts[i], args[i])) return false;
  return true;
}

/** Does the rule apply to `n`, whose operation is the rule's? Leaves `matched` filled. */
export function matchRule(rule: CompiledRule, n: Node): boolean {
  if (!matchArgs(rule.match.args, n.args)) return false;
  if (rule.when === null) return true;
  bindings.x = matched[0];
  bindings.y = matched[1];
  bindings.c = matched[2];
  bindings.p = matched[3];
  bindings.A = matched[4];
  bindings.B = matched[5];
  return rule.when(bindings, rule.bits);
}

/** Rules by the operation they begin with. */
export function indexRules(rules: readonly CompiledRule[]): readonly (readonly CompiledRule[] | undefined)[] {
  const table: CompiledRule[][] = new Array<CompiledRule[]>(IR_OP_COUNT);
  for (const rule of rules) (table[rule.match.op] ??= []).push(rule);
  return table;
}

/** Operations whose value is 0 or 1. */
const IS_COMPARISON = new Uint8Array(IR_OP_COUNT);
for (const row of OPCODES) if (/^[if](32|64)\.(eqz?|ne|[lg][te](_[su])?)$/.test(row.name) || row.name === 'ref.is_null') IS_COMPARISON[row.id] = 1;
export const isComparison = (op: number): boolean => IS_COMPARISON[op] !== 0;
