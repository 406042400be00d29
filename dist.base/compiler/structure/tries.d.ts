import { type CatchValues } from '../ir/catches.js';
import type { Node } from '../ir/node.js';
import { type Marks } from './marks.js';
export declare const TRY: number, TRY_TABLE: number;
/** Counts the regions of open `try`s, since the item between two regions does not say which they are. */
export declare class ClauseCounter {
    private readonly seen;
    /** At the item behind a region of `n`: the clause whose region comes next. */
    next(n: Node): CatchValues;
}
/** Caught values are not computed but read from the exception, which never changes: anywhere, and as often as one likes. */
export declare function placeCaught(clause: CatchValues, marks: Marks, loop: number): void;
/** The same in a clause of `try_table`, all of which is written in one place. */
export declare function placeCaughtInEdge(clause: CatchValues, marks: Marks): void;
