// Decodes a module section by section. Function bodies and initialisers stay byte ranges: whoever
// needs one reads it then, so that a large module never exists in memory as instructions.
import { LIMITS } from '../spec/limits.js';
import { decodeCodeSection, INCONSISTENT_CODE } from './code.js';
import { decodeCustomSection } from './custom.js';
import { decodeDataCountSection, decodeDataSection } from './data.js';
import { decodeElementSection } from './elements.js';
import { decodeExportSection, decodeStartSection } from './exports.js';
import { decodeFunctionSection } from './functions.js';
import { decodeGlobalSection } from './globals.js';
import { checkHeader, HEADER_SIZE } from './header.js';
import { decodeImportSection } from './imports.js';
import { InstructionReader } from './instruction.js';
import { decodeMemorySection } from './memories.js';
import { decodeNames, noNames } from './names.js';
import { decodeTableSection } from './tables.js';
import { decodeTagSection } from './tags.js';
import { decodeTypeSection } from './types.js';
/** In the order they must come in, which is not that of their ids: tags and the data count came late. */
const SECTIONS = [
    { id: 1, name: 'type', decode: decodeTypeSection },
    { id: 2, name: 'import', decode: decodeImportSection },
    { id: 3, name: 'function', decode: decodeFunctionSection },
    { id: 4, name: 'table', decode: decodeTableSection },
    { id: 5, name: 'memory', decode: decodeMemorySection },
    { id: 13, name: 'tag', decode: decodeTagSection },
    { id: 6, name: 'global', decode: decodeGlobalSection },
    { id: 7, name: 'export', decode: decodeExportSection },
    { id: 8, name: 'start', decode: decodeStartSection },
    { id: 9, name: 'element', decode: decodeElementSection },
    { id: 12, name: 'data count', decode: decodeDataCountSection },
    { id: 10, name: 'code', decode: decodeCodeSection },
    { id: 11, name: 'data', decode: decodeDataSection },
];
const CUSTOM = 0;
function emptyModule(bytes) {
    return {
        bytes, types: [], imports: [], funcs: [], tables: [], memories: [], globals: [], tags: [], exports: [], start: undefined, startOffset: 0,
        elements: [], datas: [], dataCount: undefined, customs: [], names: noNames(), branchHints: undefined, warnings: [],
        importedFuncs: 0, importedTables: 0, importedMemories: 0, importedGlobals: 0, importedTags: 0,
    };
}
/**
 * Decodes a binary module, or throws a `CompileError` that says where it is malformed. The result keeps
 * `bytes` and refers into it; offsets count from its first byte, also when it is a view of a larger buffer.
 */
export function decodeModule(bytes) {
    checkHeader(bytes);
    const m = emptyModule(bytes);
    const r = new InstructionReader(bytes, HEADER_SIZE);
    /** Place in `SECTIONS` the next section may have at least. */
    let next = 0;
    while (r.pos < bytes.length)
        next = decodeSection(r, m, next);
    checkCounts(r, m);
    decodeNames(m);
    return m;
}
function decodeSection(r, m, next) {
    const offset = r.pos;
    const id = r.byte();
    const place = SECTIONS.findIndex((s) => s.id === id);
    if (id !== CUSTOM && place < 0)
        r.fail(`malformed section id ${id}`, offset);
    r.section = id === CUSTOM ? 'custom' : SECTIONS[place].name;
    const sizeOffset = r.pos;
    const size = r.u32();
    if (size > r.end - r.pos)
        r.fail(`length out of bounds: the section has ${size} bytes, ${r.end - r.pos} are left`, sizeOffset);
    if (id !== CUSTOM && place < next) {
        r.fail(`unexpected content after last section: ${place === next - 1 ? 'the section appears twice' : `it must come before the ${SECTIONS[next - 1].name} section`}`, offset);
    }
    r.end = r.pos + size;
    if (id === CUSTOM)
        decodeCustomSection(r, m);
    else
        SECTIONS[place].decode(r, m);
    if (r.pos !== r.end)
        r.fail(`section size mismatch: ${r.end - r.pos} bytes are left over`);
    r.section = undefined;
    r.end = m.bytes.length;
    return id === CUSTOM ? next : place + 1;
}
function checkCounts(r, m) {
    // A code section has checked its count itself; this finds the one that is missing.
    if (m.funcs.length > m.importedFuncs && m.funcs[m.importedFuncs].body === undefined) {
        r.fail(`${INCONSISTENT_CODE}: ${m.funcs.length - m.importedFuncs} and 0`);
    }
    if (m.funcs.length > LIMITS.functions)
        r.fail(`too many functions: ${m.funcs.length}, the limit is ${LIMITS.functions}`);
    if (m.dataCount !== undefined && m.dataCount !== m.datas.length) {
        r.fail(`data count and data section have inconsistent lengths: ${m.dataCount} and ${m.datas.length}`);
    }
}
