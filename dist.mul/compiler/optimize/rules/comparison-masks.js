// Masks made of comparisons, 0 or -1, as lanes of vectors are compared and chosen: the sign of a difference that cannot
// overflow is such a mask already, and a choice between the two that are compared needs the difference only.
import { opId } from '../../spec/opcodes.js';
import { Kind } from '../../spec/types.js';
import { I32_MAX, I32_MIN, maxOf, minOf } from '../ranges.js';
import { i32Const, onFacts } from './fact-rules.js';
import { I32_CONST } from './pattern.js';
const ADD = opId('i32.add'), SUB = opId('i32.sub'), AND = opId('i32.and'), XOR = opId('i32.xor'), SHR_S = opId('i32.shr_s');
const LT = opId('i32.lt_s'), GT = opId('i32.gt_s'), LE = opId('i32.le_s'), GE = opId('i32.ge_s');
const isConst = (n, value) => n.op === I32_CONST && (n.imm | 0) === value;
const isSame = (a, b) => a === b || (a.op === I32_CONST && isConst(b, a.imm | 0));
/** -1 where a < b, else 0; null if the difference may overflow. */
function less(sink, a, b) {
    if (minOf(a) - maxOf(b) < I32_MIN || maxOf(a) - minOf(b) > I32_MAX)
        return null;
    const difference = isConst(b, 0) ? a : sink.create(SUB, Kind.I32, [a, b]);
    return sink.create(SHR_S, Kind.I32, [difference, i32Const(sink, 31)]);
}
onFacts('i32.sub', (sink, n) => {
    const [zero, { op, args }] = n.args;
    // A choice between a value and 0 needs the value's sign only, see below.
    if (!isConst(zero, 0) || (op !== LT && op !== GT && op !== LE && op !== GE) || (op === GT && isConst(args[1], 0)))
        return null;
    const mask = op === LT || op === GE ? less(sink, args[0], args[1]) : less(sink, args[1], args[0]);
    if (mask === null)
        return null;
    return op === LT || op === GT ? mask : sink.create(XOR, Kind.I32, [mask, i32Const(sink, -1)]);
});
/** Is `d` the difference of `a` and `b`? */
function isDifference(d, a, b) {
    if (d.op === SUB)
        return isSame(d.args[0], a) && isSame(d.args[1], b);
    if (d.op === ADD)
        return d.args[0] === a && b.op === I32_CONST && isConst(d.args[1], -b.imm | 0);
    return d === a && isConst(b, 0);
}
/** The value `a - b` if it is negative, else 0. */
function shortfall(sink, a, b) {
    const d = sink.create(SUB, Kind.I32, [a, b]);
    return sink.create(AND, Kind.I32, [d, sink.create(SHR_S, Kind.I32, [d, i32Const(sink, 31)])]);
}
const smaller = (sink, x, limit) => sink.create(ADD, Kind.I32, [shortfall(sink, x, limit), limit]);
const larger = (sink, x, limit) => sink.create(SUB, Kind.I32, [limit, shortfall(sink, limit, x)]);
/** `b ^ ((a ^ b) & m)` is `a` or `b`; where `m` is the sign of their difference, so is `b + (a - b & m)`. */
function choice(sink, b, masked) {
    if (masked.op !== AND)
        return null;
    for (const k of [0, 1]) {
        const unlike = masked.args[k], m = masked.args[1 - k];
        if (unlike.op !== XOR || m.op !== SHR_S || !isConst(m.args[1], 31))
            continue;
        const d = m.args[0];
        for (const i of [0, 1]) {
            const a = unlike.args[i];
            if (!isSame(unlike.args[1 - i], b))
                continue;
            // With a constant on the outside the range of the result shows. It takes the other difference, whose sign is the
            // opposite one only if neither overflows: -2^31 is its own negative.
            const swap = a.op === I32_CONST && minOf(b) - maxOf(a) >= -I32_MAX && maxOf(b) - minOf(a) <= I32_MAX;
            if (isDifference(d, a, b))
                return swap ? smaller(sink, b, a) : sink.create(ADD, Kind.I32, [sink.create(AND, Kind.I32, [d, m]), b]);
            if (isDifference(d, b, a))
                return swap ? larger(sink, b, a) : sink.create(SUB, Kind.I32, [b, sink.create(AND, Kind.I32, [d, m])]);
        }
    }
    return null;
}
onFacts('i32.xor', (sink, n) => choice(sink, n.args[1], n.args[0]) ?? choice(sink, n.args[0], n.args[1]));
/** `x & x >> 31` is the smaller of x and 0. */
onFacts('i32.and', (_, n) => {
    const [x, m] = n.args;
    return m.op === SHR_S && m.args[0] === x && isConst(m.args[1], 31) && maxOf(x) <= 0 ? x : null;
});
/** Of two that are compared by the sign of one of them: `x & -(x > 0)` needs no comparison. */
onFacts('i32.and', (sink, n) => {
    for (const k of [0, 1]) {
        const x = n.args[k], m = n.args[1 - k];
        if (m.op !== SUB || !isConst(m.args[0], 0) || m.args[1].op !== GT || m.args[1].args[0] !== x || !isConst(m.args[1].args[1], 0))
            continue;
        const sign = sink.create(SHR_S, Kind.I32, [x, i32Const(sink, 31)]);
        return sink.create(AND, Kind.I32, [x, sink.create(XOR, Kind.I32, [sign, i32Const(sink, -1)])]);
    }
    return null;
});
