import { type Node } from '../../ir/node.js';
/** Is the i32 known to be 0 or 1? Looks two levels deep. */
export declare function isBool(n: Node): boolean;
/** Words of the mask of the `count` lowest of 64 bits. */
export declare const lowOnesLo: (count: number) => number;
export declare const lowOnesHi: (count: number) => number;
/** A constant shift count, NaN unless it is below the width (so that every comparison with it fails). */
export declare const countOf: (c: Node, bits: number) => number;
/** Do the bits of the constant include the `count` lowest? */
export declare const coversLow: (c: Node, count: number) => boolean;
/** Are the constant's bits all among the `count` lowest? */
export declare const withinLow: (c: Node, count: number, bits: number) => boolean;
/** Do the bits of the constant include all but the `count` lowest? */
export declare const coversAbove: (c: Node, count: number, bits: number) => boolean;
/** A power of two, taken unsigned. */
export declare function isPowerOfTwo(c: Node, bits: number): boolean;
