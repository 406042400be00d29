// The layout of a module: which bytes belong to which section. The decoder keeps the contents alone, so the headers are
// walked once more; the module has been decoded before, and nothing here can be malformed.
import { HEADER_SIZE } from '../decode/header.js';
import { ByteReader } from '../decode/reader.js';
const NAMES = [
    'custom', 'type', 'import', 'function', 'table', 'memory', 'global', 'export', 'start', 'element', 'code', 'data', 'data count', 'tag',
];
const CUSTOM = 0;
export function listSections(bytes) {
    const sections = [];
    const r = new ByteReader(bytes, HEADER_SIZE);
    while (r.pos < bytes.length) {
        const offset = r.pos;
        const id = r.byte();
        const size = r.u32();
        const start = r.pos;
        const name = id === CUSTOM ? r.name() : NAMES[id];
        r.pos = start + size;
        sections.push({ name, custom: id === CUSTOM, offset, size: r.pos - offset });
    }
    return sections;
}
