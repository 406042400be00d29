import type { Kind } from '../spec/types.js';
import type { Edge, Node } from '../ir/node.js';
/** A value handed on: the argument of a branch, a value used after the run, or what an IR variable holds. */
export interface Given {
    kind: Kind;
    /** Used after the run. */
    value: Node | null;
    /** Number of the IR variable in the caller, or -1. */
    variable: number;
    /** In the register file, or RETURNED. */
    slot: number;
}
export declare const RETURNED = -1;
export interface Way {
    /** What is branched to; null for `return` and the end of the run. */
    target: Node | null;
    returns: boolean;
    /** The branches. */
    edges: Edge[];
    /** Arguments of the branch as the caller has them; null where one is given, in order. */
    args: (Node | null)[];
    gives: Given[];
}
export declare const newWay: (target: Node | null, returns: boolean) => Way;
export declare const given: (kind: Kind, value: Node | null, variable: number) => Given;
