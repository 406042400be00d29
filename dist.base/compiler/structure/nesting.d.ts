import type { Node } from '../ir/node.js';
import type { Marks } from './marks.js';
import { type Sequence } from './sequence.js';
/** Levels of braces that may stand inside one another; engines give up between about 350 and 2,000. Tests lower it. */
export declare const limits: {
    nesting: number;
};
export declare class Nesting {
    /** Blocks whose end is a case, by id: their br_table. */
    rungs: Map<number, Node>;
    /** By br_table of a ladder: the block that its `switch` fills to the end. */
    ladders: Map<Node, Node>;
    /** Nodes that are too deep to be written as nested statements. */
    flat: Set<Node>;
    compute(seq: Sequence, marks: Marks, hasCopies: (edge: NonNullable<Node['edges']>[number]) => boolean): void;
    private ladder;
}
