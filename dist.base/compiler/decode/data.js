// The data section, and the data count section that announces it before the code.
import { LIMITS } from '../spec/limits.js';
const ACTIVE = 0;
const PASSIVE = 1;
const ACTIVE_IN_MEMORY = 2;
export function decodeDataCountSection(r, m) {
    m.dataCount = r.u32();
}
export function decodeDataSection(r, m) {
    const n = r.count(LIMITS.dataSegments, 'data segments');
    for (let i = 0; i < n; i++)
        m.datas.push(readSegment(r, m));
}
function readSegment(r, m) {
    const offset = r.pos;
    const form = r.u32();
    if (form > ACTIVE_IN_MEMORY)
        r.fail('malformed data segment kind', offset);
    const mode = form === PASSIVE ? 'passive' : 'active';
    const memory = form === ACTIVE_IN_MEMORY ? r.u32() : 0;
    const init = form === ACTIVE || form === ACTIVE_IN_MEMORY ? r.skipExpression(m.types) : undefined;
    const length = r.u32();
    if (length > r.end - r.pos)
        r.fail('unexpected end of section or function: the data segment is longer than its section', offset);
    const start = r.skip(length);
    return { mode, memory, init, bytes: { start, end: start + length }, offset };
}
