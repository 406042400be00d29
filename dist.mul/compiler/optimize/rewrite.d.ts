import { Kind } from '../spec/types.js';
import type { FunctionIR, Node } from '../ir/node.js';
import './rules/by-facts.js';
import './rules/demanded-bits.js';
import './rules/comparison-masks.js';
import './rules/narrowing.js';
/** Where new nodes go. */
export interface NodeSink {
    readonly fn: FunctionIR;
    /** Are the facts of ranges.ts kept for the nodes emitted? */
    readonly hasFacts: boolean;
    emit(n: Node): void;
    /** Makes a node, rewrites it and emits what is left of it. */
    create(op: number, kind: Kind, args: Node[]): Node;
}
/** 1 for operations that folding or a rule may change. */
export declare const REWRITABLE: Uint8Array<ArrayBuffer>;
/** The value that stands for `n`, whose operands are simplified: `n` itself, perhaps changed, or an earlier node. */
export declare function rewriteNode(sink: NodeSink, n: Node): Node;
