import { type HeapType, type ValType } from '../spec/types.js';
import type { CompositeType, FuncType } from '../spec/module.js';
import { type TypeContext } from './type-context.js';
/** Spec 3.3.3: does heap type `a` match `b`? */
export declare function isHeapSubtype(ctx: TypeContext, a: HeapType, b: HeapType): boolean;
/** Spec 3.3.5: does value (or storage) type `a` match `b`? */
export declare function isSubtype(ctx: TypeContext, a: ValType, b: ValType): boolean;
/** Do the lists of types match, element by element? */
export declare function areSubtypes(ctx: TypeContext, as: readonly ValType[], bs: readonly ValType[]): boolean;
/** Are the types the same up to equivalence of type indices? */
export declare const isSameType: (ctx: TypeContext, a: ValType, b: ValType) => boolean;
/** Spec 3.3.7: function types match with parameters the other way round. */
export declare const isFuncSubtype: (ctx: TypeContext, a: FuncType, b: FuncType) => boolean;
/** Spec 3.3.8: does composite type `a` match `b`? */
export declare function isCompositeSubtype(ctx: TypeContext, a: CompositeType, b: CompositeType): boolean;
/** The top of the hierarchy a heap type belongs to. */
export declare function topOf(ctx: TypeContext, h: HeapType): HeapType;
/** Spec 3.1.4 `unpack`: the value type a storage type is held as. */
export declare const unpacked: (t: ValType) => ValType;
/** Does the type have a default value (spec 3.2.2)? */
export declare const isDefaultable: (t: ValType) => boolean;
/** Spec 3.1.5, the difference `a \ b` of reference types: null is gone when `b` takes it. */
export declare const withoutNullOf: (a: ValType, b: ValType) => ValType;
/** The reference type without null. */
export declare const nonNull: (t: ValType) => ValType;
/** The reference type with null. */
export declare const withNull: (t: ValType) => ValType;
