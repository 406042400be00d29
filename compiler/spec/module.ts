// What the decoder produces and every later stage reads: a module's sections as plain records, with
// function bodies and initialiser expressions left as byte ranges until their turn comes.
import type { ValType } from './types.js';

/** Bytes `start` to `end` (exclusive) of the module. */
export interface Range { start: number; end: number }

export interface FuncType { kind: 'func'; params: ValType[]; results: ValType[] }
/** `type` may be a storage type (i8, i16). */
export interface FieldType { type: ValType; mutable: boolean }
export interface StructType { kind: 'struct'; fields: FieldType[] }
export interface ArrayType { kind: 'array'; field: FieldType }
export interface ContType { kind: 'cont'; type: number }
export type CompositeType = FuncType | StructType | ArrayType | ContType;

/** A defined type (spec 2.3.9): one entry of a recursive group. */
export interface SubType {
  composite: CompositeType;
  final: boolean;
  supers: number[];
  /** Index of the first type of its recursive group, and the group's size. */
  groupStart: number;
  groupSize: number;
  /** Alone in a group that is written as one, which no type is without garbage collection. */
  inGroup?: boolean;
  /** Custom descriptors: the type this one describes, or is described by. */
  describes?: number;
  descriptor?: number;
  offset: number;
}

/** Limits may exceed 2^32 for 64-bit address types; all sizes here fit a double exactly (checked at decode). */
export interface Limits { min: bigint; max: bigint | undefined; index64: boolean; shared: boolean }
export interface TableType { elem: ValType; limits: Limits }
export interface MemoryType { limits: Limits; /** log2 of the page size in bytes; 16 unless custom-page-sizes. */ pageSizeLog2: number }
export interface GlobalType { type: ValType; mutable: boolean }
export interface TagType { type: number }

export type ExternKind = 'func' | 'table' | 'memory' | 'global' | 'tag';
export const EXTERN_KINDS: readonly ExternKind[] = ['func', 'table', 'memory', 'global', 'tag'];

export type ImportDesc =
  | { kind: 'func'; type: number; exact?: boolean }
  | { kind: 'table'; table: TableType }
  | { kind: 'memory'; memory: MemoryType }
  | { kind: 'global'; global: GlobalType }
  | { kind: 'tag'; tag: TagType };
export interface Import { module: string; name: string; desc: ImportDesc; offset: number }
export interface Export { name: string; kind: ExternKind; index: number; offset: number }

/** A function, imported ones first. `body` is the range after the size: locals, then code. */
export interface Func { type: number; import: Import | undefined; body: Range | undefined; /** Of what the compiler added behind the module's own functions: which it is, with these constants as parameters. */ copy?: { of: number; fixed: readonly (FixedWords | null)[] } }
/** A 64-bit constant. */
export interface FixedWords { lo: number; hi: number }
export interface Table { type: TableType; import: Import | undefined; init: Range | undefined; offset: number }
export interface Memory { type: MemoryType; import: Import | undefined; offset: number }
export interface Global { type: GlobalType; import: Import | undefined; init: Range | undefined; offset: number }
export interface Tag { type: TagType; import: Import | undefined; offset: number }

export type SegmentMode = 'active' | 'passive' | 'declarative';
/** `items` are function indices, or initialiser expressions when `exprs` is set. */
export interface ElementSegment { mode: SegmentMode; table: number; init: Range | undefined; elem: ValType; funcs: number[] | undefined; exprs: Range[] | undefined; offset: number }
export interface DataSegment { mode: SegmentMode; memory: number; init: Range | undefined; bytes: Range; offset: number }
export interface CustomSection { name: string; bytes: Range }

/** Names of the name section that the output can use; lookups by index. */
export interface Names { module: string | undefined; funcs: Map<number, string>; locals: Map<number, Map<number, string>>; globals: Map<number, string>; types: Map<number, string>; memories: Map<number, string>; tables: Map<number, string>; tags: Map<number, string> }

/** Which way `br_if` and `if` mostly go, by function and by the offset of the instruction in the module: true if the condition is mostly met. */
export type BranchHints = ReadonlyMap<number, ReadonlyMap<number, boolean>>;

/** A decoded module. `bytes` is the decoder's own view of exactly the module. */
export interface Module {
  bytes: Uint8Array;
  types: SubType[];
  imports: Import[];
  funcs: Func[];
  tables: Table[];
  memories: Memory[];
  globals: Global[];
  tags: Tag[];
  exports: Export[];
  start: number | undefined;
  startOffset: number;
  elements: ElementSegment[];
  datas: DataSegment[];
  /** Declared by the data count section; undefined when it is absent. */
  dataCount: number | undefined;
  customs: CustomSection[];
  names: Names;
  /** Read when the module is compiled; undefined if there are none. */
  branchHints: BranchHints | undefined;
  /** What is odd, but no reason to refuse the module. */
  warnings: { message: string; offset: number | undefined }[];
  importedFuncs: number;
  importedTables: number;
  importedMemories: number;
  importedGlobals: number;
  importedTags: number;
}

/** The function type at a type index known (validated) to be one. */
export const funcTypeAt = (m: Module, typeIndex: number): FuncType => m.types[typeIndex].composite as FuncType;
