// Operations on int32 words for lowerings that build many of them: constants fold on the way, so that a general formula
// with a constant operand becomes the special one, also where no optimisation follows.
import { opId } from '../spec/opcodes.js';
import type { Node } from '../ir/node.js';
import type { WordLowering } from './words.js';

const CONST = opId('i32.const'), ADD = opId('i32.add'), SUB = opId('i32.sub'), MUL = opId('i32.mul'), AND = opId('i32.and'), OR = opId('i32.or'), XOR = opId('i32.xor');
const SHL = opId('i32.shl'), SHR_S = opId('i32.shr_s'), SHR_U = opId('i32.shr_u'), EQ = opId('i32.eq'), NE = opId('i32.ne'), EQZ = opId('i32.eqz');
const LT_U = opId('i32.lt_u'), SELECT = opId('select');

/** Words may be given as numbers. */
type Operand = Node | number;

export const isConst = (n: Node): boolean => n.op === CONST;
const constant = (x: Operand): number | undefined => (typeof x === 'number' ? x | 0 : x.op === CONST ? x.imm | 0 : undefined);
const node = (w: WordLowering, x: Operand): Node => (typeof x === 'number' ? w.const(x | 0) : x);

export function and(w: WordLowering, a: Operand, b: Operand): Node {
  const x = constant(a), y = constant(b);
  if (x !== undefined && y !== undefined) return w.const(x & y);
  if (x === 0 || y === 0) return w.zero();
  if (x === -1) return node(w, b);
  if (y === -1 || a === b) return node(w, a);
  return x !== undefined ? w.i32(AND, node(w, b), node(w, x)) : w.i32(AND, node(w, a), node(w, b));
}
export function or(w: WordLowering, a: Operand, b: Operand): Node {
  const x = constant(a), y = constant(b);
  if (x !== undefined && y !== undefined) return w.const(x | y);
  if (x === -1 || y === -1) return w.const(-1);
  if (x === 0) return node(w, b);
  if (y === 0 || a === b) return node(w, a);
  return x !== undefined ? w.i32(OR, node(w, b), node(w, x)) : w.i32(OR, node(w, a), node(w, b));
}
export function xor(w: WordLowering, a: Operand, b: Operand): Node {
  const x = constant(a), y = constant(b);
  if (x !== undefined && y !== undefined) return w.const(x ^ y);
  if (a === b) return w.zero();
  if (x === 0) return node(w, b);
  if (y === 0) return node(w, a);
  return x !== undefined ? w.i32(XOR, node(w, b), node(w, x)) : w.i32(XOR, node(w, a), node(w, b));
}
export const not = (w: WordLowering, a: Operand): Node => xor(w, a, -1);
export function add(w: WordLowering, a: Operand, b: Operand): Node {
  const x = constant(a), y = constant(b);
  if (x !== undefined && y !== undefined) return w.const((x + y) | 0);
  if (x === 0) return node(w, b);
  if (y === 0) return node(w, a);
  return x !== undefined ? w.i32(ADD, node(w, b), node(w, x)) : w.i32(ADD, node(w, a), node(w, b));
}
export function sub(w: WordLowering, a: Operand, b: Operand): Node {
  const x = constant(a), y = constant(b);
  if (x !== undefined && y !== undefined) return w.const((x - y) | 0);
  if (a === b) return w.zero();
  return y === 0 ? node(w, a) : w.i32(SUB, node(w, a), node(w, b));
}
export function mul(w: WordLowering, a: Operand, b: Operand): Node {
  const x = constant(a), y = constant(b);
  if (x !== undefined && y !== undefined) return w.const(Math.imul(x, y));
  if (x === 0 || y === 0) return w.zero();
  if (x === 1) return node(w, b);
  if (y === 1) return node(w, a);
  return x !== undefined ? w.i32(MUL, node(w, b), node(w, x)) : w.i32(MUL, node(w, a), node(w, b));
}
/** Shifts; a constant count is below 32. */
export function shl(w: WordLowering, a: Operand, k: Operand): Node {
  const x = constant(a), y = constant(k);
  if (x !== undefined && y !== undefined) return w.const(x << y);
  return x === 0 || y === 0 ? node(w, a) : w.i32(SHL, node(w, a), node(w, k));
}
export function shrS(w: WordLowering, a: Operand, k: Operand): Node {
  const x = constant(a), y = constant(k);
  if (x !== undefined && y !== undefined) return w.const(x >> y);
  return x === 0 || y === 0 ? node(w, a) : w.i32(SHR_S, node(w, a), node(w, k));
}
export function shrU(w: WordLowering, a: Operand, k: Operand): Node {
  const x = constant(a), y = constant(k);
  if (x !== undefined && y !== undefined) return w.const((x >>> y) | 0);
  return x === 0 || y === 0 ? node(w, a) : w.i32(SHR_U, node(w, a), node(w, k));
}

// Comparisons give 0 or 1

export function eq(w: WordLowering, a: Operand, b: Operand): Node {
  const x = constant(a), y = constant(b);
  if (x !== undefined && y !== undefined) return w.const(x === y ? 1 : 0);
  return y === 0 ? eqz(w, a) : w.i32(EQ, node(w, a), node(w, b));
}
export function ne(w: WordLowering, a: Operand, b: Operand): Node {
  const x = constant(a), y = constant(b);
  if (x !== undefined && y !== undefined) return w.const(x !== y ? 1 : 0);
  return w.i32(NE, node(w, a), node(w, b));
}
export function eqz(w: WordLowering, a: Operand): Node {
  const x = constant(a);
  return x !== undefined ? w.const(x === 0 ? 1 : 0) : w.emit(EQZ, 1, [node(w, a)]);
}
export const ltU = (w: WordLowering, a: Node, b: Node): Node => w.i32(LT_U, a, b);

/** -1 for 1, 0 for 0. */
export const spread = (w: WordLowering, condition: Node): Node => sub(w, 0, condition);
/** Bits of `a` where `mask` has ones, else of `b`. */
export const blend = (w: WordLowering, a: Node, b: Node, mask: Node): Node => xor(w, b, and(w, xor(w, a, b), mask));
/** `a` if the condition is not 0, else `b`; words of any kind. */
export function select(w: WordLowering, a: Node, b: Node, condition: Node): Node {
  if (a === b) return a;
  if (isConst(condition)) return condition.imm !== 0 ? a : b;
  return w.emit(SELECT, a.kind, [a, b, condition]);
}
