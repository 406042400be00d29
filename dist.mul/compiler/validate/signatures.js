// Instructions whose row says all there is to know, packed flat by row id: most of a module passes
// through here, so the walk must not chase a row's arrays.
import { Imm } from '../spec/opcode-row.js';
import { OPCODES } from '../spec/opcodes.js';
import { aggregate } from './instructions/aggregate.js';
import { control } from './instructions/control.js';
import { exceptions } from './instructions/exceptions.js';
import { memory } from './instructions/memory.js';
import { reference } from './instructions/reference.js';
import { table } from './instructions/table.js';
import { variable } from './instructions/variable.js';
import { isSubtype } from './subtyping.js';
const MAX_PARAMS = 4;
const MAX_RESULTS = 2;
/** No immediates, or such that do not bear on types. */
const PLAIN_IMMEDIATES = new Set([Imm.none, Imm.i32, Imm.i64, Imm.f32, Imm.f64, Imm.v128, Imm.fence]);
const PARAM_COUNT = new Uint8Array(OPCODES.length);
const PARAMS = new Int32Array(OPCODES.length * MAX_PARAMS);
const RESULT_COUNT = new Uint8Array(OPCODES.length);
const RESULTS = new Int32Array(OPCODES.length * MAX_RESULTS);
const SPECIAL = { ...control, ...exceptions, ...variable, ...memory, ...table, ...reference, ...aggregate };
/** By row id what checks the instruction; undefined when its signature is enough. */
export const HANDLERS = OPCODES.map((row) => {
    const handler = SPECIAL[row.name];
    if (handler !== undefined)
        return handler;
    const { id, params, results } = row;
    if (params === null || results === null || !PLAIN_IMMEDIATES.has(row.imm))
        throw new Error(`nothing validates ${row.name}`);
    PARAM_COUNT[id] = params.length;
    PARAMS.set(params, id * MAX_PARAMS);
    RESULT_COUNT[id] = results.length;
    RESULTS.set(results, id * MAX_RESULTS);
    return undefined;
});
/** Pops and pushes what the signature of instruction `id` says. */
export function applySignature(w, id) {
    const { stack } = w;
    let { sp } = w;
    const first = id * MAX_PARAMS;
    let p = first + PARAM_COUNT[id] - 1;
    if (sp - w.base > p - first) {
        for (; p >= first; p--) {
            const t = stack[--sp];
            if (t !== PARAMS[p] && !isSubtype(w.types, t, PARAMS[p]))
                w.mismatch(PARAMS[p], t);
        }
        w.sp = sp;
    }
    else {
        for (; p >= first; p--)
            w.pop(PARAMS[p]);
    }
    const n = RESULT_COUNT[id];
    if (n > 0) {
        w.push(RESULTS[id * MAX_RESULTS]);
        if (n > 1)
            w.push(RESULTS[id * MAX_RESULTS + 1]);
    }
}
