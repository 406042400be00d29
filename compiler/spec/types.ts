// WebAssembly's types (spec 3.0, section 2.3) as plain numbers, so that a type is compared with `===`
// and a list of types is a flat array. Numeric and vector types keep their code from the binary
// format; a reference type packs heap type, exactness and nullability above them.
//
//   0            the bottom type, which only the validator's operand stack holds
//   0x77..0x7f   i16 i8 (storage only), v128 f64 f32 i64 i32
//   >= 0x100     reference: 0x100 + (heap << 2 | exact << 1 | nullable)

/** A value type or storage type, encoded as above. */
export type ValType = number;
/** A heap type: below `CONCRETE` one of `Heap`, otherwise `CONCRETE + type index`. */
export type HeapType = number;

export const BOTTOM = 0;
export const I16 = 0x77;
export const I8 = 0x78;
export const V128 = 0x7b;
export const F64 = 0x7c;
export const F32 = 0x7d;
export const I64 = 0x7e;
export const I32 = 0x7f;

/** Abstract heap types. */
export const Heap = {
  func: 0, nofunc: 1, extern: 2, noextern: 3, any: 4, eq: 5, i31: 6, struct: 7, array: 8, none: 9, exn: 10, noexn: 11, cont: 12, nocont: 13,
  /** The bottom of all hierarchies; it exists only during validation. */
  bottom: 14,
} as const;
export const CONCRETE = 16;

const REF = 0x100;
export const refType = (heap: HeapType, nullable: boolean, exact = false): ValType =>
  REF + ((heap << 2) | (exact ? 2 : 0) | (nullable ? 1 : 0));
export const isRef = (t: ValType): boolean => t >= REF;
export const heapOf = (t: ValType): HeapType => (t - REF) >> 2;
export const isNullable = (t: ValType): boolean => ((t - REF) & 1) !== 0;
export const isExact = (t: ValType): boolean => ((t - REF) & 2) !== 0;
export const isConcrete = (h: HeapType): boolean => h >= CONCRETE;
export const concrete = (typeIndex: number): HeapType => CONCRETE + typeIndex;
export const typeIndexOf = (h: HeapType): number => h - CONCRETE;

export const FUNCREF = refType(Heap.func, true);
export const EXTERNREF = refType(Heap.extern, true);
export const EXNREF = refType(Heap.exn, true);

/** How a value is held by the IR and by JavaScript; all references are one kind. */
export const Kind = { None: 0, I32: 1, I64: 2, F32: 3, F64: 4, V128: 5, Ref: 6 } as const;
export type Kind = (typeof Kind)[keyof typeof Kind];
export const KIND_NAMES = ['none', 'i32', 'i64', 'f32', 'f64', 'v128', 'ref'] as const;

export const isFloat = (kind: Kind): boolean => kind === Kind.F32 || kind === Kind.F64;

export function kindOf(t: ValType): Kind {
  switch (t) {
    case I32: case I8: case I16: return Kind.I32;
    case I64: return Kind.I64;
    case F32: return Kind.F32;
    case F64: return Kind.F64;
    case V128: return Kind.V128;
    default: return Kind.Ref;
  }
}

const HEAP_NAMES = Object.keys(Heap);
const SHORTHAND: Record<number, string> = {
  [Heap.func]: 'funcref', [Heap.nofunc]: 'nullfuncref', [Heap.extern]: 'externref', [Heap.noextern]: 'nullexternref',
  [Heap.any]: 'anyref', [Heap.eq]: 'eqref', [Heap.i31]: 'i31ref', [Heap.struct]: 'structref', [Heap.array]: 'arrayref',
  [Heap.none]: 'nullref', [Heap.exn]: 'exnref', [Heap.noexn]: 'nullexnref', [Heap.cont]: 'contref', [Heap.nocont]: 'nullcontref',
};
const NUMERIC_NAMES: Record<number, string> = { [I32]: 'i32', [I64]: 'i64', [F32]: 'f32', [F64]: 'f64', [V128]: 'v128', [I8]: 'i8', [I16]: 'i16', [BOTTOM]: 'bot' };

export const heapName = (h: HeapType): string => (isConcrete(h) ? String(typeIndexOf(h)) : HEAP_NAMES[h]);
/** The type as the text format writes it: `i32`, `funcref`, `(ref null 3)`. */
export function typeName(t: ValType): string {
  if (!isRef(t)) return NUMERIC_NAMES[t] ?? `0x${t.toString(16)}`;
  const h = heapOf(t);
  if (isNullable(t) && !isExact(t) && h in SHORTHAND) return SHORTHAND[h];
  const inner = isExact(t) ? `(exact ${heapName(h)})` : heapName(h);
  return isNullable(t) ? `(ref null ${inner})` : `(ref ${inner})`;
}
export const typeNames = (ts: readonly ValType[]): string => `[${ts.map(typeName).join(' ')}]`;
