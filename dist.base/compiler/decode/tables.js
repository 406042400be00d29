// The table section; a table may have an initialiser expression for its elements.
import { LIMITS } from '../spec/limits.js';
import { readTableType } from './limits.js';
const WITH_INITIALISER = 0x40;
export function decodeTableSection(r, m) {
    const n = r.count(LIMITS.tables, 'tables');
    for (let i = 0; i < n; i++) {
        const offset = r.pos;
        if (r.peek() === WITH_INITIALISER) {
            r.pos++;
            if (r.byte() !== 0)
                r.fail('zero byte expected', r.pos - 1);
            const type = readTableType(r);
            m.tables.push({ type, import: undefined, init: r.skipExpression(m.types), offset });
        }
        else {
            m.tables.push({ type: readTableType(r), import: undefined, init: undefined, offset });
        }
    }
}
