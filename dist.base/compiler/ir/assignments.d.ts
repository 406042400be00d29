import type { Module } from '../spec/module.js';
export interface Assignments {
    /** Per block in order of appearance (`block`, `loop`, `if`, `try`, `try_table`): locals assigned inside, no order. */
    byBlock: number[][];
    /** Those of them that may be read at its end, and, of a loop, at its head. */
    atEnd: number[][];
    atHead: number[][];
    /** Is that not known, so that they hold all that are assigned? */
    unpruned: boolean;
    /** Which locals are to stay variables, by index. */
    demoted: Uint8Array;
}
/** Scans the body of a function. A malformed one is left to the validator to report. */
export declare function scanAssignments(m: Module, func: number, localCount: number): Assignments;
