import { type FunctionIR, type Node } from '../ir/node.js';
import { type Marks } from './marks.js';
import { type Sequence } from './sequence.js';
/** A copy from a value to a parameter or result at an edge; `weight` is larger the more often it is likely to run. */
export interface Copies {
    from: Int32Array;
    to: Int32Array;
    weight: Uint8Array;
    count: number;
}
export declare const MAX_WEIGHT = 31;
export declare class LiveRanges {
    /** First write and last read by node id. */
    start: Int32Array<ArrayBuffer>;
    end: Int32Array<ArrayBuffer>;
    /** By id of a value whose range has holes: start and end of every interval, ascending. */
    lists: Map<number, number[]>;
    /** Values in order of definition. */
    values: Node[];
    /** In reverse order of the branches. */
    readonly copies: Copies;
    private marks;
    /** Ids of the values that are live, `count` of them, and the place of each there, or -1. */
    private live;
    private count;
    private slot;
    /** Of a live value: where its interval ends. Of others: the end of its first interval so far. */
    private until;
    private first;
    private readonly open;
    private depth;
    private cost;
    private maxCost;
    private add;
    private use;
    private useAll;
    private read;
    private define;
    private defineAll;
    private get coarse();
    /** What is live here. */
    private snapshot;
    /** The code before `from` does not run into the code behind: nothing is live there yet. */
    private part;
    /** From now on whatever is live anywhere further on stays live up to its definition. */
    private giveUp;
    private useTarget;
    private copy;
    private edge;
    compute(fn: FunctionIR, seq: Sequence, marks: Marks): void;
    private leave;
    /** Behind an arm or a body, in front of the next one. */
    private next;
    private enter;
    private node;
}
