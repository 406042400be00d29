// i32 operations. Values held in variables are signed int32 numbers; inside an expression a coercion is only written
// where the consumer can tell the difference (writer.ts).
import { irOp } from '../ir/ops.js';
import { Flag, type Node } from '../ir/node.js';
import { binary, call, negate, number, ZERO, unary, type BinaryOperator, type Expression } from './ast.js';
import {
  emits, fromBoolean, fromDouble, fromNatural, fromSigned, fromSum, fromUnsigned, isI32Const, isNonNegative, MAX_TERMS, negative, Want,
  type Emitter, type Writer,
} from './writer.js';
import { divisionTraps, opTable } from '../structure/operands.js';

const ADD = irOp('i32.add'), SUB = irOp('i32.sub'), REM_S = irOp('i32.rem_s');

// Sums: a chain of additions and subtractions is coerced once, at its end.

function term(w: Writer, n: Node): Expression {
  if ((n.op === ADD || n.op === SUB) && !w.isVariable(n) && w.terms > 1) return sum(w, n);
  w.terms--;
  return w.operand(n, (n.op === ADD || n.op === SUB) ? Want.exact : Want.term);
}

/** What V8 knows no type of: it takes a sum with one of these for a sum of doubles if it ever left the int32 numbers, terms included. */
const UNTYPED = opTable('gc.get', 'gc.get.nonnull', 'gc.get.const', 'gc.get.pure', 'call', 'call_ref', 'call_indirect', 'global.get');

/** Is one of the terms untyped? As far as `term` takes the sum apart. */
function hasUntypedTerm(w: Writer, n: Node, most: number): boolean {
  return n.args.some((x) => UNTYPED[x.op] !== 0 || ((x.op === ADD || x.op === SUB) && most > 0 && !w.isVariable(x) && hasUntypedTerm(w, x, most - 1)));
}

function sum(w: Writer, n: Node): Expression {
  const [a, b] = n.args;
  if (n.op === ADD) {
    if (isI32Const(b) && b.imm < 0) return binary('-', term(w, a), constantTerm(w, -b.imm));
    if (isI32Const(a)) return a.imm < 0 ? binary('-', term(w, b), constantTerm(w, -a.imm)) : binary('+', term(w, b), constantTerm(w, a.imm));
    const left = term(w, a);
    return binary('+', left, term(w, b));
  }
  if (isI32Const(a) && a.imm === 0) return negative(w, term(w, b));
  if (isI32Const(b) && b.imm < 0) return binary('+', term(w, a), constantTerm(w, -b.imm));
  const left = term(w, a);
  return binary('-', left, term(w, b));
}
function constantTerm(w: Writer, value: number): Expression {
  w.terms--;
  return number(value);
}

/** Is the result known to be an int32 as it is, so that nothing has to be done behind it? Compilers take it for one by `| 0` all the same. */
const isExact = (w: Writer, n: Node): boolean => w.env.interprets && (n.flags & Flag.exact) !== 0;

/** The sum of what is exact; `0 - x` would be -0. */
function exactSum(w: Writer, n: Node): Expression | null {
  const [a, b] = n.args;
  if (isI32Const(a) && (n.op === SUB || isI32Const(b))) return null;
  const left = exactTerm(w, a);
  if (isI32Const(b) && b.imm < 0) return binary(n.op === ADD ? '-' : '+', left, number(-b.imm));
  return binary(n.op === ADD ? '+' : '-', left, exactTerm(w, b));
}
const exactTerm = (w: Writer, n: Node): Expression =>
  ((n.op === ADD || n.op === SUB) && isExact(w, n) && !w.isVariable(n) ? exactSum(w, n) : null) ?? w.operand(n);

const addOrSub: Emitter = (w, n, want) => {
  if (n.op === SUB && want === Want.truth) return comparison(w, '!==', n);
  if (isExact(w, n) && (want === Want.exact || (want === Want.unsigned && isNonNegative(n)))) {
    const e = exactSum(w, n);
    if (e !== null) return e;
  }
  const outer = w.terms, outerPlain = w.plainProducts;
  w.terms = MAX_TERMS;
  w.plainProducts = !hasUntypedTerm(w, n, MAX_TERMS);
  const e = sum(w, n);
  w.terms = outer;
  w.plainProducts = outerPlain;
  // As a term of another sum it would have been written by `term`; here it is counted as one, so it must be one.
  return fromSum(e, want === Want.term ? Want.exact : want);
};
emits(addOrSub, 'i32.add', 'i32.sub');

/** Products of int32 numbers and numbers up to these are exact, and exact in sums of `MAX_TERMS`. */
const MAX_FACTOR = 2 ** 22, MAX_TERM_FACTOR = 2 ** 15;
emits((w, n, want) => {
  const [a, b] = n.args;
  // Interpreters take ten times as long for a call, and V8 follows ranges through a multiplication.
  if (isI32Const(b) && Math.abs(b.imm) <= MAX_FACTOR && UNTYPED[a.op] === 0) {
    const product = binary('*', w.operand(a), number(b.imm));
    if (isExact(w, n) && (want === Want.exact || (want === Want.unsigned && isNonNegative(n)))) return product;
    return want === Want.term && w.plainProducts && Math.abs(b.imm) <= MAX_TERM_FACTOR ? product : fromDouble(product, want);
  }
  return fromSigned(call(w.imul(), [w.operand(a, Want.loose), w.operand(b, Want.loose)]), want);
}, 'i32.mul');

// Bits

function bitwise(operator: BinaryOperator): Emitter {
  return (w, n, want) => {
    const left = w.operand(n.args[0], Want.loose);
    const e = binary(operator, left, w.operand(n.args[1], Want.loose));
    return want === Want.unsigned && isNonNegative(n) ? e : fromSigned(e, want);
  };
}
emits(bitwise('&'), 'i32.and');
emits(bitwise('|'), 'i32.or');
emits(bitwise('<<'), 'i32.shl');
emits(bitwise('>>'), 'i32.shr_s');
emits((w, n, want) => {
  const [a, b] = n.args;
  if (isI32Const(b) && b.imm === -1) return fromSigned(unary('~', w.operand(a, Want.loose)), want);
  return fromSigned(binary('^', w.operand(a, Want.loose), w.operand(b, Want.loose)), want);
}, 'i32.xor');

emits((w, n, want) => {
  const e = binary('>>>', w.operand(n.args[0], Want.loose), w.operand(n.args[1], Want.loose));
  return isNonNegative(n) ? fromNatural(e) : fromUnsigned(e, want);
}, 'i32.shr_u');

function rotate(left: BinaryOperator, right: BinaryOperator): Emitter {
  return (w, n, want) => {
    const [x, k] = n.args;
    const value = w.operand(x, Want.loose);
    const rest = isI32Const(k) ? number(32 - (k.imm & 31) & 31) : binary('-', number(32), w.operand(k, Want.loose));
    const by = isI32Const(k) ? number(k.imm & 31) : w.operand(k, Want.loose);
    return fromSigned(binary('|', binary(left, value, by), binary(right, value, rest)), want);
  };
}
emits(rotate('<<', '>>>'), 'i32.rotl');
emits(rotate('>>>', '<<'), 'i32.rotr');

const extend = (by: number): Emitter => (w, n, want) =>
  fromSigned(binary('>>', binary('<<', w.operand(n.args[0], Want.loose), number(by)), number(by)), want);
emits(extend(24), 'i32.extend8_s');
emits(extend(16), 'i32.extend16_s');

emits((w, n) => call(w.helper('clz32'), [w.operand(n.args[0], Want.loose)]), 'i32.clz');
emits((w, n) => call(w.helper('i32Ctz'), [w.operand(n.args[0])]), 'i32.ctz');
emits((w, n) => call(w.helper('i32Popcnt'), [w.operand(n.args[0])]), 'i32.popcnt');

// Comparisons

function comparison(w: Writer, operator: BinaryOperator, n: Node, operands: Want = Want.exact): Expression {
  const left = w.operand(n.args[0], operands);
  return binary(operator, left, w.operand(n.args[1], operands));
}
const signed = (operator: BinaryOperator): Emitter => (w, n, want) => fromBoolean(w, comparison(w, operator, n), want);
/** Where both sides are known not to be negative, the signed comparison is the same. */
const unsigned = (operator: BinaryOperator): Emitter => (w, n, want) => fromBoolean(
  w, w.env.comparesDoubles && !n.args.every(isNonNegative) ? flippedComparison(w, operator, n) : comparison(w, operator, n, Want.unsigned), want);
/** The signed comparison of both sides with their signs flipped, which keeps everything an int32. */
function flippedComparison(w: Writer, operator: BinaryOperator, n: Node): Expression {
  const flipped = (x: Node): Expression => (isI32Const(x) ? number(x.imm ^ -0x80000000) : binary('^', w.operand(x, Want.loose), number(-0x80000000)));
  const left = flipped(n.args[0]);
  return binary(operator, left, flipped(n.args[1]));
}
const equality = (operator: BinaryOperator): Emitter => (w, n, want) => {
  const [a, b] = n.args;
  if (want === Want.truth && isI32Const(b) && b.imm === 0) {
    const e = w.operand(a, Want.truth);
    return operator === '===' ? negate(e) : e;
  }
  return fromBoolean(w, comparison(w, operator, n), want);
};
emits(equality('==='), 'i32.eq');
emits(equality('!=='), 'i32.ne');
emits(signed('<'), 'i32.lt_s');
emits(signed('>'), 'i32.gt_s');
emits(signed('<='), 'i32.le_s');
emits(signed('>='), 'i32.ge_s');
emits(unsigned('<'), 'i32.lt_u');
emits(unsigned('>'), 'i32.gt_u');
emits(unsigned('<='), 'i32.le_u');
emits(unsigned('>='), 'i32.ge_u');
emits((w, n, want) => {
  const [a] = n.args;
  if (want === Want.truth) return negate(w.operand(a, Want.truth));
  return fromBoolean(w, binary('===', w.operand(a), ZERO), want);
}, 'i32.eqz');

// Division. By a constant that cannot trap the quotient of doubles is exact enough: truncation gives the integer one.

/** The operand of a signed remainder. Of variables engines may know no type, and take the remainder of doubles, ten times as slow, once one was -0. */
function dividend(w: Writer, n: Node): Expression {
  const e = w.operand(n);
  return !w.env.interprets && !isNonNegative(n) && (w.isVariable(n) || UNTYPED[n.op] !== 0) ? binary('|', e, ZERO) : e;
}

function division(operator: BinaryOperator, helper: string, operands: Want): Emitter {
  return (w, n, want) => {
    if (divisionTraps(n)) return fromSigned(call(w.helper(helper), w.operands(n.args)), want);
    const left = n.op === REM_S ? dividend(w, n.args[0]) : w.operand(n.args[0], operands);
    const e = binary(operator, left, w.operand(n.args[1], operands));
    // One that is not negative is an int32, unless it is -0.
    if (w.env.interprets && operator === '%' && operands === Want.unsigned && isNonNegative(n)) return e;
    // A signed remainder may be -0, which only matters where it is not coerced.
    if (want === Want.truth && n.op === REM_S) return e;
    return fromDouble(e, want);
  };
}
emits(division('/', 'i32DivS', Want.exact), 'i32.div_s');
emits(division('/', 'i32DivU', Want.unsigned), 'i32.div_u');
emits(division('%', 'i32RemS', Want.exact), 'i32.rem_s');
emits(division('%', 'i32RemU', Want.unsigned), 'i32.rem_u');

// With n = rest * 2^32 + word, (n + 0.5) / d is at least 0.5 / d away from any integer. The quotient is below 2^32 and computed with
// five roundings, of which each is off by at most 2^-21 there or half of it: by less than 2^-19 in all.
emits((w, n, want) => {
  const [rest, word, divisor] = n.args;
  const high = binary('*', w.operand(rest), number(2 ** 32 / divisor.imm));
  return fromDouble(binary('+', high, binary('*', binary('+', w.operand(word, Want.unsigned), number(0.5)), number(1 / divisor.imm))), want);
}, 'i32.divlo_u');
