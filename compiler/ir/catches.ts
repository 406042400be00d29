// What a try knows of its catch clauses, for everybody who walks the IR: `try_table` leaves by an edge for each clause,
// the older `try` has a region for each. The values a clause catches are nodes of op `caught` that stand in no region:
// those of `try_table` are visible in the clause's edge only, those of `try` in the clause's region.
import { irOp } from './ops.js';
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
export const EXCEPTION = -1;

const TRY = irOp('try'), TRY_TABLE = irOp('try_table');

/** Is `op` one of the two operations whose body may be left by an exception? */
export const isTry = (op: number): boolean => op === TRY || op === TRY_TABLE;

const NO_CLAUSES: readonly CatchValues[] = [];
/** The clauses of a node; none if it is no try. */
export function clausesOf(n: Node): readonly CatchValues[] {
  return isTry(n.op) ? (n.aux as TryHandlers).clauses : NO_CLAUSES;
}

/** Values that a clause defines. */
export const caughtBy = (clause: CatchValues): readonly Node[] => (clause.exn === null ? clause.payload : [...clause.payload, clause.exn]);

/** Does the body hand on exceptions unseen, so that there is nothing to catch? */
export const catchesNothing = (n: Node): boolean => clausesOf(n).length === 0;
