import { Node, type FunctionIR } from '../ir/node.js';
/** What an item says: the node itself, or where the regions of a control node begin, change and end. */
export declare const Item: {
    readonly node: 0;
    readonly enter: 1;
    readonly next: 2;
    readonly leave: 3;
};
export declare class Sequence {
    readonly nodes: Node[];
    items: Uint8Array<ArrayBuffer>;
    length: number;
    push(node: Node, item: number): void;
    /** Forgets the nodes, so that they do not outlive the function's turn. */
    clear(): void;
}
/** Fills `to` with the items of `fn`. Arguments that were replaced are resolved on the way,
 * and control nodes, `yield` and `br_table` get the control node around them as `owner`. */
export declare function sequence(fn: FunctionIR, to: Sequence): void;
