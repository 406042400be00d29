import { Kind } from '../../spec/types.js';
import type { Node } from '../../ir/node.js';
export declare const Shape: {
    readonly i32x4: 0;
    readonly f32x4: 1;
    readonly f64x2: 2;
    readonly i16x8: 3;
};
export type Shape = (typeof Shape)[keyof typeof Shape];
export declare const WORD_KINDS: readonly Kind[];
export declare const WORD_COUNTS: readonly number[];
/** The words of one value, in the shapes it has them in. */
export interface VectorWords {
    readonly byShape: (Node[] | null)[];
    readonly mask: Mask | null;
}
/** What is known of a comparison's result, whose lanes are all ones or all zeros, in fewer bits than its words have. */
export interface Mask {
    readonly lane: 8 | 16 | 32 | 64;
    /** Lanes of 32 and 64 bits: per lane 0 or 1. Of bytes and shorts: per word the high bit of each lane. */
    readonly bits: Node[];
}
