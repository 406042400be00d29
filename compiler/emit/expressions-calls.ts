// Calls, result registers, globals, IR variables, helpers and select.
import { Kind } from '../spec/types.js';
import { irOp } from '../ir/ops.js';
import { Flag, type Node } from '../ir/node.js';
import {
  assignment, binary, call, conditional, delegate, element, identifier, logical, member, negation, number, type Expression, type LVal,
} from './ast.js';
import { emits, fromBoolean, fromSigned, isI32Const, isNonNegative, negative, Want, type Emitter, type Writer } from './writer.js';
import { opTable } from '../structure/operands.js';

const coerce = (n: Node, e: Expression, want: Want): Expression => (n.kind === Kind.I32 ? fromSigned(e, want) : e);

/** The `Func` record a call by table or reference goes to, after its checks. */
export function calleeRecord(w: Writer, n: Node): Expression {
  const last = n.args[n.args.length - 1];
  if (n.op === CALL_REF || n.op === RETURN_CALL_REF) return w.operand(last);
  const table = identifier(w.env.table(n.imm2)), rtt = identifier(w.env.rtt(n.imm));
  if (!w.env.interprets) return call(w.helper('callee'), [table, w.operand(last), rtt]);
  // What mostly is there, without a call.
  const found = w.scratch(), isSimple = w.isSimple(last), first = isSimple ? w.operand(last) : assignment(w.address(), w.operand(last)), again = isSimple ? first : w.address();
  const isThere = logical('&&', assignment(found, element(member(table, 'a'), binary('>>>', first, number(0)))), binary('===', member(found, 't'), rtt));
  return conditional(isThere, found, call(w.helper('callee'), [table, again, rtt]));
}
const CALL_REF = irOp('call_ref'), RETURN_CALL_REF = irOp('return_call_ref');

emits((w, n, want) => {
  const suspendForm = w.env.suspendForm(n.imm);
  const args = w.operands(n.args);
  return coerce(n, suspendForm === undefined ? call(identifier(w.env.func(n.imm)), args) : delegate(call(identifier(suspendForm), args)), want);
}, 'call');
emits((w, n, want) => {
  const { env } = w;
  if (env.suspendsIndirectly(n.imm)) {
    return coerce(n, delegate(call(call(w.helper('suspendForm'), [calleeRecord(w, n)]), w.operands(n.args, n.args.length - 1))), want);
  }
  const dispatcher = n.op === CALL_REF ? env.refCall(n.imm) : env.tableCall(n.imm2, n.imm);
  if (dispatcher !== undefined) {
    const last = w.operand(n.args[n.args.length - 1]);
    return coerce(n, call(identifier(dispatcher), [last, ...w.operands(n.args, n.args.length - 1)]), want);
  }
  const record = calleeRecord(w, n);
  return coerce(n, call(member(record, 'f'), w.operands(n.args, n.args.length - 1)), want);
}, 'call_indirect', 'call_ref');

/** The name of a piece of a function (split/). */
export const pieceName = (func: string, piece: number): string => `${func}$${piece}`;
emits((w, n, want) => {
  const { env, fn } = w, suspendForm = env.suspendTailForm(fn.index);
  const e = call(identifier(pieceName(suspendForm ?? env.func(fn.index), n.imm)), w.operands(n.args));
  return coerce(n, suspendForm === undefined ? e : delegate(e), want);
}, 'piece');

const register = (w: Writer, file: string, index: number): LVal => element(w.helper(file), number(index));
const getRegister = (file: string): Emitter => (w, n, want) => coerce(n, register(w, file, n.imm), want);
/** What a call left there already needs no statement, which is what a number comes to. */
const setRegister = (file: string, want: Want): Emitter => (w, n) => {
  const target = register(w, file, n.imm), value = w.operand(n.args[0], want);
  return isSameElement(target, value) ? number(0) : assignment(target, value);
};
const isSameElement = (a: LVal, b: Expression): boolean =>
  a.type === 'MemberExpression' && b.type === 'MemberExpression' && a.object.type === 'Identifier' && b.object.type === 'Identifier' && a.object.name === b.object.name &&
  a.property.type === 'NumericLiteral' && b.property.type === 'NumericLiteral' && a.property.value === b.property.value;
emits(getRegister('R'), 'ret.i32');
emits((w, n, want) => ((n.flags & Flag.nan) !== 0 ? call(w.helper('resultBits'), [w.helper('RF'), number(n.imm)]) : getRegister('RF')(w, n, want)), 'ret.f64');
emits(getRegister('RR'), 'ret.ref');
emits(setRegister('R', Want.loose), 'set.ret.i32');
emits((w, n, want) => ((n.flags & Flag.nan) !== 0
  ? call(w.helper('setResultBits'), [w.helper('RF'), number(n.imm), w.operand(n.args[0])])
  : setRegister('RF', Want.exact)(w, n, want)), 'set.ret.f64');
emits(setRegister('RR', Want.exact), 'set.ret.ref');
/** The register file that carries words of a kind. */
export const registerFile = (kind: Kind): string => (kind === Kind.I32 ? 'R' : kind === Kind.Ref ? 'RR' : 'RF');

emits((w, n, want) => coerce(n, w.env.global(n.imm, n.imm2), want), 'global.get');
emits((w, n) => assignment(w.env.global(n.imm, n.imm2) as LVal, w.operand(n.args[0])), 'global.set');

// Variables of the IR come right after the parameters.
emits((w, n, want) => coerce(n, w.names[w.fn.params.length + n.imm], want), 'var.get');
emits((w, n) => assignment(w.names[w.fn.params.length + n.imm], w.operand(n.args[0])), 'var.set');

emits((w, n, want) => coerce(n, call(w.helper(n.aux as string), w.operands(n.args)), want), 'helper');

// Select. Between two integers without a branch where the condition is 0 or 1: mispredicted branches cost three times
// as much, though not interpreters. The conditional operator elsewhere, also where an arm would be computed in vain; it evaluates one arm only, so folding leaves
// no effects in them.

const COMPARISONS = opTable(
  'i32.eqz', 'i32.eq', 'i32.ne', 'i32.lt_s', 'i32.lt_u', 'i32.gt_s', 'i32.gt_u', 'i32.le_s', 'i32.le_u', 'i32.ge_s', 'i32.ge_u',
  'f32.eq', 'f32.ne', 'f32.lt', 'f32.gt', 'f32.le', 'f32.ge', 'f64.eq', 'f64.ne', 'f64.lt', 'f64.gt', 'f64.le', 'f64.ge', 'ref.is_null', 'ref.eq',
);
const isBit = (n: Node): boolean => COMPARISONS[n.op] !== 0 || (n.flags & Flag.bool) !== 0;

/** Is it the smaller or greater of two? Which one, branch predictors do not foresee; other conditions often repeat themselves. */
const isExtreme = (w: Writer, a: Node, b: Node, c: Node): boolean =>
  COMPARISONS[c.op] !== 0 && ((w.isSimple(a) && c.args.includes(a)) || (w.isSimple(b) && c.args.includes(b)));

function selectBits(w: Writer, a: Node, b: Node, c: Node, want: Want): Expression {
  if (isI32Const(a) && isI32Const(b)) {
    if (a.imm === 1 && b.imm === 0) return w.operand(c, want);
    if (a.imm === 0 && b.imm === 1) return fromBoolean(w, negation(w.operand(c, Want.truth)), want);
  }
  // Written once on every path: conditions nest, and writing them twice here would double with each level.
  const mask = (): Expression => negative(w, w.operand(c, Want.loose));
  if (isI32Const(b) && b.imm === 0) {
    if (isI32Const(a) && a.imm === -1) return want === Want.loose ? mask() : fromSigned(binary('|', mask(), number(0)), want);
    return fromSigned(binary('&', w.operand(a, Want.loose), mask()), want);
  }
  if (isI32Const(a) && a.imm === 0) {
    return fromSigned(binary('&', w.operand(b, Want.loose), negative(w, negation(w.operand(c, Want.truth)))), want);
  }
  if (isI32Const(a) && isI32Const(b)) {
    return fromSigned(binary('^', number(b.imm), binary('&', number(a.imm ^ b.imm), mask())), want);
  }
  const difference = binary('^', w.operand(a, Want.loose), w.operand(b, Want.loose));
  // One of the two is written twice: the one that is a name or a number.
  if (!w.isSimple(b)) return fromSigned(binary('^', w.operand(a, Want.loose), binary('&', difference, negative(w, negation(w.operand(c, Want.truth))))), want);
  return fromSigned(binary('^', w.operand(b, Want.loose), binary('&', difference, mask())), want);
}

const select: Emitter = (w, n, want) => {
  const [a, b, c] = n.args;
  if (!w.env.interprets && n.kind === Kind.I32 && isBit(c) && ((w.isSimple(a) && w.isSimple(b)) || isExtreme(w, a, b, c))) return selectBits(w, a, b, c, want);
  const test = w.operand(c, Want.truth);
  if (n.kind !== Kind.I32) {
    const arms = n.kind === Kind.F32 && want === Want.loose ? want : Want.exact;
    return conditional(test, w.operand(a, arms), w.operand(b, arms));
  }
  if (want === Want.unsigned && !(isNonNegative(a) && isNonNegative(b))) {
    return binary('>>>', conditional(test, w.operand(a, Want.loose), w.operand(b, Want.loose)), number(0));
  }
  const arms = want === Want.truth || want === Want.loose ? want : Want.exact;
  return conditional(test, w.operand(a, arms), w.operand(b, arms));
};
emits(select, 'select', 'select_t');
