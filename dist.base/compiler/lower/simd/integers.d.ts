import type { Node } from '../../ir/node.js';
import { type WordLowering } from '../words.js';
export declare const join: (w: WordLowering, parts: Node[], bits: number) => Node;
