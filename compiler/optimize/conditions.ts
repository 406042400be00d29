// What a condition that holds, or does not, tells of the values compared: inside an arm of an `if`, and behind a branch
// that was not taken. Facts are narrowed for as long as the region lasts that is only reached that way.
import { opId, type OpName } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import { f32FromBits, f64FromBits } from '../ir/float-bits.js';
import type { Node } from '../ir/node.js';
import { IR_OP_COUNT } from '../ir/ops.js';
import { maxOf, minOf, narrow } from './ranges.js';
import { IS_CONSTANT } from './rules/pattern.js';

/** a < b, a <= b and so on, signed or unsigned. */
export const Relation = { none: 0, eq: 1, ne: 2, lt: 3, le: 4, gt: 5, ge: 6, ltU: 7, leU: 8, gtU: 9, geU: 10, zero: 11 } as const;
export type Relation = (typeof Relation)[keyof typeof Relation];
const R = Relation;

const RELATION = new Uint8Array(IR_OP_COUNT);
const NAMES: readonly (readonly [string, Relation])[] = [
  ['eq', R.eq], ['ne', R.ne], ['lt_s', R.lt], ['le_s', R.le], ['gt_s', R.gt], ['ge_s', R.ge], ['lt_u', R.ltU], ['le_u', R.leU], ['gt_u', R.gtU], ['ge_u', R.geU], ['eqz', R.zero],
];
for (const type of ['i32', 'i64']) for (const [name, relation] of NAMES) RELATION[opId(`${type}.${name}` as OpName)] = relation;
const EQZ = opId('i32.eqz'), AND = opId('i32.and');
const FLOAT_RELATION = new Uint8Array(IR_OP_COUNT), IS_ABS = new Uint8Array(IR_OP_COUNT);
for (const type of ['f32', 'f64'] as const) {
  for (const name of ['lt', 'le', 'gt', 'ge'] as const) FLOAT_RELATION[opId(`${type}.${name}`)] = R[name];
  IS_ABS[opId(`${type}.abs`)] = 1;
}

/** By relation: what holds when it does not. */
const OPPOSITE: readonly Relation[] = [R.none, R.ne, R.eq, R.ge, R.gt, R.le, R.lt, R.geU, R.gtU, R.leU, R.ltU, R.none];
/** By relation: the same with its sides swapped. */
export const SWAPPED: readonly Relation[] = [R.none, R.eq, R.ne, R.gt, R.ge, R.lt, R.le, R.gtU, R.geU, R.ltU, R.leU, R.none];

/** A condition taken apart: `left relation right`, or `left relation 0` where there is no right side. */
export interface Comparison { left: Node; right: Node | null; relation: Relation }
const comparison: Comparison = { left: null as unknown as Node, right: null, relation: R.none };

/** What `condition` says if it holds (or does not); valid until the next call. Constants are on the right. */
export function compared(condition: Node, holds: boolean): Comparison {
  let c = condition, positive = holds;
  for (; c.op === EQZ; c = c.args[0]) positive = !positive;
  let relation = RELATION[c.op] as Relation;
  if (relation === R.zero) {
    comparison.left = c.args[0];
    comparison.right = null;
    comparison.relation = positive ? R.eq : R.ne;
  } else if (relation === R.none) {
    comparison.left = c;
    comparison.right = null;
    comparison.relation = positive ? R.ne : R.eq;
  } else {
    if (!positive) relation = OPPOSITE[relation];
    const [a, b] = c.args, swap = IS_CONSTANT[a.op] !== 0;
    comparison.left = swap ? b : a;
    comparison.right = swap ? a : b;
    comparison.relation = swap ? SWAPPED[relation] : relation;
  }
  return comparison;
}

/** Narrows the facts of what `condition` compares, given that it holds or does not. */
export function assume(condition: Node, holds: boolean): void {
  let c = condition, positive = holds;
  for (; c.op === EQZ; c = c.args[0]) positive = !positive;
  if (positive && c.op === AND) { assumeFloat(c.args[0]); assumeFloat(c.args[1]); return; }
  if (positive && FLOAT_RELATION[c.op] !== R.none) { assumeFloat(c); return; }
  const { left: a, right: b, relation } = compared(condition, holds);
  if (a.kind !== Kind.I32 && a.kind !== Kind.I64) return;
  if (b === null) { narrowBy(a, relation, 0, 0); return; }
  const aMin = minOf(a), aMax = maxOf(a);
  narrowBy(a, relation, minOf(b), maxOf(b));
  narrowBy(b, SWAPPED[relation], aMin, aMax);
}

/** Narrows the range of a float's integer part: `condition` holds, so the float is no NaN. */
function assumeFloat(condition: Node): void {
  let relation = FLOAT_RELATION[condition.op] as Relation, [n, limit] = condition.args;
  if (relation === R.none) return;
  if (IS_CONSTANT[n.op] !== 0) { [n, limit] = [limit, n]; relation = SWAPPED[relation]; }
  if (IS_CONSTANT[limit.op] === 0) return;
  const x = limit.kind === Kind.F32 ? f32FromBits(limit.imm) : f64FromBits(limit.imm, limit.imm2);
  const below = relation === R.lt ? (x > 0 ? Math.ceil(x) - 1 : Math.ceil(x)) : relation === R.le ? Math.trunc(x) : Infinity;
  const above = relation === R.gt ? (x < 0 ? Math.floor(x) + 1 : Math.floor(x)) : relation === R.ge ? Math.trunc(x) : -Infinity;
  if (Number.isNaN(below) || Number.isNaN(above)) return;
  if (IS_ABS[n.op] !== 0) narrow(n.args[0], -below, below);
  else narrow(n, above, below);
}

/** `n` is in this relation to a value between `min` and `max`. */
function narrowBy(n: Node, relation: Relation, min: number, max: number): void {
  switch (relation) {
    case R.eq: narrow(n, min, max); return;
    case R.ne:
      if (min !== max) return;
      if (minOf(n) === min) narrow(n, min + 1, Infinity);
      else if (maxOf(n) === min) narrow(n, -Infinity, min - 1);
      return;
    case R.lt: narrow(n, -Infinity, max - 1); return;
    case R.le: narrow(n, -Infinity, max); return;
    case R.gt: narrow(n, min + 1, Infinity); return;
    case R.ge: narrow(n, min, Infinity); return;
    // Unsigned below something that is not negative: not negative either.
    case R.ltU: if (min >= 0) narrow(n, 0, max - 1); return;
    case R.leU: if (min >= 0) narrow(n, 0, max); return;
    case R.gtU: if (min >= 0 && minOf(n) >= 0) narrow(n, min + 1, Infinity); return;
    case R.geU: if (min >= 0 && minOf(n) >= 0) narrow(n, min, Infinity); return;
  }
}
