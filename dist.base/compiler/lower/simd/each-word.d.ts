import type { OpName } from '../../spec/opcodes.js';
import type { Node } from '../../ir/node.js';
import { type WordLowering } from '../words.js';
import type { Mask } from './shape.js';
export type Binary = (w: WordLowering, a: Node, b: Node) => Node;
export type Unary = (w: WordLowering, a: Node) => Node;
export declare function eachWord1(name: OpName, operation: Unary): void;
export declare function eachWord(name: OpName, operation: Binary): void;
/** The bits of the mask that `n` tests, if it is one with lanes of that size. */
export declare function maskBits(w: WordLowering, n: Node, lane: Mask['lane']): Node[] | null;
