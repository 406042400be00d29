// How the words of a v128 are held: as four int32 words, four f32, two f64, or eight shorts. Every value has one shape; where
// a use wants another, words are converted at the definition (choose-shapes.ts decides, vectors.ts converts). A short is
// the low half of an int32 whose upper half may be anything: most arithmetic does not look at it.
import { Kind } from '../../spec/types.js';
import type { Node } from '../../ir/node.js';

export const Shape = { i32x4: 0, f32x4: 1, f64x2: 2, i16x8: 3 } as const;
export type Shape = (typeof Shape)[keyof typeof Shape];

export const WORD_KINDS: readonly Kind[] = [Kind.I32, Kind.F32, Kind.F64, Kind.I32];
export const WORD_COUNTS: readonly number[] = [4, 4, 2, 8];

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
