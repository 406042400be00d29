// f32 and f64 operations. An f32 is a double that a rounding to single precision leaves alone; one operation in
// doubles and one rounding give exactly the single-precision result, so each f32 operation is wrapped in `fround`
// unless its consumer rounds anyway.
import { Want, emits, fromBoolean, fromSigned } from './writer.js';
import { Kind } from '../spec/types.js';
import { Flag } from '../ir/node.js';
import { binary, call, floatComparison, unary } from './ast.js';
/** A NaN may be an object, or has to become one (lower/exact-nans.ts). */
const isExact = (n) => (n.flags & Flag.nan) !== 0;
const f32Binary = (operator) => (w, n, want) => {
    const left = w.operand(n.args[0]);
    const e = binary(operator, left, w.operand(n.args[1]));
    return want === Want.loose ? e : call(w.helper('fround'), [e]);
};
const f64Binary = (operator) => (w, n) => {
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
const helper = (name) => (w, n) => call(w.helper(name), w.operands(n.args));
emits(helper('min'), 'f32.min', 'f64.min');
emits(helper('max'), 'f32.max', 'f64.max');
emits(helper('ceil'), 'f32.ceil', 'f64.ceil');
emits(helper('floor'), 'f32.floor', 'f64.floor');
emits(helper('trunc'), 'f32.trunc', 'f64.trunc');
emits(helper('nearest'), 'f32.nearest', 'f64.nearest');
/** By the name of its form for exact NaNs. */
const sign = (exact, plain) => (w, n, want) => (isExact(n) ? helper(exact + (n.kind === Kind.F32 ? 'F32' : 'F64'))(w, n, want) : plain(w, n, want));
emits(sign('abs', helper('abs')), 'f32.abs', 'f64.abs');
emits(sign('copysign', helper('copysign')), 'f32.copysign', 'f64.copysign');
emits(sign('neg', (w, n) => unary('-', w.operand(n.args[0]))), 'f32.neg', 'f64.neg');
emits(helper('sqrt'), 'f64.sqrt');
emits((w, n, want) => {
    const e = call(w.helper('sqrt'), [w.operand(n.args[0])]);
    return want === Want.loose ? e : call(w.helper('fround'), [e]);
}, 'f32.sqrt');
/** Two objects are never equal, not even one to itself. */
const number = (w, n, k) => (isExact(n) ? unary('+', w.operand(n.args[k])) : w.operand(n.args[k]));
const compare = (operator) => (w, n, want) => {
    const left = number(w, n, 0);
    return fromBoolean(floatComparison(operator, left, number(w, n, 1)), want);
};
emits(compare('==='), 'f32.eq', 'f64.eq');
emits(compare('!=='), 'f32.ne', 'f64.ne');
emits(compare('<'), 'f32.lt', 'f64.lt');
emits(compare('>'), 'f32.gt', 'f64.gt');
emits(compare('<='), 'f32.le', 'f64.le');
emits(compare('>='), 'f32.ge', 'f64.ge');
// Conversions
/** An int32 is a double as it stands, but not every one is a single. */
const convert = (operand, single) => (w, n, want) => {
    const e = isExact(n) ? unary('+', w.operand(n.args[0])) : w.operand(n.args[0], operand);
    return single && want !== Want.loose ? call(w.helper('fround'), [e]) : e;
};
emits(convert(Want.exact, false), 'f64.convert_i32_s', 'f64.promote_f32');
emits(convert(Want.unsigned, false), 'f64.convert_i32_u', 'f64.from_u32');
emits(convert(Want.exact, true), 'f32.convert_i32_s', 'f32.demote_f64');
emits(convert(Want.unsigned, true), 'f32.convert_i32_u');
emits((w, n, want) => fromSigned(call(w.helper(isExact(n) ? 'exactBitsF32' : 'f32Bits'), [w.operand(n.args[0])]), want), 'i32.reinterpret_f32');
emits((w, n) => call(w.helper(isExact(n) ? 'exactF32' : 'f32FromBits'), [w.operand(n.args[0])]), 'f32.reinterpret_i32');
const truncate = (name) => (w, n, want) => fromSigned(call(w.helper(name), [w.operand(n.args[0])]), want);
emits(truncate('i32TruncS'), 'i32.trunc_f32_s', 'i32.trunc_f64_s');
emits(truncate('i32TruncU'), 'i32.trunc_f32_u', 'i32.trunc_f64_u');
emits(truncate('i32TruncSatS'), 'i32.trunc_sat_f32_s', 'i32.trunc_sat_f64_s');
emits(truncate('i32TruncSatU'), 'i32.trunc_sat_f32_u', 'i32.trunc_sat_f64_u');
