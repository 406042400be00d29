// How the words of a v128 are held: as four int32 words, four f32, two f64, or eight shorts. Every value has one shape; where
// a use wants another, words are converted at the definition (choose-shapes.ts decides, vectors.ts converts). A short is
// the low half of an int32 whose upper half may be anything: most arithmetic does not look at it.
import { Kind } from '../../spec/types.js';
export const Shape = { i32x4: 0, f32x4: 1, f64x2: 2, i16x8: 3 };
export const WORD_KINDS = [Kind.I32, Kind.F32, Kind.F64, Kind.I32];
export const WORD_COUNTS = [4, 4, 2, 8];
