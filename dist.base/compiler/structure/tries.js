// Exceptions in structure: what catch clauses read is read behind the body, and what they catch is an expression on the
// exception that the JavaScript `catch` has named.
import { caughtBy, clausesOf } from '../ir/catches.js';
import { irOp } from '../ir/ops.js';
import { Place } from './marks.js';
export const TRY = irOp('try'), TRY_TABLE = irOp('try_table');
/** Counts the regions of open `try`s, since the item between two regions does not say which they are. */
export class ClauseCounter {
    constructor() {
        this.seen = new Map();
    }
    /** At the item behind a region of `n`: the clause whose region comes next. */
    next(n) {
        const k = this.seen.get(n) ?? 0;
        this.seen.set(n, k + 1);
        return clausesOf(n)[k];
    }
}
/** Caught values are not computed but read from the exception, which never changes: anywhere, and as often as one likes. */
export function placeCaught(clause, marks, loop) {
    for (const c of caughtBy(clause)) {
        marks.effects[c.id] = 0;
        marks.depth[c.id] = 1;
        marks.loop[c.id] = loop;
        const { uses } = marks;
        marks.place[c.id] = uses[c.id] === 0 ? Place.none : uses[c.id] === 1 ? Place.pure : Place.variable;
    }
}
/** The same in a clause of `try_table`, all of which is written in one place. */
export function placeCaughtInEdge(clause, marks) {
    for (const c of caughtBy(clause)) {
        marks.effects[c.id] = 0;
        marks.depth[c.id] = 1;
        marks.place[c.id] = marks.uses[c.id] === 0 ? Place.none : Place.folded;
    }
}
