import { FunctionIR, type Node } from '../ir/node.js';
import { type Layout } from './layout.js';
import type { LiveVariables } from './live-variables.js';
import type { Run } from './runs.js';
export interface Outlined {
    piece: FunctionIR;
    /** What takes the place of the run. */
    caller: Node[];
    /** Those of `caller`, or in its regions, that must stay with the node before them. */
    together: Node[];
}
/** Takes a run out of the function that `layout` is of, as its piece `number`. */
export declare function outline(layout: Layout, run: Run, number: number, live: LiveVariables | null, instead: Map<Node, Node>): Outlined;
