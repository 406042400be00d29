// Turns the terse rows of opcodes.ts into `OpRow` records: the table stays readable as a page, and
// what it abbreviates (signatures as letters, immediates by name) is spelt out once, here.
import { Imm } from './opcode-row.js';
import { EXNREF, F32, F64, Heap, I32, I64, V128, refType } from './types.js';
export const NO_PREFIX = 0;
const LETTERS = {
    i: I32, I: I64, f: F32, F: F64, V: V128, p: I32,
    e: refType(Heap.eq, true), a: refType(Heap.array, true), x: EXNREF, n: refType(Heap.i31, false), N: refType(Heap.i31, true),
};
function parseTypes(letters) {
    if (letters === '?')
        return null;
    return Array.from(letters, (c) => {
        if (!(c in LETTERS))
            throw new Error(`opcode table: no type letter ${c}`);
        return LETTERS[c];
    });
}
/** Rows of one proposal and one prefix byte; `id` is given when the table is put together. */
export function opcodeGroup(proposal, prefix, rows) {
    return rows.map(([code, name, signature, imm, effects = 0, width = 0]) => {
        const [params, results] = signature.split(':');
        return {
            code: (prefix << 16) | code, name, imm: Imm[imm], params: parseTypes(params), results: parseTypes(results), proposal, effects, width,
        };
    });
}
