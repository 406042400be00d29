// What TypeScript sees of the namespace: the interfaces of the WebAssembly JavaScript Interface, as the DOM library has them, with what
// WebAssembly 3.0 and JSPI added, and for programs that do without the DOM library. A host's own Module or Memory is none of these, as
// nothing of it can be used here.
import type { WasmErrorConstructor } from '../errors.js';
import type { JSFunction } from '../types.js';

/** What the export `module` of a built module is to others, who hand it to `register`. */
export interface BuiltModule { readonly abi: number; readonly hash: string }
/** A `Response` of the host; structural, as this may be compiled without the DOM library. */
export interface StreamingSource { readonly ok: boolean; readonly headers: { get(name: string): string | null }; arrayBuffer(): Promise<ArrayBuffer> }
export type BufferSource = ArrayBufferView | ArrayBuffer;
export type AddressType = 'i32' | 'i64';
/** A BigInt for 64-bit memories and tables. */
export type AddressValue = number | bigint;
export type TableKind = 'anyfunc' | 'externref' | 'anyref' | 'eqref' | 'structref' | 'arrayref' | 'i31ref' | 'exnref' | 'nullref' | 'nullfuncref' | 'nullexternref';
export type ValueType = 'i32' | 'i64' | 'f32' | 'f64' | 'v128' | TableKind;
export type ExternalKind = 'function' | 'table' | 'memory' | 'global' | 'tag';

/** Branded by the tag that `Object.prototype.toString` shows, so that another interface's object is not taken for one. */
interface Branded<Name extends string> { readonly [Symbol.toStringTag]: `WebAssembly.${Name}` }

export interface Module extends Branded<'Module'> {}
export interface ModuleExportDescriptor { name: string; kind: ExternalKind }
export interface ModuleImportDescriptor { module: string; name: string; kind: ExternalKind }
/** JS API, "Builtins": `builtins` names sets such as `js-string`; string constants are imported from the module of that name. */
export interface ModuleOptions { builtins?: Iterable<string>; importedStringConstants?: string | null }
export interface ModuleConstructor {
  /** Throws CompileError if the bytes are not a valid module. */
  new (bytes: BufferSource, options?: ModuleOptions): Module;
  readonly prototype: Module;
  exports(module: Module): ModuleExportDescriptor[];
  imports(module: Module): ModuleImportDescriptor[];
  customSections(module: Module, sectionName: string): ArrayBuffer[];
}

export type ExportValue = JSFunction | Global | Memory | Table | Tag;
/** Whatever `ToWebAssemblyValue` takes for the imported type. */
export type ImportValue = ExportValue | Suspending | number | bigint | string | boolean | object | null | undefined;
export type ModuleImports = Record<string, ImportValue>;
export type Imports = Record<string, ModuleImports>;
export type Exports = Record<string, ExportValue>;
export interface Instance extends Branded<'Instance'> { readonly exports: Exports }
export interface InstanceConstructor {
  /** Throws LinkError if an import does not fit, and what the start function throws. */
  new (module: Module, imports?: Imports): Instance;
  readonly prototype: Instance;
}
export interface InstantiatedSource { module: Module; instance: Instance }

export interface MemoryDescriptor { initial?: AddressValue; minimum?: AddressValue; maximum?: AddressValue; shared?: boolean; address?: AddressType }
export interface Memory extends Branded<'Memory'> {
  readonly buffer: ArrayBuffer;
  /** In pages; returns the size before. BigInts are for 64-bit memories. */
  grow(delta: number): number;
  grow(delta: bigint): bigint;
  toFixedLengthBuffer(): ArrayBuffer;
  /** Where the engine has resizable buffers. */
  toResizableBuffer(): ArrayBuffer;
  type(): MemoryDescriptor;
}
export interface MemoryConstructor { new (descriptor: MemoryDescriptor): Memory; readonly prototype: Memory }

export interface TableDescriptor { element: TableKind; initial?: AddressValue; minimum?: AddressValue; maximum?: AddressValue; address?: AddressType }
export interface Table extends Branded<'Table'> {
  /** A BigInt for 64-bit tables. */
  readonly length: number;
  get(index: AddressValue): unknown;
  set(index: AddressValue, value?: unknown): void;
  /** Returns the length before. */
  grow(delta: number, value?: unknown): number;
  grow(delta: bigint, value?: unknown): bigint;
  type(): TableDescriptor;
}
export interface TableConstructor { new (descriptor: TableDescriptor, value?: unknown): Table; readonly prototype: Table }

export interface GlobalDescriptor { value: ValueType; mutable?: boolean }
export interface Global extends Branded<'Global'> {
  value: unknown;
  valueOf(): unknown;
  type(): GlobalDescriptor;
}
export interface GlobalConstructor { new (descriptor: GlobalDescriptor, value?: unknown): Global; readonly prototype: Global }

export interface TagType { parameters: Iterable<ValueType> }
export interface Tag extends Branded<'Tag'> { type(): { parameters: ValueType[] } }
export interface TagConstructor { new (type: TagType): Tag; readonly prototype: Tag }

export interface ExceptionOptions { traceStack?: boolean }
export interface Exception extends Branded<'Exception'> {
  readonly stack: string | undefined;
  is(tag: Tag): boolean;
  getArg(tag: Tag, index: number): unknown;
}
export interface ExceptionConstructor { new (tag: Tag, payload: Iterable<unknown>, options?: ExceptionOptions): Exception; readonly prototype: Exception }

export interface Suspending extends Branded<'Suspending'> {}
export interface SuspendingConstructor { new (fn: (...args: never[]) => unknown): Suspending; readonly prototype: Suspending }

export interface WebAssemblyNamespace {
  readonly [Symbol.toStringTag]: 'WebAssembly';
  Module: ModuleConstructor;
  Instance: InstanceConstructor;
  Memory: MemoryConstructor;
  Table: TableConstructor;
  Global: GlobalConstructor;
  Tag: TagConstructor;
  Exception: ExceptionConstructor;
  /** The tag of JavaScript's own exceptions. */
  readonly JSTag: Tag;
  CompileError: WasmErrorConstructor;
  LinkError: WasmErrorConstructor;
  RuntimeError: WasmErrorConstructor;
  Suspending: SuspendingConstructor;
  SuspendError: WasmErrorConstructor;
  /** A function that returns a promise of what the export returns, and may be suspended meanwhile (docs/jspi.md). */
  promising(fn: (...args: never[]) => unknown): (...args: unknown[]) => Promise<unknown>;
  validate(bytes: BufferSource, options?: ModuleOptions): boolean;
  compile(bytes: BufferSource, options?: ModuleOptions): Promise<Module>;
  instantiate(bytes: BufferSource, imports?: Imports, options?: ModuleOptions): Promise<InstantiatedSource>;
  instantiate(module: Module, imports?: Imports): Promise<Instance>;
  compileStreaming(source: StreamingSource | PromiseLike<StreamingSource>, options?: ModuleOptions): Promise<Module>;
  instantiateStreaming(source: StreamingSource | PromiseLike<StreamingSource>, imports?: Imports, options?: ModuleOptions): Promise<InstantiatedSource>;
}
