// Which roundings of f32 arithmetic may be left out or done otherwise. V8 computes in doubles: a rounding is two conversions, which
// take the ports additions need and make whoever waits for the value wait twice as long.
//
// Everything here is exact, for all values. A product or sum of singles is rounded from the double that JavaScript computes, so
// questions are about that double: whether it is a single anyway, or on which side of a constant its rounding falls.
import { opId } from '../spec/opcodes.js';
import { f32FromBits } from '../ir/float-bits.js';
import { Flag, type Node } from '../ir/node.js';
import { opTable } from '../structure/operands.js';
import { Place } from '../structure/marks.js';
import { binary, number, type BinaryOperator, type Expression } from './ast.js';
import type { Writer } from './writer.js';

const CONST = opId('f32.const'), ADD = opId('f32.add'), SUB = opId('f32.sub'), MUL = opId('f32.mul'), NEG = opId('f32.neg'), ABS = opId('f32.abs');
const CONVERT_S = opId('f32.convert_i32_s'), CONVERT_U = opId('f32.convert_i32_u');
const AND = opId('i32.and'), SHR_U = opId('i32.shr_u'), SHR_S = opId('i32.shr_s'), I32_CONST = opId('i32.const');
/** Operations that round the double they compute. */
const ROUNDS = opTable('f32.add', 'f32.sub', 'f32.mul', 'f32.div', 'f32.sqrt', 'f32.demote_f64', 'f32.convert_i32_s', 'f32.convert_i32_u');
const SMALL_U = opTable('i32.load8_u', 'i32.load16_u'), SMALL_S = opTable('i32.load8_s', 'i32.load16_s');

/** How far questions go from operand to operand. */
const DEPTH = 4;

/** Is the value 0 of either sign, or a NaN? */
function isZero(n: Node, depth = DEPTH): boolean {
  switch (n.op) {
    case CONST: return (n.imm & 0x7fffffff) === 0;
    case MUL: return depth > 0 && (isZero(n.args[0], depth - 1) || isZero(n.args[1], depth - 1));
    case ADD: case SUB: return depth > 0 && isZero(n.args[0], depth - 1) && isZero(n.args[1], depth - 1);
    case NEG: case ABS: return depth > 0 && isZero(n.args[0], depth - 1);
    default: return false;
  }
}

/** Is the operation a conversion of an integer of at most 24 bits? */
function isSmall(n: Node): boolean {
  if (n.op !== CONVERT_S && n.op !== CONVERT_U) return false;
  const x = n.args[0], c = x.args.length === 2 && x.args[1].op === I32_CONST ? x.args[1].imm : -1;
  if (SMALL_U[x.op] !== 0 || (x.flags & Flag.bool) !== 0 || (x.op === AND && c >= 0 && c <= 0x1000000) || (x.op === SHR_U && (c & 31) >= 8 && c >= 0)) return true;
  return n.op === CONVERT_S && (SMALL_S[x.op] !== 0 || (x.op === SHR_S && (c & 31) >= 7 && c >= 0));
}

/** The k for which a constant is 2^k or -2^k, NaN for other values and for subnormals. */
function exponent(n: Node): number {
  const biased = n.imm >> 23 & 255;
  return n.op === CONST && (n.imm & 0x7fffff) === 0 && biased !== 0 && biased !== 255 ? biased - 127 : NaN;
}

/** Is the double that the operation computes a single, whatever its operands? */
export function isSingle(n: Node): boolean {
  const [a, b] = n.args;
  switch (n.op) {
    case ADD: case SUB: return isZero(a) || isZero(b);
    case MUL: {
      if (isZero(a) || isZero(b)) return true;
      const k = exponent(b), j = exponent(a);
      // Times a power of two that leads neither to infinity nor to subnormal numbers.
      return k === 0 || j === 0 || (isSmall(a) && k > -100 && k < 100) || (isSmall(b) && j > -100 && j < 100);
    }
    default: return isSmall(n);
  }
}

/** 2^1024, the first double that is infinite, over 2^128, the first single that is. */
const ABOVE = 896;

/** `x` times 2^k or its opposite as a single, k > 0, by two products: the first is infinite where the single is, the second exact. For
 * negative k the same would work with 2^-925, but make subnormal doubles of numbers below 2^-97, which processors are slow with. */
const scaled = (x: Expression, sign: number, k: number): Expression => binary('*', binary('*', x, number(sign * 2 ** (k + ABOVE))), number(2 ** -ABOVE));

/** `x` times 0, 1 or their opposites. While all it has seen are integers, V8 takes `x * 1` and the sums around it for integer arithmetic with
 * checks; a product with a fraction is none, nor is what is computed with it. */
const multiplied = (x: Expression, by: number): Expression => binary('*', binary('*', x, number(0.25)), number(4 * by));

/** The single that `x + x` or a product with a constant gives, without `fround`; undefined where that takes one. */
export function rounded(w: Writer, n: Node): Expression | undefined {
  const [a, b] = n.args;
  if (n.op === ADD) return a === b ? scaled(w.operand(a), 1, 1) : undefined;
  if (n.op !== MUL || (a.op !== CONST && b.op !== CONST)) return undefined;
  const [x, c] = b.op === CONST ? [a, b] : [b, a], k = exponent(c);
  if (k === 0 || isZero(c)) return multiplied(w.operand(x), f32FromBits(c.imm));
  return k > 0 && !isSingle(n) ? scaled(w.operand(x), c.imm < 0 ? -1 : 1, k) : undefined;
}

/** Would the operand, if it is written in place, be rounded? */
export function roundsInPlace(w: Writer, n: Node): boolean {
  if (w.marks.place[n.id] !== Place.folded) return false;
  return n.op === NEG || n.op === ABS ? roundsInPlace(w, n.args[0]) : ROUNDS[n.op] !== 0 && !isSingle(n);
}

/** The single before or behind a positive or negative one, by its bits; from 0 the smallest of that sign. */
function neighbour(bits: number, up: boolean): number {
  if ((bits & 0x7fffffff) === 0) return up ? 1 : 0x80000001 | 0;
  return (bits < 0) === up ? bits - 1 : bits + 1;
}
/** With 2^128 for infinity, which is where the numbers that round to it would end. */
const finite = (bits: number): number => {
  const x = f32FromBits(bits);
  return x === Infinity ? 2 ** 128 : x === -Infinity ? -(2 ** 128) : x;
};

/** What a double is compared with instead of its rounding with the single of these bits: where doubles begin to be rounded to it, or
 * from it. Halves go to the even one. Undefined if there is nothing on that side. */
export function boundary(operator: BinaryOperator, bits: number): { operator: BinaryOperator; value: number } | undefined {
  const magnitude = bits & 0x7fffffff, isInfinite = magnitude === 0x7f800000;
  if (magnitude > 0x7f800000) return undefined;
  // `<` and `>=` tell it from those below, `<=` and `>` from those above.
  const up = operator === '<=' || operator === '>';
  if ((isInfinite && up === bits > 0) || !/^[<>]=?$/.test(operator)) return undefined;
  const value = (finite(bits) + finite(neighbour(bits, up))) / 2, even = (bits & 1) === 0;
  const direction = operator[0] as '<' | '>';
  // The half belongs to the constant if that is even: `<` and `>` leave it out then, `<=` and `>=` take it in.
  const takesHalf = operator.length === 2 ? even : !even;
  return { operator: takesHalf ? `${direction}=` : direction, value };
}
