// What a condition that holds, or does not, tells of the values compared: inside an arm of an `if`, and behind a branch
// that was not taken. Facts are narrowed for as long as the region lasts that is only reached that way.
import { opId } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import { IR_OP_COUNT } from '../ir/ops.js';
import { maxOf, minOf, narrow } from './ranges.js';
import { IS_CONSTANT } from './rules/pattern.js';
/** a < b, a <= b and so on, signed or unsigned. */
export const Relation = { none: 0, eq: 1, ne: 2, lt: 3, le: 4, gt: 5, ge: 6, ltU: 7, leU: 8, gtU: 9, geU: 10, zero: 11 };
const R = Relation;
const RELATION = new Uint8Array(IR_OP_COUNT);
const NAMES = [
    ['eq', R.eq], ['ne', R.ne], ['lt_s', R.lt], ['le_s', R.le], ['gt_s', R.gt], ['ge_s', R.ge], ['lt_u', R.ltU], ['le_u', R.leU], ['gt_u', R.gtU], ['ge_u', R.geU], ['eqz', R.zero],
];
for (const type of ['i32', 'i64'])
    for (const [name, relation] of NAMES)
        RELATION[opId(`${type}.${name}`)] = relation;
const EQZ = opId('i32.eqz');
/** By relation: what holds when it does not. */
const OPPOSITE = [R.none, R.ne, R.eq, R.ge, R.gt, R.le, R.lt, R.geU, R.gtU, R.leU, R.ltU, R.none];
/** By relation: the same with its sides swapped. */
export const SWAPPED = [R.none, R.eq, R.ne, R.gt, R.ge, R.lt, R.le, R.gtU, R.geU, R.ltU, R.leU, R.none];
const comparison = { left: null, right: null, relation: R.none };
/** What `condition` says if it holds (or does not); valid until the next call. Constants are on the right. */
export function compared(condition, holds) {
    let c = condition, positive = holds;
    for (; c.op === EQZ; c = c.args[0])
        positive = !positive;
    let relation = RELATION[c.op];
    if (relation === R.zero) {
        comparison.left = c.args[0];
        comparison.right = null;
        comparison.relation = positive ? R.eq : R.ne;
    }
    else if (relation === R.none) {
        comparison.left = c;
        comparison.right = null;
        comparison.relation = positive ? R.ne : R.eq;
    }
    else {
        if (!positive)
            relation = OPPOSITE[relation];
        const [a, b] = c.args, swap = IS_CONSTANT[a.op] !== 0;
        comparison.left = swap ? b : a;
        comparison.right = swap ? a : b;
        comparison.relation = swap ? SWAPPED[relation] : relation;
    }
    return comparison;
}
/** Narrows the facts of what `condition` compares, given that it holds or does not. */
export function assume(condition, holds) {
    const { left: a, right: b, relation } = compared(condition, holds);
    if (a.kind !== Kind.I32 && a.kind !== Kind.I64)
        return;
    if (b === null) {
        narrowBy(a, relation, 0, 0);
        return;
    }
    const aMin = minOf(a), aMax = maxOf(a);
    narrowBy(a, relation, minOf(b), maxOf(b));
    narrowBy(b, SWAPPED[relation], aMin, aMax);
}
/** `n` is in this relation to a value between `min` and `max`. */
function narrowBy(n, relation, min, max) {
    switch (relation) {
        case R.eq:
            narrow(n, min, max);
            return;
        case R.ne:
            if (min !== max)
                return;
            if (minOf(n) === min)
                narrow(n, min + 1, Infinity);
            else if (maxOf(n) === min)
                narrow(n, -Infinity, min - 1);
            return;
        case R.lt:
            narrow(n, -Infinity, max - 1);
            return;
        case R.le:
            narrow(n, -Infinity, max);
            return;
        case R.gt:
            narrow(n, min + 1, Infinity);
            return;
        case R.ge:
            narrow(n, min, Infinity);
            return;
        // Unsigned below something that is not negative: not negative either.
        case R.ltU:
            if (min >= 0)
                narrow(n, 0, max - 1);
            return;
        case R.leU:
            if (min >= 0)
                narrow(n, 0, max);
            return;
        case R.gtU:
            if (min >= 0 && minOf(n) >= 0)
                narrow(n, min + 1, Infinity);
            return;
        case R.geU:
            if (min >= 0 && minOf(n) >= 0)
                narrow(n, min, Infinity);
            return;
    }
}
