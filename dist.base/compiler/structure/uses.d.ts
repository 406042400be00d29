import type { Node } from '../ir/node.js';
import type { Marks } from './marks.js';
import { type Sequence } from './sequence.js';
/** Parameters or results that an edge to `target` sets. */
export declare const destinations: (target: Node) => Node[] | null;
export declare function countUses(seq: Sequence, marks: Marks): void;
