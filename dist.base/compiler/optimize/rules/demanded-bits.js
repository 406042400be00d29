// Operands of which only some bits count: what makes the others is left out. Lanes are taken out of words by shifts and
// masks, which use the words that other lanes were put into.
import { opId } from '../../spec/opcodes.js';
import { zerosOf } from '../ranges.js';
import { onFacts } from './fact-rules.js';
import { I32_CONST } from './pattern.js';
const AND = opId('i32.and'), OR = opId('i32.or'), XOR = opId('i32.xor'), ADD = opId('i32.add'), SUB = opId('i32.sub');
const EXTEND8 = opId('i32.extend8_s'), EXTEND16 = opId('i32.extend16_s');
const MAX_STEPS = 8;
const isZeroIn = (n, bits) => (bits & ~zerosOf(n)) === 0;
/** One of the operands of `n`, if it has the same bits among those demanded. */
function step(n, demanded) {
    const [a, b] = n.args;
    switch (n.op) {
        case OR:
        case XOR: return isZeroIn(b, demanded) ? a : isZeroIn(a, demanded) ? b : null;
        case AND: return b.op === I32_CONST && (demanded & ~b.imm) === 0 ? a : null;
        case EXTEND8: return (demanded & ~0xff) === 0 ? a : null;
        case EXTEND16: return (demanded & ~0xffff) === 0 ? a : null;
        case ADD:
        case SUB:
            // A carry comes from below only.
            if ((demanded & (demanded + 1)) !== 0)
                return null;
            return isZeroIn(b, demanded) ? a : n.op === ADD && isZeroIn(a, demanded) ? b : null;
        default: return null;
    }
}
/** Only the bits `demanded` of operand `at` count. */
function demand(n, at, demanded) {
    const operand = n.args[at];
    let found = operand;
    for (let k = 0; k < MAX_STEPS; k++) {
        const next = step(found, demanded);
        if (next === null)
            break;
        found = next;
    }
    if (found === operand)
        return null;
    n.args[at] = found;
    return n;
}
/** By a constant second operand: shift counts, which are below 32 by now, and masks. */
const byConstant = (bits) => (_, n) => {
    const c = n.args[1];
    return c.op === I32_CONST ? demand(n, 0, bits(c.imm)) : null;
};
onFacts('i32.shl', byConstant((k) => -1 >>> k));
onFacts('i32.shr_s', byConstant((k) => -1 << k));
onFacts('i32.shr_u', byConstant((k) => -1 << k));
onFacts('i32.and', byConstant((mask) => mask));
onFacts('i32.extend8_s', (_, n) => demand(n, 0, 0xff));
onFacts('i32.extend16_s', (_, n) => demand(n, 0, 0xffff));
onFacts('i32.store8', (_, n) => demand(n, 1, 0xff));
onFacts('i32.store16', (_, n) => demand(n, 1, 0xffff));
