import type { ControlIndex } from '../ir/control-index.js';
import { type Node } from '../ir/node.js';
export declare class LoopFacts {
    private readonly index;
    /** Has the walk been at this node, so that its facts are known? */
    private readonly isKnown;
    constructor(index: ControlIndex, isKnown: (n: Node) => boolean);
    /** Files the facts of the params of `loop`, whose operands' facts are known. */
    compute(loop: Node): void;
    /** Gathers what a param gets: the range of what is no step from the param itself, and the largest steps. */
    private incoming;
    /** Leaves in `aloneFrom`, `aloneTo` the range of a value by its operation, whatever its operands are. */
    private alone;
    /** Leaves in `guards` what holds whenever the loop goes round: where that is more than one way, nothing is known. */
    private collectGuards;
    /**
     * The greatest value of a param that is at most `most` at first and grows by `up` on the only way back, by a guard
     * `p + c < bound` or `p + c != bound`; NaN if there is none. Nothing wraps below the bound, hence nothing wraps.
     */
    private upperBound;
    /** The same downwards: the least value of a param that is at least `least` at first and falls by `-down`. */
    private lowerBound;
    private knownMin;
    private knownMax;
}
