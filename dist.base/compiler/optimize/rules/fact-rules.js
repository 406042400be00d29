// Rewrites that need more than the shape of a node: what is known of ranges and zero bits (ranges.ts). Each is a function
// by operation. It returns null if nothing applies, the node itself if it changed in place, else what replaces it.
import { Kind } from '../../spec/types.js';
import { IR_OP_COUNT, irOp } from '../../ir/ops.js';
import { I32_CONST } from './pattern.js';
export const FACT_RULES = new Array(IR_OP_COUNT).fill(undefined);
/** Adds a rule, which is asked where those before it do not apply. */
export function onFacts(name, rule) {
    const op = irOp(name), first = FACT_RULES[op];
    FACT_RULES[op] = first === undefined ? rule : (sink, n) => first(sink, n) ?? rule(sink, n);
}
/** A constant that the rule needs, in front of what it makes of it. */
export function i32Const(sink, value) {
    const c = sink.fn.node(I32_CONST, Kind.I32, []);
    c.imm = value;
    sink.emit(c);
    return c;
}
