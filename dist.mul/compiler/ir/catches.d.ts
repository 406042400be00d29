import type { Node } from './node.js';
/** A catch clause of `try_table`; `edges` of the node has its way out at the same index. */
export interface CatchValues {
    /** Tag caught, or -1 for all. */
    tag: number;
    /** Nodes of op `caught`: the payload (`imm` = its word), and the exception itself (`imm` = EXCEPTION) where the clause asks for it. */
    payload: Node[];
    exn: Node | null;
}
/** The clauses of either try; of `try`, `clauses[k]` belongs to region `k + 1`. */
export interface TryHandlers {
    clauses: CatchValues[];
    /** Exceptions on their way to an outer try while the IR variable `skipVar` holds one of these ids pass by. */
    skipIds: number[];
    skipVar: number;
}
/** `imm` of the `caught` node that is the exception, not a word of its payload. */
export declare const EXCEPTION = -1;
/** Is `op` one of the two operations whose body may be left by an exception? */
export declare const isTry: (op: number) => boolean;
/** The clauses of a node; none if it is no try. */
export declare function clausesOf(n: Node): readonly CatchValues[];
/** Values that a clause defines. */
export declare const caughtBy: (clause: CatchValues) => readonly Node[];
/** Does the body hand on exceptions unseen, so that there is nothing to catch? */
export declare const catchesNothing: (n: Node) => boolean;
