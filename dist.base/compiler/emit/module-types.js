// The descriptor strings in which a module tells the runtime its types, imports and exports (docs/abi.md, "Types" and
// "A module").
import { funcTypeAt } from '../spec/module.js';
import { F32, F64, Heap, I16, I32, I64, I8, V128, Kind, heapOf, isConcrete, isExact, isNullable, kindOf, typeIndexOf, typeName } from '../spec/types.js';
import { CompileError } from '../spec/errors.js';
import { sizeLiteral, stringLiteral } from './literals.js';
const NUMERIC = { [I32]: 'i', [I64]: 'I', [F32]: 'f', [F64]: 'F', [V128]: 'V', [I8]: 'b', [I16]: 'h' };
const HEAPS = {
    [Heap.func]: 'f', [Heap.nofunc]: 'F', [Heap.extern]: 'x', [Heap.noextern]: 'X', [Heap.any]: 'a', [Heap.eq]: 'e', [Heap.i31]: 'j',
    [Heap.struct]: 's', [Heap.array]: 'r', [Heap.none]: 'n', [Heap.exn]: 'k', [Heap.noexn]: 'K',
};
/** `i`, `?f`, `&<12>`, … */
export function typeDescriptor(t) {
    const numeric = NUMERIC[t];
    if (numeric !== undefined)
        return numeric;
    const h = heapOf(t);
    const heap = isConcrete(h) ? `<${typeIndexOf(h)}>` : HEAPS[h];
    if (heap === undefined)
        throw new CompileError(`values of type ${typeName(t)} are not supported`);
    return (isNullable(t) ? '?' : '&') + (isExact(t) ? '!' : '') + heap;
}
const fieldDescriptor = (f) => (f.mutable ? 'm' : 'c') + typeDescriptor(f.type);
function compositeDescriptor(c) {
    switch (c.kind) {
        case 'func': return `(${c.params.map(typeDescriptor).join('')})${c.results.map(typeDescriptor).join('')}`;
        case 'struct': return `{${c.fields.map(fieldDescriptor).join('')}}`;
        case 'array': return `[${fieldDescriptor(c.field)}]`;
        case 'cont': throw new CompileError('continuation types are not supported');
    }
}
function subTypeDescriptor(t) {
    const body = compositeDescriptor(t.composite);
    const prefix = (t.final ? '' : '-') + t.supers.map((s) => `<${s}>`).join('')
        + (t.describes === undefined ? '' : `*<${t.describes}>`) + (t.descriptor === undefined ? '' : `@<${t.descriptor}>`);
    return prefix === '' ? body : `${prefix}:${body}`;
}
/** `["(i)i",["{…}","[…]"]]`: recursive groups of several types nested. */
export function typesLiteral(m) {
    const groups = [];
    for (let i = 0; i < m.types.length;) {
        const size = Math.max(1, m.types[i].groupSize);
        const group = m.types.slice(i, i + size).map((t) => stringLiteral(subTypeDescriptor(t)));
        groups.push(size === 1 ? group[0] : `[${group.join()}]`);
        i += size;
    }
    return `[${groups.join()}]`;
}
export const KIND_NUMBERS = { func: 0, table: 1, memory: 2, global: 3, tag: 4 };
/** Runtime values that know how to link and show each kind, in the order of the numbers. */
export const KIND_HELPERS = ['funcKind', 'tableKind', 'memoryKind', 'globalKind', 'tagKind'];
function properties(entries) {
    return `{${entries.filter(([, v]) => v !== undefined && v !== false).map(([k, v]) => `${k}:${v}`).join()}}`;
}
const tableDescriptor = (t) => properties([
    ['e', stringLiteral(typeDescriptor(t.elem))], ['min', sizeLiteral(t.limits.min)],
    ['max', t.limits.max !== undefined && sizeLiteral(t.limits.max)], ['i64', t.limits.index64 && '1'],
]);
const memoryDescriptor = (t) => properties([
    ['min', sizeLiteral(t.limits.min)], ['max', t.limits.max !== undefined && sizeLiteral(t.limits.max)],
    ['shared', t.limits.shared && '1'], ['i64', t.limits.index64 && '1'], ['page', t.pageSizeLog2 !== 16 && String(t.pageSizeLog2)],
]);
const globalDescriptor = (t) => properties([['t', stringLiteral(typeDescriptor(t.type))], ['mut', t.mutable && '1']]);
/** Text of the descriptor of what is at an index of a kind. */
function descriptor(m, kind, index) {
    switch (kind) {
        case 'func': return String(m.funcs[index].type);
        case 'table': return tableDescriptor(m.tables[index].type);
        case 'memory': return memoryDescriptor(m.memories[index].type);
        case 'global': return globalDescriptor(m.globals[index].type);
        case 'tag': return String(m.tags[index].type.type);
    }
}
export function importsLiteral(m) {
    const next = { func: 0, table: 0, memory: 0, global: 0, tag: 0 };
    return `[${m.imports.map((i) => `[${stringLiteral(i.module)},${stringLiteral(i.name)},${KIND_NUMBERS[i.desc.kind]},${descriptor(m, i.desc.kind, next[i.desc.kind]++)}${i.desc.kind === 'func' && i.desc.exact === true ? ',1' : ''}]`).join()}]`;
}
export function exportsLiteral(m) {
    return `[${m.exports.map((e) => `[${stringLiteral(e.name)},${KIND_NUMBERS[e.kind]},${descriptor(m, e.kind, e.index)}]`).join()}]`;
}
/** Names for the words that a function takes, separated by commas. */
export function parameterWords(m, index) {
    let words = 0;
    for (const t of funcTypeAt(m, m.funcs[index].type).params)
        words += kindOf(t) === Kind.I64 ? 2 : kindOf(t) === Kind.V128 ? 4 : 1;
    return Array.from({ length: words }, (_, k) => `a${k}`).join();
}
