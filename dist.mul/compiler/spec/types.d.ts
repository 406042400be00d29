/** A value type or storage type, encoded as above. */
export type ValType = number;
/** A heap type: below `CONCRETE` one of `Heap`, otherwise `CONCRETE + type index`. */
export type HeapType = number;
export declare const BOTTOM = 0;
export declare const I16 = 119;
export declare const I8 = 120;
export declare const V128 = 123;
export declare const F64 = 124;
export declare const F32 = 125;
export declare const I64 = 126;
export declare const I32 = 127;
/** Abstract heap types. */
export declare const Heap: {
    readonly func: 0;
    readonly nofunc: 1;
    readonly extern: 2;
    readonly noextern: 3;
    readonly any: 4;
    readonly eq: 5;
    readonly i31: 6;
    readonly struct: 7;
    readonly array: 8;
    readonly none: 9;
    readonly exn: 10;
    readonly noexn: 11;
    readonly cont: 12;
    readonly nocont: 13;
    /** The bottom of all hierarchies; it exists only during validation. */
    readonly bottom: 14;
};
export declare const CONCRETE = 16;
export declare const refType: (heap: HeapType, nullable: boolean, exact?: boolean) => ValType;
export declare const isRef: (t: ValType) => boolean;
export declare const heapOf: (t: ValType) => HeapType;
export declare const isNullable: (t: ValType) => boolean;
export declare const isExact: (t: ValType) => boolean;
export declare const isConcrete: (h: HeapType) => boolean;
export declare const concrete: (typeIndex: number) => HeapType;
export declare const typeIndexOf: (h: HeapType) => number;
export declare const FUNCREF: number;
export declare const EXTERNREF: number;
export declare const EXNREF: number;
/** How a value is held by the IR and by JavaScript; all references are one kind. */
export declare const Kind: {
    readonly None: 0;
    readonly I32: 1;
    readonly I64: 2;
    readonly F32: 3;
    readonly F64: 4;
    readonly V128: 5;
    readonly Ref: 6;
};
export type Kind = (typeof Kind)[keyof typeof Kind];
export declare const KIND_NAMES: readonly ['none', 'i32', 'i64', 'f32', 'f64', 'v128', 'ref'];
export declare function kindOf(t: ValType): Kind;
export declare const heapName: (h: HeapType) => string;
/** The type as the text format writes it: `i32`, `funcref`, `(ref null 3)`. */
export declare function typeName(t: ValType): string;
export declare const typeNames: (ts: readonly ValType[]) => string;
