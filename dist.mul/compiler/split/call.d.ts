import type { FunctionIR, Node } from '../ir/node.js';
import { type Way } from './ways.js';
/** The nodes that call `piece`, and among them those that must stay with what is before them. */
export declare function callPiece(fn: FunctionIR, piece: FunctionIR, args: Node[], ways: readonly Way[], coded: boolean, instead: Map<Node, Node>): {
    nodes: Node[];
    together: Node[];
};
