// What a try knows of its catch clauses, for everybody who walks the IR: `try_table` leaves by an edge for each clause,
// the older `try` has a region for each. The values a clause catches are nodes of op `caught` that stand in no region:
// those of `try_table` are visible in the clause's edge only, those of `try` in the clause's region.
import { irOp } from './ops.js';
/** `imm` of the `caught` node that is the exception, not a word of its payload. */
export const EXCEPTION = -1;
const TRY = irOp('try'), TRY_TABLE = irOp('try_table');
/** Is `op` one of the two operations whose body may be left by an exception? */
export const isTry = (op) => op === TRY || op === TRY_TABLE;
const NO_CLAUSES = [];
/** The clauses of a node; none if it is no try. */
export function clausesOf(n) {
    return isTry(n.op) ? n.aux.clauses : NO_CLAUSES;
}
/** Values that a clause defines. */
export const caughtBy = (clause) => (clause.exn === null ? clause.payload : [...clause.payload, clause.exn]);
/** Does the body hand on exceptions unseen, so that there is nothing to catch? */
export const catchesNothing = (n) => clausesOf(n).length === 0;
