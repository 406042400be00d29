import { type Marks } from '../structure/marks.js';
import { type Sequence } from '../structure/sequence.js';
export declare class LocalView {
    private done;
    /** By place: accesses in what is written there. */
    private accesses;
    /** By place: the copy its accesses use, and the one taken there; 0 for none. */
    private copyAt;
    private takenAt;
    /** How often each copy is used. */
    private readonly uses;
    private current;
    /** Decides for all places; with `never` that no copy is taken. */
    plan(seq: Sequence, marks: Marks, never: boolean): void;
    /** Fills `done`; false if nothing accesses memory. */
    private look;
    private take;
    private visit;
    private use;
    private enterLoop;
    private isWorthIt;
    /** Do accesses written at this place go through the local view? */
    isUsed(at: number): boolean;
    /** Is the module's view copied before what is written at this place? */
    isTaken(at: number): boolean;
    /** Is it copied between what enters the loop that starts here and the loop? */
    isTakenByLoop(at: number): boolean;
}
