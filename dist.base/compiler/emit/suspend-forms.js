// Which functions may have to be suspended (docs/jspi.md): those from which a call of a suspending import can be reached, found
// from the bytes. They alone get a second form, a generator.
import { openBody } from '../decode/code.js';
import { InstructionReader } from '../decode/instruction.js';
import { funcTypeAt } from '../spec/module.js';
import { opId } from '../spec/opcodes.js';
import { CONCRETE, Heap, heapOf, isRef } from '../spec/types.js';
import { contextOf } from '../validate/context.js';
import { isHeapSubtype } from '../validate/subtyping.js';
const CALL = opId('call'), RETURN_CALL = opId('return_call'), REF_FUNC = opId('ref.func');
const INDIRECT = new Set([opId('call_indirect'), opId('return_call_indirect'), opId('call_ref'), opId('return_call_ref')]);
/**
 * The names of the option as regular expressions: between commas, `*` stands for any text and a backslash takes the next
 * character for itself.
 */
function patterns(option) {
    const list = [''];
    for (const [part] of option.matchAll(/\\?./gs)) {
        const last = list.length - 1;
        if (part === ',')
            list.push('');
        else if (part === '\\ ')
            list[last] += '\\x20'; // not to be trimmed
        else if (part === '*')
            list[last] += '.*';
        else if (part !== ' ' || list[last] !== '')
            list[last] += part.slice(-1).replace(/[\\^$.|?*+()[\]{}]/, '\\$&');
    }
    return list.map((p) => p.trimEnd());
}
export function suspendingImports(m, option) {
    if (option === '')
        return { funcs: [], references: false };
    const names = patterns(option);
    const all = names.includes('all');
    const expression = new RegExp(`^(?:${names.join('|')})$`, 's');
    const matches = (name) => all || expression.test(name);
    const found = [];
    let func = 0;
    m.imports.forEach((i, at) => {
        if (i.desc.kind !== 'func')
            return;
        if (matches(`${i.module}.${i.name}`))
            found.push({ func, at });
        func++;
    });
    return { funcs: found, references: all || names.includes('references') };
}
/** The answers for a module; undefined if nothing in it can suspend. */
export function suspendScan(m, { funcs, references: comeIn }) {
    const open = (comeIn || funcs.length > 0) && isOpen(m);
    if (funcs.length === 0 && !open)
        return undefined;
    const imports = funcs.map((i) => i.func);
    const bodies = new Map();
    const referenced = new Set();
    for (let index = m.importedFuncs; index < m.funcs.length; index++)
        bodies.set(index, callsOf(m, index, referenced));
    for (const segment of m.elements) {
        for (const f of segment.funcs ?? [])
            referenced.add(f);
        for (const e of segment.exprs ?? [])
            references(m, e, referenced);
    }
    for (const { init } of [...m.globals, ...m.tables])
        if (init !== undefined)
            references(m, init, referenced);
    const ctx = contextOf(m).types;
    const may = new Set(imports);
    /** Types of functions in `may` that references lead to. */
    const reachable = new Set();
    const note = (index) => { if (referenced.has(index))
        reachable.add(m.funcs[index].type); };
    for (const index of imports)
        note(index);
    const mayIndirect = (type) => open || [...reachable].some((t) => isHeapSubtype(ctx, t + CONCRETE, type + CONCRETE));
    for (let found = true; found;) {
        found = false;
        for (const [index, { direct, types }] of bodies) {
            if (may.has(index) || !([...direct].some((callee) => may.has(callee)) || [...types].some(mayIndirect)))
                continue;
            may.add(index);
            note(index);
            found = true;
        }
    }
    return { mayFunction: (index) => may.has(index), mayIndirect };
}
function callsOf(m, index, referenced) {
    const calls = { direct: new Set(), types: new Set() };
    const r = openBody(m, index).reader;
    while (!r.atEnd) {
        r.read(m.types);
        const { op, index: operand } = r.instruction;
        if (op.id === CALL || op.id === RETURN_CALL)
            calls.direct.add(operand);
        else if (op.id === REF_FUNC)
            referenced.add(operand);
        else if (INDIRECT.has(op.id))
            calls.types.add(operand);
    }
    return calls;
}
function references(m, range, to) {
    const r = new InstructionReader(m.bytes, range.start, range.end);
    while (!r.atEnd) {
        r.read(m.types);
        if (r.instruction.op.id === REF_FUNC)
            to.add(r.instruction.index);
    }
}
/** Can references to functions of others come in? Then any call through one may suspend. */
function isOpen(m) {
    const carries = (t) => isRef(t) && heapOf(t) !== Heap.extern && heapOf(t) !== Heap.noextern && heapOf(t) !== Heap.i31;
    const signature = (type) => [...funcTypeAt(m, type).params, ...funcTypeAt(m, type).results].some(carries);
    const imported = (d) => {
        switch (d.kind) {
            case 'func': return signature(d.type);
            case 'table': return carries(d.table.elem);
            case 'global': return carries(d.global.type);
            case 'tag': return signature(d.tag.type);
            case 'memory': return false;
        }
    };
    return m.imports.some((i) => imported(i.desc)) || m.exports.some(({ kind, index }) => {
        switch (kind) {
            case 'func': return signature(m.funcs[index].type);
            case 'table': return carries(m.tables[index].type.elem);
            case 'global': return m.globals[index].type.mutable && carries(m.globals[index].type.type);
            case 'tag': return signature(m.tags[index].type.type);
            case 'memory': return false;
        }
    });
}
