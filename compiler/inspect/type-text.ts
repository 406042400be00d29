// Types of imports and exports as the text format writes them.
import type { FieldType, FuncType, GlobalType, ImportDesc, Limits, MemoryType, Module, SubType, TableType, Export } from '../spec/module.js';
import { typeName, type ValType } from '../spec/types.js';

const list = (word: string, types: readonly ValType[]): string => (types.length === 0 ? '' : ` (${word} ${types.map(typeName).join(' ')})`);
const signature = (t: FuncType): string => list('param', t.params) + list('result', t.results);

function limitsText(l: Limits): string {
  return `${l.index64 ? 'i64 ' : ''}${l.min}${l.max === undefined ? '' : ` ${l.max}`}${l.shared ? ' shared' : ''}`;
}
export const memoryText = (t: MemoryType): string => `(memory ${limitsText(t.limits)}${t.pageSizeLog2 === 16 ? '' : ` (pagesize ${2 ** t.pageSizeLog2})`})`;
export const tableText = (t: TableType): string => `(table ${limitsText(t.limits)} ${typeName(t.elem)})`;
export const globalText = (t: GlobalType): string => `(global ${t.mutable ? `(mut ${typeName(t.type)})` : typeName(t.type)})`;

const fieldText = (f: FieldType): string => (f.mutable ? `(mut ${typeName(f.type)})` : typeName(f.type));

/** A defined type without `(type …)` around it; a module that is not valid may put any of them where a function type belongs. */
export function definedTypeText(t: SubType | undefined, word = 'func'): string {
  const c = t?.composite;
  switch (c?.kind) {
    case undefined: return `(${word} (type unknown))`;
    case 'func': return `(${word}${signature(c)})`;
    case 'struct': return `(struct${c.fields.map((f) => ` (field ${fieldText(f)})`).join('')})`;
    case 'array': return `(array ${fieldText(c.field)})`;
    case 'cont': return `(cont ${c.type})`;
  }
}

export function importText(m: Module, desc: ImportDesc): string {
  switch (desc.kind) {
    case 'func': return definedTypeText(m.types[desc.type]);
    case 'table': return tableText(desc.table);
    case 'memory': return memoryText(desc.memory);
    case 'global': return globalText(desc.global);
    case 'tag': return definedTypeText(m.types[desc.tag.type], 'tag');
  }
}

export function exportText(m: Module, e: Export): string {
  switch (e.kind) {
    case 'func': return definedTypeText(m.types[m.funcs[e.index]?.type]);
    case 'table': return e.index in m.tables ? tableText(m.tables[e.index].type) : '(table unknown)';
    case 'memory': return e.index in m.memories ? memoryText(m.memories[e.index].type) : '(memory unknown)';
    case 'global': return e.index in m.globals ? globalText(m.globals[e.index].type) : '(global unknown)';
    case 'tag': return definedTypeText(m.types[m.tags[e.index]?.type.type], 'tag');
  }
}
