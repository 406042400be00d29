import type { Node } from '../ir/node.js';
import type { WordLowering } from './words.js';
export type Word = Node;
/** Words may be given as numbers. */
type Operand = Node | number;
export declare const isConst: (n: Node) => boolean;
export declare function and(w: WordLowering, a: Operand, b: Operand): Node;
export declare function or(w: WordLowering, a: Operand, b: Operand): Node;
export declare function xor(w: WordLowering, a: Operand, b: Operand): Node;
export declare const not: (w: WordLowering, a: Operand) => Node;
export declare function add(w: WordLowering, a: Operand, b: Operand): Node;
export declare function sub(w: WordLowering, a: Operand, b: Operand): Node;
export declare function mul(w: WordLowering, a: Operand, b: Operand): Node;
/** Shifts; a constant count is below 32. */
export declare function shl(w: WordLowering, a: Operand, k: Operand): Node;
export declare function shrS(w: WordLowering, a: Operand, k: Operand): Node;
export declare function shrU(w: WordLowering, a: Operand, k: Operand): Node;
export declare function eq(w: WordLowering, a: Operand, b: Operand): Node;
export declare function ne(w: WordLowering, a: Operand, b: Operand): Node;
export declare function eqz(w: WordLowering, a: Operand): Node;
export declare const ltS: (w: WordLowering, a: Node, b: Node) => Node;
export declare const ltU: (w: WordLowering, a: Node, b: Node) => Node;
/** -1 for 1, 0 for 0. */
export declare const spread: (w: WordLowering, condition: Node) => Node;
/** Bits of `a` where `mask` has ones, else of `b`. */
export declare const blend: (w: WordLowering, a: Node, b: Node, mask: Node) => Node;
/** `a` if the condition is not 0, else `b`; words of any kind. */
export declare function select(w: WordLowering, a: Node, b: Node, condition: Node): Node;
export {};
