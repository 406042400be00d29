import type { Node } from '../ir/node.js';
/** Bytes of a node, without its regions. */
export declare function bytesOf(n: Node): number;
/** Of the place a piece is called from. */
export declare const bytesOfCall: (takes: number, gives: number, exits: number) => number;
