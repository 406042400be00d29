// Wide arithmetic, as 64-bit instructions: 128-bit sums carry by an unsigned comparison, and products are put together from
// four products of 32-bit halves, which is what lowering to words would make of them anyway; what is not used of the four
// words disappears with the rest of dead code.
import { opId } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import { onInstructions } from './build-instructions.js';
const ADD = opId('i64.add'), SUB = opId('i64.sub'), MUL = opId('i64.mul'), AND = opId('i64.and'), OR = opId('i64.or');
const SHL = opId('i64.shl'), SHR_S = opId('i64.shr_s'), SHR_U = opId('i64.shr_u'), LT_U = opId('i64.lt_u');
const CONST = opId('i64.const'), WRAP = opId('i32.wrap_i64'), EXTEND = opId('i64.extend_i32_u');
const i64 = (b, op, x, y) => b.add(op, Kind.I64, [x, y]);
function shift(b, op, x, by) {
    const count = b.add(CONST, Kind.I64, []);
    count.imm = by;
    return i64(b, op, x, count);
}
const isBelow = (b, x, y) => b.add(EXTEND, Kind.I64, [b.add(LT_U, Kind.I32, [x, y])]);
const lowHalf = (b, x) => b.add(EXTEND, Kind.I64, [b.add(WRAP, Kind.I32, [x])]);
const highHalf = (b, x) => shift(b, SHR_U, x, 32);
function add(b, [al, ah, bl, bh]) {
    const lo = i64(b, ADD, al, bl);
    return [lo, i64(b, ADD, i64(b, ADD, ah, bh), isBelow(b, lo, bl))];
}
function subtract(b, [al, ah, bl, bh]) {
    const lo = i64(b, SUB, al, bl);
    return [lo, i64(b, SUB, i64(b, SUB, ah, bh), isBelow(b, al, bl))];
}
/** No sum of a product of halves and two halves overflows. */
function multiply(b, [x, y]) {
    const xl = lowHalf(b, x), xh = highHalf(b, x), yl = lowHalf(b, y), yh = highHalf(b, y);
    const low = i64(b, MUL, xl, yl);
    const first = i64(b, ADD, i64(b, MUL, xh, yl), highHalf(b, low));
    const second = i64(b, ADD, i64(b, MUL, xl, yh), lowHalf(b, first));
    const high = i64(b, ADD, i64(b, ADD, i64(b, MUL, xh, yh), highHalf(b, first)), highHalf(b, second));
    return [i64(b, OR, shift(b, SHL, second, 32), lowHalf(b, low)), high];
}
/** A negative factor counts as 2^64 too much in the unsigned product. */
function multiplySigned(b, [x, y]) {
    const [lo, hi] = multiply(b, [x, y]);
    const ofX = i64(b, AND, shift(b, SHR_S, x, 63), y), ofY = i64(b, AND, shift(b, SHR_S, y, 63), x);
    return [lo, i64(b, SUB, i64(b, SUB, hi, ofX), ofY)];
}
for (const [name, operation] of [['i64.add128', add], ['i64.sub128', subtract], ['i64.mul_wide_s', multiplySigned], ['i64.mul_wide_u', multiply]]) {
    onInstructions([name], (b, i) => {
        const [lo, hi] = operation(b, b.popMany(i.op.params.length));
        b.push(lo);
        b.push(hi);
    });
}
