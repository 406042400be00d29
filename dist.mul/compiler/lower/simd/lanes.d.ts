import type { Node } from '../../ir/node.js';
import { type WordLowering } from '../words.js';
/** `words` with lane `lane` of `bits` bits replaced by the low bits of `x`. */
export declare function withPart(w: WordLowering, words: Node[], lane: number, bits: 8 | 16, x: Node): Node[];
export declare function withWords(words: Node[], at: number, values: readonly Node[]): Node[];
