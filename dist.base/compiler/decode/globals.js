// The global section.
import { LIMITS } from '../spec/limits.js';
import { readGlobalType } from './limits.js';
export function decodeGlobalSection(r, m) {
    const n = r.count(LIMITS.globals, 'globals');
    for (let i = 0; i < n; i++) {
        const offset = r.pos;
        const type = readGlobalType(r);
        m.globals.push({ type, import: undefined, init: r.skipExpression(m.types), offset });
    }
}
