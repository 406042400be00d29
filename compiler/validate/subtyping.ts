// Matching of types (spec 3.3): value, heap and composite types, and the few operations on reference
// types that the typing of instructions is written with.
import { CONCRETE, BOTTOM, Heap, heapOf, I16, I32, I8, isExact, isNullable, isRef, refType, type HeapType, type ValType } from '../spec/types.js';
import type { CompositeType, FieldType, FuncType } from '../spec/module.js';
import { TypeKind, type TypeContext } from './type-context.js';

/** For each abstract heap type the set of abstract types it matches, as bits. */
const ABSTRACT_ABOVE = new Int32Array(16);
{
  const above: Record<number, HeapType[]> = {
    [Heap.func]: [], [Heap.nofunc]: [Heap.func], [Heap.extern]: [], [Heap.noextern]: [Heap.extern],
    [Heap.any]: [], [Heap.eq]: [Heap.any], [Heap.i31]: [Heap.eq, Heap.any], [Heap.struct]: [Heap.eq, Heap.any], [Heap.array]: [Heap.eq, Heap.any],
    [Heap.none]: [Heap.i31, Heap.struct, Heap.array, Heap.eq, Heap.any],
    [Heap.exn]: [], [Heap.noexn]: [Heap.exn], [Heap.cont]: [], [Heap.nocont]: [Heap.cont],
  };
  for (const h of Object.keys(above).map(Number)) ABSTRACT_ABOVE[h] = [h, ...above[h]].reduce((bits, a) => bits | (1 << a), 0);
  ABSTRACT_ABOVE[Heap.bottom] = 0x7fff;
}
/** By `TypeKind`: the abstract heap type right above a defined type, and the bottom type below it. */
const ABSTRACT_OF_KIND = [Heap.func, Heap.struct, Heap.array, Heap.cont];
const BOTTOM_OF_KIND = [Heap.nofunc, Heap.none, Heap.none, Heap.nocont];

/** Spec 3.3.3: does heap type `a` match `b`? */
export function isHeapSubtype(ctx: TypeContext, a: HeapType, b: HeapType): boolean {
  if (a === b) return true;
  if (a < CONCRETE) {
    if (b < CONCRETE) return ((ABSTRACT_ABOVE[a] >> b) & 1) !== 0;
    return a === Heap.bottom || a === BOTTOM_OF_KIND[ctx.kinds[b - CONCRETE]];
  }
  if (b < CONCRETE) return ((ABSTRACT_ABOVE[ABSTRACT_OF_KIND[ctx.kinds[a - CONCRETE]]] >> b) & 1) !== 0;
  const target = ctx.canonical[b - CONCRETE];
  for (let c = ctx.canonical[a - CONCRETE]; c >= 0; c = ctx.superOf[c]) if (c === target) return true;
  return false;
}

/** Are the two heap types equivalent? */
const isSameHeap = (ctx: TypeContext, a: HeapType, b: HeapType): boolean =>
  a === b || (a >= CONCRETE && b >= CONCRETE && ctx.canonical[a - CONCRETE] === ctx.canonical[b - CONCRETE]);

/** Spec 3.3.5: does value (or storage) type `a` match `b`? */
export function isSubtype(ctx: TypeContext, a: ValType, b: ValType): boolean {
  if (a === b || a === BOTTOM) return true;
  if (!isRef(a) || !isRef(b)) return false;
  if (isNullable(a) && !isNullable(b)) return false;
  const ha = heapOf(a);
  const hb = heapOf(b);
  // Nothing but itself and the bottom types is below an exact type.
  if (isExact(b) && ha >= CONCRETE) return isExact(a) && isSameHeap(ctx, ha, hb);
  return isHeapSubtype(ctx, ha, hb);
}

/** Do the lists of types match, element by element? */
export function areSubtypes(ctx: TypeContext, as: readonly ValType[], bs: readonly ValType[]): boolean {
  return as.length === bs.length && as.every((a, i) => isSubtype(ctx, a, bs[i]));
}

/** Are the types the same up to equivalence of type indices? */
const isSameType = (ctx: TypeContext, a: ValType, b: ValType): boolean => a === b || (isSubtype(ctx, a, b) && isSubtype(ctx, b, a));

/** Spec 3.3.7: function types match with parameters the other way round. */
const isFuncSubtype = (ctx: TypeContext, a: FuncType, b: FuncType): boolean =>
  areSubtypes(ctx, b.params, a.params) && areSubtypes(ctx, a.results, b.results);

const isFieldSubtype = (ctx: TypeContext, a: FieldType, b: FieldType): boolean =>
  a.mutable === b.mutable && (a.mutable ? isSameType(ctx, a.type, b.type) : isSubtype(ctx, a.type, b.type));

/** Spec 3.3.8: does composite type `a` match `b`? */
export function isCompositeSubtype(ctx: TypeContext, a: CompositeType, b: CompositeType): boolean {
  if (a.kind === 'func') return b.kind === 'func' && isFuncSubtype(ctx, a, b);
  if (a.kind === 'array') return b.kind === 'array' && isFieldSubtype(ctx, a.field, b.field);
  if (a.kind === 'struct') return b.kind === 'struct' && a.fields.length >= b.fields.length && b.fields.every((f, i) => isFieldSubtype(ctx, a.fields[i], f));
  return b.kind === 'cont' && isHeapSubtype(ctx, CONCRETE + a.type, CONCRETE + b.type);
}

/** The top of the hierarchy a heap type belongs to. */
export function topOf(ctx: TypeContext, h: HeapType): HeapType {
  if (h >= CONCRETE) {
    const kind = ctx.kinds[h - CONCRETE];
    return kind === TypeKind.func ? Heap.func : kind === TypeKind.cont ? Heap.cont : Heap.any;
  }
  for (const top of [Heap.func, Heap.extern, Heap.any, Heap.exn, Heap.cont]) if ((ABSTRACT_ABOVE[h] >> top) & 1) return top;
  return Heap.any;
}

/** Spec 3.1.4 `unpack`: the value type a storage type is held as. */
export const unpacked = (t: ValType): ValType => (t === I8 || t === I16 ? I32 : t);

/** Does the type have a default value (spec 3.2.2)? */
export const isDefaultable = (t: ValType): boolean => !isRef(t) || isNullable(t);

/** Spec 3.1.5, the difference `a \ b` of reference types: null is gone when `b` takes it. */
export const withoutNullOf = (a: ValType, b: ValType): ValType => (isNullable(b) ? nonNull(a) : a);

/** The reference type without null. */
export const nonNull = (t: ValType): ValType => refType(heapOf(t), false, isExact(t));
/** The reference type with null. */
export const withNull = (t: ValType): ValType => refType(heapOf(t), true, isExact(t));
