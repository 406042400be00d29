import type { Module, SubType } from '../spec/module.js';
import { type ValType } from '../spec/types.js';
export declare const TypeKind: {
    readonly func: 0;
    readonly struct: 1;
    readonly array: 2;
    readonly cont: 3;
};
export declare class TypeContext {
    readonly types: readonly SubType[];
    /** The smallest index of an equivalent type (spec 4.1.2: equivalence of closed rolled types). */
    readonly canonical: Int32Array;
    /** The canonical index of the declared supertype, or -1; to be read at canonical indices. */
    readonly superOf: Int32Array;
    /** `TypeKind` of each type. */
    readonly kinds: Uint8Array;
    constructor(types: readonly SubType[]);
}
/** The module's type context, made at the first call. Its type indices must be in bounds. */
export declare function typeContext(m: Module): TypeContext;
/** For each type index the smallest index of an equivalent type. */
export declare const canonicalTypeIds: (m: Module) => Int32Array;
/** The same type with its type index made canonical, so that equivalent types compare with `===`. */
export declare function canonicalType(ctx: TypeContext, t: ValType): ValType;
/** The canonical index of a concrete heap type. */
export declare const canonicalIndex: (ctx: TypeContext, heap: number) => number;
