// The import section. An import is listed as such and starts the index space of its kind.
import { LIMITS } from '../spec/limits.js';
import { readGlobalType, readMemoryType, readTableType, readTagType } from './limits.js';
const EXACT_FUNC = 0x20;
export function decodeImportSection(r, m) {
    const n = r.count(LIMITS.imports, 'imports');
    for (let i = 0; i < n; i++) {
        const offset = r.pos;
        const module = r.name();
        const name = r.name();
        const entry = { module, name, desc: readDesc(r), offset };
        m.imports.push(entry);
        addToIndexSpace(m, entry);
    }
    m.importedFuncs = m.funcs.length;
    m.importedTables = m.tables.length;
    m.importedMemories = m.memories.length;
    m.importedGlobals = m.globals.length;
    m.importedTags = m.tags.length;
}
function readDesc(r) {
    const start = r.pos;
    switch (r.byte()) {
        case 0: return { kind: 'func', type: r.u32() };
        case 1: return { kind: 'table', table: readTableType(r) };
        case 2: return { kind: 'memory', memory: readMemoryType(r) };
        case 3: return { kind: 'global', global: readGlobalType(r) };
        case 4: return { kind: 'tag', tag: readTagType(r) };
        case EXACT_FUNC: return { kind: 'func', type: r.u32(), exact: true };
        default: return r.fail('malformed import kind', start);
    }
}
function addToIndexSpace(m, entry) {
    const { desc, offset } = entry;
    switch (desc.kind) {
        case 'func':
            m.funcs.push({ type: desc.type, import: entry, body: undefined });
            break;
        case 'table':
            m.tables.push({ type: desc.table, import: entry, init: undefined, offset });
            break;
        case 'memory':
            m.memories.push({ type: desc.memory, import: entry, offset });
            break;
        case 'global':
            m.globals.push({ type: desc.global, import: entry, init: undefined, offset });
            break;
        case 'tag':
            m.tags.push({ type: desc.tag, import: entry, offset });
            break;
    }
}
