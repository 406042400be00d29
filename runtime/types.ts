// The records that instances link with and the shape of a compiled module, as docs/abi.md describes them. Only types live here.

/** A raw function: words of the parameters in, first word of the results out. */
export type Raw = (...words: never[]) => unknown;
/** A function as JavaScript calls it. */
export type JSFunction = (this: unknown, ...args: unknown[]) => unknown;

/** A canonical type; the same structure is the same object everywhere in a realm. */
export interface Rtt {
  /** Number of the type in the realm; `<id>` in `desc`, `params` and `results` refers to it. */
  id: number;
  /** `host` is the type of host values held as anyref. */
  kind: 'func' | 'struct' | 'array' | 'host';
  /** What it is interned by: its recursive group and its place therein. */
  key: string;
  /** The type's descriptor, with realm numbers instead of a module's type indices. */
  desc: string;
  /** All supertypes from the root to the nearest, then the type itself: a cast looks at one entry. */
  supers: Rtt[];
  final: boolean;
  /** What `<id>` in the strings of this record refers to: all types of the realm. */
  types: Rtt[];
  /** Empty unless a function type. */
  params: string[];
  results: string[];
}

export interface Func {
  /** Raw function. */
  f: Raw;
  t: Rtt;
  /** Index in its module; the `name` of the JS function. */
  n: number;
  /** Makes the JS function from the raw one. */
  w: ExportFactory;
  /** The JS function once there is one. */
  x: JSFunction | null;
  /** Tail form. */
  c: Raw | null;
  /** Suspend form (docs/jspi.md). */
  s: SuspendForm | null;
}

export interface MemoryRec {
  b: ArrayBufferLike;
  /** A DataView, or what stands in for it: signed-view.ts for a memory of more than 2 GiB with 32-bit addresses, shared-view.ts. */
  d: DataView;
  u: Uint8Array;
  /** What atomic operations work on; null until one is executed. */
  a: AtomicViews | null;
  /** Of shared memories only. */
  sh: SharedState | null;
  /** Size in pages; of a shared memory as far as this thread knows (`SharedState.sync`). */
  n: number;
  /** Maximum in pages. */
  max: number | undefined;
  /** Bytes per page. */
  page: number;
  shared: boolean;
  i64: boolean;
  /** Never grows to 2 GiB: its module takes addresses for int32 numbers that are not negative (compiler/spec/memory-sizes.ts). */
  small: boolean;
  /** The host has seen `b` since the last growth, so that it has to be detached. */
  seen: boolean;
  /** Growths since the one before which the host last saw `b`, that one among them. */
  grown: number;
  /** Called after `d` changed. */
  subs: (() => void)[];
  o: object | null;
}

export interface AtomicViews {
  i16: Uint16Array;
  i32: Int32Array;
  /** Made when first needed. */
  i64: BigInt64Array | null;
}

/** What a shared memory, or one whose buffer JS can resize, has beyond others; functions are here so that modules without one do not carry them. */
export interface SharedState {
  /** Size in pages, the same for all threads. */
  pages: Int32Array;
  grow(m: MemoryRec, delta: number): number;
  /** Takes notice of growth by other threads. */
  sync(m: MemoryRec): void;
  /** Makes `d` of a view of the memory's bytes; only if it is shared. */
  view?(view: DataView, buffer: ArrayBufferLike, bytes: number): DataView;
  /** What JS sees as the memory's `buffer`; only if it is shared. */
  buffer?(m: MemoryRec): SharedArrayBuffer;
}

export interface TableRec {
  /** The entries; this array stays the same for the table's life. */
  a: unknown[];
  max: number | undefined;
  t: string;
  m: Rtt[];
  i64: boolean;
  o: object | null;
}

export interface GlobalRec {
  v: unknown;
  h: number;
  l: number[] | null;
  t: string;
  m: Rtt[];
  mut: boolean;
  o: object | null;
}

export interface TagRec {
  t: Rtt;
  o: object | null;
}

/** An exception inside of wasm. */
export interface ExnRec {
  /** The tag it was thrown with. */
  t: TagRec;
  /** The payload as words, see "Values inside a module" in docs/abi.md; never written to. */
  a: unknown[];
  /** Its WebAssembly.Exception object, once made. */
  o: object | null;
  /** `stack`, where the maker asked for one. */
  s: string | undefined;
}

/** The class of exceptions. */
export interface ExnClass {
  new (tag: TagRec, words: unknown[]): ExnRec;
  /** What JS gets to see of an exception; here, so that modules without exceptions need not have it to pass them on. */
  out(rec: ExnRec): unknown;
}

export type Rec = Func | TableRec | MemoryRec | GlobalRec | TagRec;

/** A size from a module's declaration: a number, or a decimal string above 2^53. */
export type Size = number | string;

/** A raw function that may be suspended, as a generator function: what it yields is a promise to wait for. */
export interface SuspendForm {
  (...words: never[]): Suspendable;
  /** The form that leaves its tail calls to its caller, if it makes any. */
  tail?: SuspendForm;
  /** Is this a WebAssembly.Suspending itself? */
  host?: true;
}
export type Suspendable = Generator<unknown, unknown, unknown>;

export type ExportFactory = (raw: Raw) => JSFunction;
export type ImportFactory = (host: JSFunction) => Raw;

export interface TableDesc { e: string; min: Size; max?: Size; i64?: boolean }
export interface MemoryDesc { min: Size; max?: Size; shared?: boolean; i64?: boolean; page?: number }
export interface GlobalDesc { t: string; mut?: boolean }
/** By kind: type index of a function or tag, or what a table, memory or global is. */
export type Desc = number | TableDesc | MemoryDesc | GlobalDesc;

/** What a kind of import or export needs; a module names the kinds it uses, so that the others do not ship. */
export interface Kind {
  /** What `read` takes, for messages: "a function". */
  expects(place: Place): string;
  /** Record of what the host gave, or undefined if it cannot be of this kind. */
  read(value: unknown, place: Place): Rec | undefined;
  /** Why `rec` does not match the import's declaration, or undefined if it does. */
  mismatch(rec: Rec, place: Place): string | undefined;
  /** The JS object of a record. */
  show(rec: Rec): unknown;
}

/** An import being read. */
export interface Place {
  module: CompiledModule;
  types: Rtt[];
  desc: Desc;
  exact: boolean;
  /** How many imports of the same kind came before, and of all kinds. */
  index: number;
  at: number;
}

export interface CompiledModule {
  abi: number;
  hash: string;
  /** Of its bytes (webassembly/content-sum.ts); only of those that can be registered. */
  sum?: string;
  types: (string | string[])[];
  /** `exact` is 1 for a function that must be of just that type. */
  imports: [module: string, name: string, kind: number, desc: Desc, exact?: 1][];
  exports: [name: string, kind: number, desc: Desc][];
  glue: { [typeIndex: number]: [ExportFactory | 0, ImportFactory | 0] };
  /** By kind number: funcKind, tableKind, memoryKind, globalKind, tagKind, as far as imported or exported. */
  kinds: { [kind: number]: Kind };
  /** Numbers of the imports that may suspend; absent if there are no suspend forms, 'later' if they can still be compiled. */
  jspi?: number[] | 'later';
  create(links: Rec[], types: Rtt[]): Rec[];
}
