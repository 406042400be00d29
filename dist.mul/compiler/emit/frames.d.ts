import type { Edge, Node } from '../ir/node.js';
import type { Expression, Identifier, Statement, SwitchCase } from './ast.js';
export declare const exitKey: (n: Node) => number;
export declare const headKey: (n: Node) => number;
/** No place at all. */
export declare const NOWHERE = -1;
/** The end of the function. */
export declare const RETURN = -2;
export declare const FrameKind: {
    readonly block: 0;
    readonly if: 1;
    readonly loop: 2;
    /** `if (!condition) { …the rest of the region… }` for a conditional branch to where the region ends. */
    readonly rest: 3;
    /** A block whose one branch chooses between its own rest and what follows it: first and second half of an `if`. */
    readonly own: 4;
    readonly following: 5;
    readonly switch: 6;
    /** The loop around a flattened nest, and the control nodes in it. */
    readonly dispatch: 7;
    readonly flat: 8;
    /** A try, in its body or one of its handlers. */
    readonly try: 9;
};
export type FrameKind = (typeof FrameKind)[keyof typeof FrameKind];
export declare class Frame {
    kind: FrameKind;
    readonly node: Node;
    /** To be restored: the list written to, where control goes at its end, and what `break` and `continue` mean. */
    readonly out: Statement[];
    readonly falloff: number;
    readonly breakable: Frame | null;
    readonly loop: Frame | null;
    readonly inFlat: boolean;
    /** Of a block: where in the list it starts. */
    readonly start: number;
    exit: number;
    head: number;
    /** Frames that these keys meant before. */
    outerExit: Frame | undefined;
    outerHead: Frame | undefined;
    label: Identifier | null;
    /** `continue`s to it that were written. */
    continues: number;
    /** A condition, or what a `switch` switches on; and the node it was written from. */
    test: Expression | null;
    condition: Node | null;
    /** The arguments of the branch that was turned into an `if`. */
    edge: Edge | null;
    consequent: Statement[];
    /** Of a try: its body and handlers. */
    readonly parts: Statement[][];
    cases: SwitchCase[];
    /** Of a switch: tests of the cases that are still to be opened, by key; null is `default`. */
    pending: Map<number, (number | null)[]> | null;
    constructor(kind: FrameKind, node: Node, out: Statement[], falloff: number, breakable: Frame | null, loop: Frame | null, inFlat: boolean);
}
