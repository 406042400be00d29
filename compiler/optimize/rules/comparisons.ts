// Comparisons: with 0 and the other ends of the range, of a value with itself, negated, and of differences. Only
// integer orders are negated: with a NaN both a float order and its opposite are false. `x + 1 == n` stays: what is added
// is mostly a loop's next counter, and comparing the old one would keep both alive.
import { bothWidths, oneWidth, type CompiledRule, type Rule } from './pattern.js';
import { isBool } from './facts.js';

const OPPOSITE: readonly (readonly [string, string])[] = [
  ['eq', 'ne'], ['ne', 'eq'], ['lt_s', 'ge_s'], ['ge_s', 'lt_s'], ['gt_s', 'le_s'], ['le_s', 'gt_s'],
  ['lt_u', 'ge_u'], ['ge_u', 'lt_u'], ['gt_u', 'le_u'], ['le_u', 'gt_u'],
];
const isU32 = (hi: number): boolean => hi === 0;

/** An i64 comparison of what was an i32 is one of the i32. */
const NARROW: Rule[] = [];
for (const [name, unsigned] of [['eq', 'eq'], ['ne', 'ne'], ['lt_s', 'lt_u'], ['gt_s', 'gt_u'], ['le_s', 'le_u'], ['ge_s', 'ge_u'], ['lt_u', 'lt_u'], ['gt_u', 'gt_u'], ['le_u', 'le_u'], ['ge_u', 'ge_u']]) {
  NARROW.push(
    [`i64.${name} (i64.extend_i32_u x) (i64.extend_i32_u y)`, `i32.${unsigned} x y`],
    [`i64.${name} (i64.extend_i32_s x) (i64.extend_i32_s y)`, `i32.${name} x y`],
    [`i64.${name} (i64.extend_i32_u x) A`, `i32.${unsigned} x (i32.wrap_i64 A)`, ({ A }) => isU32(A.imm2)],
    [`i64.${name} (i64.extend_i32_s x) A`, `i32.${name} x (i32.wrap_i64 A)`, ({ A }) => A.imm2 === A.imm >> 31],
  );
}

export const COMPARISONS: readonly CompiledRule[] = [
  ...bothWidths([
    ['T.eq x 0', 'T.eqz x'],
    ['T.eq x x', '1'],
    ['T.ne x x', '0'],
    ['T.lt_s x x', '0'], ['T.lt_u x x', '0'], ['T.gt_s x x', '0'], ['T.gt_u x x', '0'],
    ['T.le_s x x', '1'], ['T.le_u x x', '1'], ['T.ge_s x x', '1'], ['T.ge_u x x', '1'],
    ['T.lt_u x 0', '0'],
    ['T.ge_u x 0', '1'],
    ['T.gt_u x 0', 'T.ne x 0'],
    ['T.le_u x 0', 'T.eqz x'],
    ['T.lt_u x 1', 'T.eqz x'],
    ['T.ge_u x 1', 'T.ne x 0'],
    ['T.gt_u x -1', '0'],
    ['T.le_u x -1', '1'],
    ['T.eqz (T.sub x y)', 'T.eq x y'],
    ['T.eqz (T.xor x y)', 'T.eq x y'],
    ['T.ne (T.sub x y) 0', 'T.ne x y'],
    ['T.ne (T.xor x y) 0', 'T.ne x y'],
    ['T.eq (T.xor x A) B', 'T.eq x (T.xor A B)'],
    ['T.ne (T.xor x A) B', 'T.ne x (T.xor A B)'],
    ['T.eq (T.sub A x) B', 'T.eq x (T.sub A B)'],
    ['T.ne (T.sub A x) B', 'T.ne x (T.sub A B)'],
    ['i32.eqz (T.eqz x)', 'T.ne x 0'],
    ...OPPOSITE.map(([op, not]): Rule => [`i32.eqz (T.${op} x y)`, `T.${not} x y`]),
  ]),
  ...oneWidth(32, [
    ['i32.ne x 0', 'x', ({ x }) => isBool(x)],
    ['i32.eq x 1', 'x', ({ x }) => isBool(x)],
    ['i32.ne x 1', 'i32.eqz x', ({ x }) => isBool(x)],
    // An order of pairs whose high words can only be different one way.
    ['i32.or (i32.ne x y) (i32.and (i32.eq x y) c)', 'i32.or (i32.ne x y) c', ({ c }) => isBool(c)],
    ['i32.or (i32.ne x 0) (i32.and (i32.eqz x) c)', 'i32.or (i32.ne x 0) c', ({ c }) => isBool(c)],
    ['i32.eqz (f32.eq x y)', 'f32.ne x y'],
    ['i32.eqz (f32.ne x y)', 'f32.eq x y'],
    ['i32.eqz (f64.eq x y)', 'f64.ne x y'],
    ['i32.eqz (f64.ne x y)', 'f64.eq x y'],
  ]),
  ...oneWidth(64, [
    ['i64.eqz (i64.extend_i32_u x)', 'i32.eqz x'],
    ['i64.eqz (i64.extend_i32_s x)', 'i32.eqz x'],
    ...NARROW,
  ]),
];
