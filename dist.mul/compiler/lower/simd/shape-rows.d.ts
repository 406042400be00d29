import type { Node } from '../../ir/node.js';
/** Bits of `operands`. */
export declare const Use: {
    readonly i32x4: 1;
    readonly f32x4: 2;
    readonly f64x2: 4;
    /** Moved into the result, in the result's shape. */
    readonly move: 16;
    /** Taken in whatever shape it is in, bits and all. */
    readonly asIs: 32;
    /** With `asIs`: which shape is cheapest. */
    readonly likesF32x4: 64;
    readonly likesF64x2: 128;
    /** With `asIs`: shorts are put together to words here. */
    readonly packs: 256;
    /** Computed with in the result's shape, int32 words or shorts. */
    readonly shorts: 512;
};
export interface ShapeRow {
    /** Shapes the result may have, as bits `1 << Shape`; 0 for no vector. */
    readonly result: number;
    /** Bits of `Use` for every v128 operand. */
    readonly operands: number;
    /** Bits of the result come from elsewhere than the v128 operands: from memory or a scalar. */
    readonly source: boolean;
    /** Shape the result is cheapest in, as a bit; 0 for none. */
    readonly likes: number;
    /** Operations that shorts save over words, counted in what it takes to put a vector of shorts together. */
    readonly gain: number;
}
export declare const INTEGER: ShapeRow;
/** Undefined for operations that are not about vectors: those take int32 words. */
export declare function shapeRow(n: Node): ShapeRow | undefined;
/** Size of the units, aligned on both sides, that a shuffle moves. */
export declare function movedSize(lanes: Uint8Array): number;
/** Does a shuffle put a zero above every byte? That is how some compilers extend them. */
export declare function widensBytes(n: Node): boolean;
/** Width of the lanes of a mask made by comparisons of 32- or 64-bit lanes, else 0. */
export declare function maskWidth(n: Node, depth: number): number;
