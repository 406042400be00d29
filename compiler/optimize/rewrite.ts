// Rewrites one node by constant folding and the rules, in a region that is being written. Nodes a rule makes go in
// front of the one it rewrites and are rewritten in turn; the node itself changes in place, or stands aside for the
// value that replaces it.
import { OPCODES, opId } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import type { FunctionIR, Node } from '../ir/node.js';
import { IR_OP_COUNT } from '../ir/ops.js';
import { FOLDABLE, foldConstant } from './fold.js';
import './rules/by-facts.js';
import './rules/demanded-bits.js';
import './rules/comparison-masks.js';
import './rules/narrowing.js';
import './rules/float-choices.js';
import './rules/saturating-conversions.js';
import './rules/lane-tests.js';
import { FACT_RULES } from './rules/fact-rules.js';
import { ALL_RULES, RULES_BY_OP } from './rules/index.js';
import { IS_CONSTANT, Term, matchRule, matched, type CompiledRule, type Tree } from './rules/pattern.js';

/** Where new nodes go. */
export interface NodeSink {
  readonly fn: FunctionIR;
  /** Are the facts of ranges.ts kept for the nodes emitted? */
  readonly hasFacts: boolean;
  emit(n: Node): void;
  /** Makes a node, rewrites it and emits what is left of it. */
  create(op: number, kind: Kind, args: Node[]): Node;
}

const SWAPPED: readonly (readonly [string, string])[] = [
  ...['add', 'mul', 'and', 'or', 'xor', 'eq', 'ne'].map((op) => [op, op] as const),
  ...['_s', '_u'].flatMap((s) => [[`lt${s}`, `gt${s}`], [`gt${s}`, `lt${s}`], [`le${s}`, `ge${s}`], [`ge${s}`, `le${s}`]] as const),
];
/** The operation that means the same with its operands swapped, or -1. */
const swapped = new Int32Array(IR_OP_COUNT).fill(-1);
for (const type of ['i32', 'i64']) {
  for (const [op, other] of SWAPPED) {
    const name = (s: string): number => OPCODES.findIndex((r) => r.name === `${type}.${s}`);
    swapped[name(op)] = name(other);
  }
}

/** 1 for operations that folding or a rule may change. */
export const REWRITABLE = new Uint8Array(IR_OP_COUNT);
for (let op = 0; op < IR_OP_COUNT; op++) REWRITABLE[op] = FOLDABLE[op] !== 0 || RULES_BY_OP[op] !== undefined || FACT_RULES[op] !== undefined ? 1 : 0;

const SELECT = opId('select');
/** Bounds work on a chain of rules that would undo each other. */
const MAX_REWRITES = 16;

// Rules are looked up by operation, operation of the first operand, and whether the second is constant. Of the
// operations of first operands only those some rule asks for are told apart, so that the table stays in the cache. Most
// of the lists are empty; they are made when first asked for.

const EMPTY = 0, UNKNOWN = 0xffff;
const lists: (readonly CompiledRule[])[] = [[]];
const firstClass = new Uint8Array(IR_OP_COUNT);
let classes = 1;
for (const rule of ALL_RULES) if (rule.first >= 0 && firstClass[rule.first] === 0) firstClass[rule.first] = classes++;
const rowOf = new Int32Array(IR_OP_COUNT).fill(-1);
let rows = 0;
for (let op = 0; op < IR_OP_COUNT; op++) if (RULES_BY_OP[op] !== undefined) rowOf[op] = rows++ * classes * 2;
const listOf = new Uint16Array(rows * classes * 2).fill(UNKNOWN);

function selectRules(op: number, first: number, isConstant: number): number {
  const rules = (RULES_BY_OP[op] as readonly CompiledRule[]).filter((r) => (r.first < 0 || r.first === first) && (r.second < 0 || IS_CONSTANT[r.second] === isConstant));
  return rules.length === 0 ? EMPTY : lists.push(rules) - 1;
}

function findRule(row: number, n: Node): CompiledRule | null {
  const args = n.args, first = args[0].op, second = args.length > 1 ? args[1].op : first;
  const isConstant = IS_CONSTANT[second], at = row + firstClass[first] * 2 + isConstant;
  let list = listOf[at];
  if (list === EMPTY) return null;
  if (list === UNKNOWN) list = listOf[at] = selectRules(n.op, first, isConstant);
  const rules = lists[list];
  for (let i = 0; i < rules.length; i++) {
    const rule = rules[i];
    if (rule.second >= 0 && rule.second !== second) continue;
    if (matchRule(rule, n)) return rule;
  }
  return null;
}

function allConstant(args: readonly Node[]): boolean {
  for (let i = 0; i < args.length; i++) if (IS_CONSTANT[args[i].op] === 0) return false;
  return true;
}

/** The value that stands for `n`, whose operands are simplified: `n` itself, perhaps changed, or an earlier node. */
export function rewriteNode(sink: NodeSink, n: Node): Node {
  for (let round = 0; round < MAX_REWRITES; round++) {
    const args = n.args;
    if (args.length > 0 && IS_CONSTANT[args[0].op] !== 0) {
      if (FOLDABLE[n.op] !== 0 && allConstant(args) && foldConstant(n)) return n;
      if (swapped[n.op] >= 0 && IS_CONSTANT[args[1].op] === 0) {
        const a = args[0];
        args[0] = args[1];
        args[1] = a;
        n.op = swapped[n.op];
      }
    }
    const row = rowOf[n.op];
    const rule = row < 0 ? null : findRule(row, n);
    if (rule === null) {
      const byFacts = sink.hasFacts ? FACT_RULES[n.op] : undefined;
      const r = byFacts === undefined ? null : byFacts(sink, n);
      if (r === null) return n;
      if (r !== n) return r;
      continue;
    }
    const to = rule.to;
    if (to.term === Term.same) return matched[to.slot];
    if (to.term === Term.literal) {
      n.op = to.op;
      n.args = [];
      n.imm = to.lo;
      n.imm2 = to.hi;
      return n;
    }
    // Rewriting new nodes matches again, so what this match found is taken along.
    const found = matched.slice();
    const isAccess = to.op !== SELECT && OPCODES[to.op].width > 0;
    n.args = instantiateArgs(sink, to, found);
    n.op = to.op;
    if (to.op !== SELECT) n.kind = to.kind;
    if (!isAccess) { n.imm = 0; n.imm2 = 0; }
  }
  return n;
}

function instantiateArgs(sink: NodeSink, t: Tree, found: readonly Node[]): Node[] {
  const ts = t.args;
  if (ts.length === 1) return [instantiate(sink, ts[0], found)];
  if (ts.length === 2) { const a = instantiate(sink, ts[0], found); return [a, instantiate(sink, ts[1], found)]; }
  const args: Node[] = [];
  for (let i = 0; i < t.args.length; i++) args.push(instantiate(sink, t.args[i], found));
  return args;
}
function instantiate(sink: NodeSink, t: Tree, found: readonly Node[]): Node {
  if (t.term === Term.same) return found[t.slot];
  const n = sink.fn.node(t.op, t.kind === Kind.None ? Kind.I32 : t.kind, t.term === Term.operation ? instantiateArgs(sink, t, found) : []);
  n.imm = t.lo;
  n.imm2 = t.hi;
  const r = t.term === Term.operation ? rewriteNode(sink, n) : n;
  if (r === n) sink.emit(n);
  return r;
}
