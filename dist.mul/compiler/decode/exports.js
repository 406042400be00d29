// The export section and the start section, the two that point into the index spaces.
import { LIMITS } from '../spec/limits.js';
import { EXTERN_KINDS } from '../spec/module.js';
export function decodeExportSection(r, m) {
    const n = r.count(LIMITS.exports, 'exports');
    for (let i = 0; i < n; i++) {
        const offset = r.pos;
        const name = r.name();
        const kindOffset = r.pos;
        const kind = r.byte();
        if (kind >= EXTERN_KINDS.length)
            r.fail('malformed export kind', kindOffset);
        m.exports.push({ name, kind: EXTERN_KINDS[kind], index: r.u32(), offset });
    }
}
export function decodeStartSection(r, m) {
    m.startOffset = r.pos;
    m.start = r.u32();
}
