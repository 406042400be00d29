import type { Node } from '../../ir/node.js';
import type { WordLowering } from '../words.js';
/** Lanes of a word: their size, a one in each, their high bits and all others. */
export interface LaneSize {
    readonly bits: 8 | 16;
    readonly one: number;
    readonly high: number;
    readonly low: number;
    readonly max: number;
}
export declare const BYTES: LaneSize;
export declare const SHORTS: LaneSize;
/** All ones in the lanes whose high bit is set in `t`, which has no other bits. */
export declare const lanesOf: (w: WordLowering, s: LaneSize, t: Node) => Node;
export declare function addLanes(w: WordLowering, s: LaneSize, a: Node, b: Node): Node;
export declare function subLanes(w: WordLowering, s: LaneSize, a: Node, b: Node): Node;
/** High bits of the lanes where a >= b. Where the operands' high bits differ, that of one of them decides. */
export declare function atLeast(w: WordLowering, s: LaneSize, a: Node, b: Node, signed: boolean): Node;
/** High bits of the lanes that are not 0. */
export declare const nonZero: (w: WordLowering, s: LaneSize, a: Node) => Node;
export declare function minMax(w: WordLowering, s: LaneSize, a: Node, b: Node, signed: boolean, max: boolean): Node;
export declare function addSatU(w: WordLowering, s: LaneSize, a: Node, b: Node): Node;
export declare function subSatU(w: WordLowering, s: LaneSize, a: Node, b: Node): Node;
export declare function addSatS(w: WordLowering, s: LaneSize, a: Node, b: Node): Node;
export declare function subSatS(w: WordLowering, s: LaneSize, a: Node, b: Node): Node;
/** Averages rounded up. */
export declare const average: (w: WordLowering, s: LaneSize, a: Node, b: Node) => Node;
export declare function absLanes(w: WordLowering, s: LaneSize, a: Node): Node;
export declare function popcntBytes(w: WordLowering, a: Node): Node;
