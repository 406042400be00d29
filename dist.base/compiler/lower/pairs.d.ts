import type { Node } from '../ir/node.js';
import type { WordLowering } from './words.js';
export type Pair = readonly [lo: Node, hi: Node];
export declare const signOf: (w: WordLowering, lo: Node) => Node;
export declare function addPairs(w: WordLowering, [al, ah]: Pair, [bl, bh]: Pair): Pair;
export declare function subPairs(w: WordLowering, [al, ah]: Pair, [bl, bh]: Pair): Pair;
/** High word of the unsigned product whose low word is `lo`. */
export declare const mulHighU: (w: WordLowering, a: Node, b: Node, lo: Node) => Node;
/** Does the high word say no more than that the low one is signed, or unsigned? A low word by itself is unsigned. */
export declare function isSigned([lo, hi]: Pair): boolean;
export declare function mulPairs(w: WordLowering, a: Pair, b: Pair): Pair;
/** The word `high << k | low >>> 32 - k`, 0 < k < 32. */
export declare const funnel: (w: WordLowering, high: Node, low: Node, k: number) => Node;
/** Shifts by a constant below 64 are moves. */
export declare function shlPair(w: WordLowering, [l, h]: Pair, k: number): Pair;
export declare function shrUPair(w: WordLowering, [l, h]: Pair, k: number): Pair;
export declare function shrSPair(w: WordLowering, [l, h]: Pair, k: number): Pair;
/** A word that is zero exactly if both pairs are equal. */
export declare const difference: (w: WordLowering, [al, ah]: Pair, [bl, bh]: Pair) => Node;
/** a < b, 0 or 1: by the high words, and by the low ones (unsigned) where those are equal. */
export declare function lessPairs(w: WordLowering, [al, ah]: Pair, [bl, bh]: Pair, signed: boolean): Node;
