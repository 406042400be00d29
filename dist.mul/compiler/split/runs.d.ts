import { type LaidRegion, type Layout } from './layout.js';
export interface Run {
    laid: LaidRegion;
    /** Indices in the region's positions. */
    from: number;
    to: number;
    /** Positions. */
    start: number;
    end: number;
    /** Bytes its place gets smaller by. */
    saves: number;
    /** What calls of it cost in time for each byte it saves, the smaller the better. */
    price: number;
}
export declare class Runs {
    private readonly layout;
    /** By id: the last run, by number, that was seen to take the value or to lead to the node; by number of the variable too. */
    private readonly taken;
    private readonly variables;
    private run;
    constructor(layout: Layout);
    /** Weighs the nodes `from` to `to` (exclusive) of a region; null if they may not or should not be taken out. */
    weigh(laid: LaidRegion, from: number, to: number): Run | null;
}
