import type { Node } from '../../ir/node.js';
import { type Pair } from '../pairs.js';
import { type WordLowering } from '../words.js';
export declare function pairsOf(w: WordLowering, n: Node): [Pair, Pair];
