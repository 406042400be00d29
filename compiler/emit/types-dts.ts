// TypeScript declarations of a built module: what it exports and what it wants imported. They stand alone, so the objects of
// the JS API are described here as far as one uses them.
import { CompileError } from '../spec/errors.js';
import { isReservedWord } from '../spec/reserved-words.js';
import { funcTypeAt, type GlobalType, type ImportDesc, type Module, type TableType } from '../spec/module.js';
import { F32, F64, Heap, I32, I64, V128, heapOf, isConcrete, isNullable, typeIndexOf, type ValType } from '../spec/types.js';
import type { Options } from '../options.js';
import { stringLiteral } from './literals.js';

/** Declarations of what both directions may mention, by the name that is looked for in the rest. */
const COMMON: Readonly<Record<string, string>> = {
  Memory: 'export interface Memory { readonly buffer: ArrayBuffer; grow(delta: number): number }\n',
  Memory64: 'export interface Memory64 { readonly buffer: ArrayBuffer; grow(delta: bigint): bigint }\n',
  SharedMemory: 'export interface SharedMemory { readonly buffer: SharedArrayBuffer; grow(delta: number): number }\n',
  Table: 'export interface Table<T = any, I = number> { readonly length: I; get(index: I): T; set(index: I, value?: T): void; grow(delta: I, value?: T): I }\n',
  Constant: 'export interface Constant<T> { readonly value: T; valueOf(): T }\n',
  Global: 'export interface Global<T> { value: T; valueOf(): T }\n',
  Tag: 'export interface Tag { readonly [Symbol.toStringTag]: string }\n',
};

function valueType(m: Module, t: ValType): string {
  switch (t) {
    case I32: case F32: case F64: return 'number';
    case I64: return 'bigint';
    case V128: return 'never';
  }
  const h = heapOf(t);
  const orNull = isNullable(t) ? ' | null' : '';
  if (h === Heap.extern || h === Heap.any) return 'any';
  if (h === Heap.exn || h === Heap.noexn) return 'never';
  if (h === Heap.i31) return `number${orNull}`;
  if (h === Heap.none || h === Heap.nofunc || h === Heap.noextern) return isNullable(t) ? 'null' : 'never';
  if (h === Heap.func) return `((...args: any[]) => any)${orNull}`;
  // Not the function type itself: types may be recursive.
  if (isConcrete(h) && m.types[typeIndexOf(h)].composite.kind === 'func') return `((...args: any[]) => any)${orNull}`;
  return `object${orNull}`;
}

/** `results` wraps several results; a host function may return any iterable. */
function functionType(m: Module, typeIndex: number, names: (string | undefined)[], imported: boolean): string {
  const type = funcTypeAt(m, typeIndex);
  const params = type.params.map((t, i) => `${names[i] ?? `p${i}`}: ${valueType(m, t)}`).join(', ');
  const results = type.results.map((t) => valueType(m, t));
  const result = results.length === 0 ? 'void' : results.length === 1 ? results[0] : imported ? `Iterable<${[...new Set(results)].join(' | ')}>` : `[${results.join(', ')}]`;
  return `(${params}) => ${result}`;
}

/** Names of parameters from the name section, where they are plain identifiers and all different. */
function parameterNames(m: Module, index: number): (string | undefined)[] {
  const given = m.names.locals.get(index);
  const count = funcTypeAt(m, m.funcs[index].type).params.length;
  const names = Array.from({ length: count }, (_, i) => given?.get(i)).map((n) => (n !== undefined && /^[A-Za-z_]\w*$/.test(n) ? `${n}_` : undefined));
  // A trailing underscore keeps clear of reserved words; drop it where it is not needed.
  const plain = names.map((n) => (n === undefined || isReservedWord(n.slice(0, -1)) ? n : n.slice(0, -1)));
  return new Set(plain.filter((n) => n !== undefined)).size === plain.filter((n) => n !== undefined).length && !plain.some((n) => n !== undefined && /^p\d+$/.test(n)) ? plain : [];
}

function tableType(m: Module, t: TableType): string {
  return `Table<${valueType(m, t.elem)}${t.limits.index64 ? ', bigint' : ''}>`;
}
function globalType(m: Module, g: GlobalType): string {
  return `${g.mutable ? 'Global' : 'Constant'}<${valueType(m, g.type)}>`;
}
function memoryType(m: Module, index: number): string {
  const { shared, index64 } = m.memories[index].type.limits;
  return shared ? 'SharedMemory' : index64 ? 'Memory64' : 'Memory';
}

function exportType(m: Module, kind: ImportDesc['kind'], index: number): string {
  switch (kind) {
    case 'func': return functionType(m, m.funcs[index].type, parameterNames(m, index), false);
    case 'table': return tableType(m, m.tables[index].type);
    case 'memory': return memoryType(m, index);
    case 'global': return globalType(m, m.globals[index].type);
    case 'tag': return 'Tag';
  }
}

function importType(m: Module, desc: ImportDesc, index: number): string {
  if (desc.kind === 'func') return functionType(m, desc.type, parameterNames(m, index), true);
  const type = exportType(m, desc.kind, index);
  // A constant may be given as the plain value.
  if (desc.kind === 'global' && !desc.global.mutable) return `${type} | ${valueType(m, desc.global.type)}`;
  return type;
}

function importsInterface(m: Module): string {
  // Map keeps hostile names such as __proto__ apart; a name imported twice has to satisfy both.
  const modules = new Map<string, Map<string, string[]>>();
  const next = { func: 0, table: 0, memory: 0, global: 0, tag: 0 };
  for (const i of m.imports) {
    let names = modules.get(i.module);
    if (names === undefined) modules.set(i.module, names = new Map());
    const type = importType(m, i.desc, next[i.desc.kind]++);
    const types = names.get(i.name);
    if (types === undefined) names.set(i.name, [type]);
    else if (!types.includes(type)) types.push(type);
  }
  const text = [...modules].map(([module, names]) => {
    const members = [...names].map(([name, types]) => `    ${stringLiteral(name)}: ${types.length === 1 ? types[0] : types.map((t) => `(${t})`).join(' & ')};\n`).join('');
    return `  ${stringLiteral(module)}: {\n${members}  };\n`;
  }).join('');
  return `export interface Imports {\n${text}}\n`;
}

const exportsInterface = (m: Module): string =>
  `export interface Exports {\n${m.exports.map((e) => `  readonly ${stringLiteral(e.name)}: ${exportType(m, e.kind, e.index)};\n`).join('')}}\n`;

/** The text of the `.d.ts` file. */
export function declarations(m: Module, options: Pick<Options, 'format' | 'data' | 'bindings' | 'name'>): string {
  if (options.bindings === 'esm') return bindingDeclarations(m);
  const optional = m.imports.length === 0 ? '?' : '';
  const data = options.data === 'file' ? `, data${optional}: ArrayBuffer | ArrayBufferView` : '';
  const main = `${exportsInterface(m)}${importsInterface(m)}`
    + '/** For `register` of dewasm/webassembly/precompiled. */\nexport interface BuiltModule { readonly abi: number; readonly hash: string }\n';
  const instantiate = `(imports${optional}: Imports${data}): Exports`;
  const text = `export declare function instantiate${instantiate};\nexport declare const module: BuiltModule;\nexport default instantiate;\n`;
  if (options.format !== 'iife') return withCommon(main + text);
  const name = options.name ?? 'wasm';
  return withCommon(`${main}declare global {\n  const ${name}: { instantiate${instantiate}; module: BuiltModule };\n}\n`);
}

/** Named exports; of globals the value. */
function bindingDeclarations(m: Module): string {
  const lines = m.exports.map((e, k) => {
    if (e.kind === 'global' && m.globals[e.index].type.mutable) throw new CompileError(`the mutable global ${JSON.stringify(e.name)} is exported`, { offset: e.offset, section: 'export' });
    const type = e.kind === 'global' ? valueType(m, m.globals[e.index].type.type) : exportType(m, e.kind, e.index);
    return `declare const $e${k}: ${type};\nexport { $e${k} as ${/^[A-Za-z_$][\w$]*$/.test(e.name) ? e.name : stringLiteral(e.name)} };\n`;
  });
  // Only what is listed is exported; an export may be called Memory.
  return withCommon(`${lines.join('')}export {};\n`).replaceAll('export interface', 'interface');
}

function withCommon(text: string): string {
  const used = Object.keys(COMMON).filter((name) => new RegExp(`\\b${name}\\b`).test(text));
  return used.map((name) => COMMON[name]).join('') + text;
}
