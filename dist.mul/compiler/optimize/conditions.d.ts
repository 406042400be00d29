import type { Node } from '../ir/node.js';
/** a < b, a <= b and so on, signed or unsigned. */
export declare const Relation: {
    readonly none: 0;
    readonly eq: 1;
    readonly ne: 2;
    readonly lt: 3;
    readonly le: 4;
    readonly gt: 5;
    readonly ge: 6;
    readonly ltU: 7;
    readonly leU: 8;
    readonly gtU: 9;
    readonly geU: 10;
    readonly zero: 11;
};
export type Relation = (typeof Relation)[keyof typeof Relation];
/** By relation: the same with its sides swapped. */
export declare const SWAPPED: readonly Relation[];
/** A condition taken apart: `left relation right`, or `left relation 0` where there is no right side. */
export interface Comparison {
    left: Node;
    right: Node | null;
    relation: Relation;
}
/** What `condition` says if it holds (or does not); valid until the next call. Constants are on the right. */
export declare function compared(condition: Node, holds: boolean): Comparison;
/** Narrows the facts of what `condition` compares, given that it holds or does not. */
export declare function assume(condition: Node, holds: boolean): void;
