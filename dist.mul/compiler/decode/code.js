// The code section: each function's body becomes a byte range, and `openBody` starts on one of them
// when its turn comes.
import { LIMITS } from '../spec/limits.js';
import { funcTypeAt } from '../spec/module.js';
import { InstructionReader } from './instruction.js';
import { readValType } from './value-types.js';
/** What is wrong when the function section and the code section do not agree, or one is missing. */
export const INCONSISTENT_CODE = 'function and code section have inconsistent lengths';
export function decodeCodeSection(r, m) {
    const start = r.pos;
    const n = r.count(LIMITS.functions, 'function bodies');
    if (n !== m.funcs.length - m.importedFuncs)
        r.fail(`${INCONSISTENT_CODE}: ${m.funcs.length - m.importedFuncs} and ${n}`, start);
    for (let i = m.importedFuncs; i < m.funcs.length; i++) {
        const offset = r.pos;
        const size = r.u32();
        if (size > r.end - r.pos) {
            r.func = i;
            r.fail(`unexpected end of section or function: a body of ${size} bytes, ${r.end - r.pos} are left`, offset);
        }
        if (size > LIMITS.functionSize) {
            r.func = i;
            r.fail(`the body has ${size} bytes, the limit is ${LIMITS.functionSize}`, offset);
        }
        const from = r.skip(size);
        m.funcs[i].body = { start: from, end: from + size };
    }
}
/**
 * Opens the body of a function that is not imported and whose type index is known to be valid.
 * Pass the reader of an earlier body of the same module to use it again.
 */
export function openBody(m, func, reader = new InstructionReader(m.bytes)) {
    const { type, body } = m.funcs[func];
    if (body === undefined)
        throw new Error(`function ${func} has no body`);
    reader.reset(body.start, body.end);
    reader.section = 'code';
    reader.func = func;
    reader.funcName = m.names.funcs.get(func);
    reader.hasDataCount = m.dataCount !== undefined;
    return { locals: readLocals(reader, funcTypeAt(m, type).params), reader };
}
function readLocals(r, params) {
    const locals = params.slice();
    const groups = r.count(LIMITS.functionSize, 'groups of locals');
    for (let i = 0; i < groups; i++) {
        const start = r.pos;
        const n = r.u32();
        if (locals.length + n > LIMITS.locals)
            r.fail(`too many locals: more than ${LIMITS.locals}`, start);
        const type = readValType(r);
        for (let k = 0; k < n; k++)
            locals.push(type);
    }
    return locals;
}
