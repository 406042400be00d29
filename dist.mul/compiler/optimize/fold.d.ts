import type { Node } from '../ir/node.js';
/** By operation: 1 if constants may be folded. */
export declare const FOLDABLE: Uint8Array<ArrayBuffer>;
/** Turns `n`, all of whose operands are constants, into a constant. */
export declare function foldConstant(n: Node): boolean;
