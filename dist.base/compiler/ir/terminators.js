// What a region may end with.
import { Flag } from './node.js';
import { IR_OP_COUNT, irOp } from './ops.js';
const TERMINATORS = [
    'br', 'br_table', 'yield', 'return', 'unreachable', 'throw', 'throw_ref', 'rethrow', 'return_call', 'return_call_indirect', 'return_call_ref',
];
const IS_TERMINATOR = new Uint8Array(IR_OP_COUNT);
for (const name of TERMINATORS)
    IS_TERMINATOR[irOp(name)] = 1;
/** Is what follows in the same region never reached? */
export const isTerminator = (n) => IS_TERMINATOR[n.op] !== 0 || (n.regions !== null && (n.flags & Flag.noExit) !== 0);
