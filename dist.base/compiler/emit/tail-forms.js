// Which functions make tail calls to others, found from the bytes: callers have to know before the callee is compiled.
import { openBody } from '../decode/code.js';
import { opId } from '../spec/opcodes.js';
const RETURN_CALL = opId('return_call');
const RETURN_CALL_INDIRECT = opId('return_call_indirect');
const RETURN_CALL_REF = opId('return_call_ref');
/** Answers `mayTailCall` of docs/abi.md for functions of `m`, each looked at once. */
export function tailCallScan(m) {
    const known = new Map();
    return (index) => {
        let answer = known.get(index);
        if (answer === undefined)
            known.set(index, answer = scan(m, index));
        return answer;
    };
}
function scan(m, index) {
    const r = openBody(m, index).reader;
    while (!r.atEnd) {
        r.read(m.types);
        const { op, index: callee } = r.instruction;
        if (op.id === RETURN_CALL_INDIRECT || op.id === RETURN_CALL_REF)
            return true;
        if (op.id === RETURN_CALL && callee !== index)
            return true;
    }
    return false;
}
