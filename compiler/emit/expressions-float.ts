// f32 and f64 operations. An f32 is a double that a rounding to single precision leaves alone; one operation in
// doubles and one rounding give exactly the single-precision result, so each f32 operation is wrapped in `fround`
// unless its consumer rounds anyway or there is a cheaper way (roundings.ts).
import { Want, emits, fromBoolean, fromDouble, fromSigned, type Emitter, type Writer } from './writer.js';
import { Kind } from '../spec/types.js';
import { Flag, type Node } from '../ir/node.js';
import { opId } from '../spec/opcodes.js';
import { boundary, isSingle, rounded, roundsInPlace } from './roundings.js';
import { binary, call, floatComparison, number, unary, type BinaryOperator, type Expression } from './ast.js';

const F32_CONST = opId('f32.const');

/** A NaN may be an object, or has to become one (lower/exact-nans.ts). */
const isExact = (n: Node): boolean => (n.flags & Flag.nan) !== 0;

const f32Binary = (operator: BinaryOperator): Emitter => (w, n, want) => {
  const without = want === Want.loose && !isSingle(n) ? undefined : rounded(w, n);
  if (without !== undefined) return without;
  const left = w.operand(n.args[0]);
  const e = binary(operator, left, w.operand(n.args[1]));
  return want === Want.loose || isSingle(n) ? e : call(w.helper('fround'), [e]);
};
const f64Binary = (operator: BinaryOperator): Emitter => (w, n) => {
  const left = w.operand(n.args[0]);
  return binary(operator, left, w.operand(n.args[1]));
};
emits(f32Binary('+'), 'f32.add');
emits(f32Binary('-'), 'f32.sub');
emits(f32Binary('*'), 'f32.mul');
emits(f32Binary('/'), 'f32.div');
emits(f64Binary('+'), 'f64.add');
emits(f64Binary('-'), 'f64.sub');
emits(f64Binary('*'), 'f64.mul');
emits(f64Binary('/'), 'f64.div');

/** A function whose result for singles is a single. */
const helper = (name: string): Emitter => (w, n) => call(w.helper(name), w.operands(n.args));
/** One that gives the same whether what it is given or its result is rounded. */
const choice = (name: string): Emitter => (w, n, want) => call(w.helper(name), n.args.map((a) => w.operand(a, looseOf(n, want))));
const looseOf = (n: Node, want: Want): Want => (n.kind === Kind.F32 && want === Want.loose ? want : Want.exact);
emits(choice('min'), 'f32.min', 'f64.min');
emits(choice('max'), 'f32.max', 'f64.max');
emits(helper('ceil'), 'f32.ceil', 'f64.ceil');
emits(helper('floor'), 'f32.floor', 'f64.floor');
emits(helper('trunc'), 'f32.trunc', 'f64.trunc');
emits(helper('nearest'), 'f32.nearest', 'f64.nearest');
/** By the name of its form for exact NaNs. */
const sign = (exact: string, plain: Emitter): Emitter => (w, n, want) => (isExact(n) ? helper(exact + (n.kind === Kind.F32 ? 'F32' : 'F64'))(w, n, want) : plain(w, n, want));
emits(sign('abs', choice('abs')), 'f32.abs', 'f64.abs');
emits(sign('copysign', helper('copysign')), 'f32.copysign', 'f64.copysign');
emits(sign('neg', (w, n, want) => unary('-', w.operand(n.args[0], looseOf(n, want)))), 'f32.neg', 'f64.neg');
emits(helper('sqrt'), 'f64.sqrt');
emits((w, n, want) => {
  const e = call(w.helper('sqrt'), [w.operand(n.args[0])]);
  return want === Want.loose ? e : call(w.helper('fround'), [e]);
}, 'f32.sqrt');

/** Two objects are never equal, not even one to itself. */
const numeric = (w: Writer, n: Node, k: number): Expression => (isExact(n) ? unary('+', w.operand(n.args[k])) : w.operand(n.args[k]));
/** A rounded value with a constant, or undefined. */
function compareUnrounded(w: Writer, n: Node, operator: BinaryOperator): Expression | undefined {
  const [a, b] = n.args, constant = b.op === F32_CONST ? b : a, x = b.op === F32_CONST ? a : b;
  if (constant.op !== F32_CONST || isExact(n) || !roundsInPlace(w, x)) return undefined;
  const at = boundary(x === a ? operator : MIRRORED[operator] ?? operator, constant.imm);
  return at && floatComparison(at.operator, w.operand(x, Want.loose), number(at.value));
}
const MIRRORED: Partial<Record<BinaryOperator, BinaryOperator>> = { '<': '>', '>': '<', '<=': '>=', '>=': '<=' };
const compare = (operator: BinaryOperator): Emitter => (w, n, want) => {
  const unrounded = compareUnrounded(w, n, operator);
  if (unrounded !== undefined) return fromBoolean(w, unrounded, want);
  const left = numeric(w, n, 0);
  return fromBoolean(w, floatComparison(operator, left, numeric(w, n, 1)), want);
};
emits(compare('==='), 'f32.eq', 'f64.eq');
emits(compare('!=='), 'f32.ne', 'f64.ne');
emits(compare('<'), 'f32.lt', 'f64.lt');
emits(compare('>'), 'f32.gt', 'f64.gt');
emits(compare('<='), 'f32.le', 'f64.le');
emits(compare('>='), 'f32.ge', 'f64.ge');

// Conversions

/** An int32 is a double as it stands, but not every one is a single. */
const convert = (operand: Want, single: boolean): Emitter => (w, n, want) => {
  const e = isExact(n) ? unary('+', w.operand(n.args[0])) : w.operand(n.args[0], operand);
  return single && want !== Want.loose && !isSingle(n) ? call(w.helper('fround'), [e]) : e;
};
emits(convert(Want.exact, false), 'f64.convert_i32_s', 'f64.promote_f32');
emits(convert(Want.unsigned, false), 'f64.convert_i32_u', 'f64.from_u32');
emits(convert(Want.exact, true), 'f32.convert_i32_s', 'f32.demote_f64');
emits(convert(Want.unsigned, true), 'f32.convert_i32_u');

emits((w, n, want) => fromSigned(isExact(n)
  ? call(w.helper('exactBitsF32'), [w.operand(n.args[0])])
  : call(w.helper('f32Bits'), [w.operand(n.args[0], Want.loose)]), want), 'i32.reinterpret_f32');
emits((w, n) => call(w.helper(isExact(n) ? 'exactF32' : 'f32FromBits'), [w.operand(n.args[0])]), 'f32.reinterpret_i32');
const truncate = (name: string): Emitter => (w, n, want) => fromSigned(call(w.helper(name), [w.operand(n.args[0])]), want);
emits(truncate('i32TruncS'), 'i32.trunc_f32_s', 'i32.trunc_f64_s');
emits(truncate('i32TruncU'), 'i32.trunc_f32_u', 'i32.trunc_f64_u');
emits((w, n, want) => fromDouble(w.operand(n.args[0]), want), 'i32.trunc_in_range');
emits(truncate('i32TruncSatS'), 'i32.trunc_sat_f32_s', 'i32.trunc_sat_f64_s');
emits(truncate('i32TruncSatU'), 'i32.trunc_sat_f32_u', 'i32.trunc_sat_f64_u');

