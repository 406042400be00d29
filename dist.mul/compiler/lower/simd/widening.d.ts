import type { Node } from '../../ir/node.js';
import { type WordLowering } from '../words.js';
/** Lane `k` of a word as an int32. */
export declare const byteOf: (w: WordLowering, a: Node, k: number, signed: boolean) => Node;
export declare const shortOf: (w: WordLowering, a: Node, k: number, signed: boolean) => Node;
/** The two words that the lanes of one extend to. */
export declare function extendWord(w: WordLowering, a: Node, bits: 8 | 16 | 32, signed: boolean): [Node, Node];
