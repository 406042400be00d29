import { type Node } from './node.js';
/** Is what follows in the same region never reached? */
export declare const isTerminator: (n: Node) => boolean;
