// i8x16, i16x8 and i32x4: arithmetic and comparisons lane by lane, word by word.
import { opId, type OpName } from '../../spec/opcodes.js';
import type { Node } from '../../ir/node.js';
import { add, and, blend, eq, isConst, mul, ne, or, shl, shrS, shrU, spread, sub, xor } from '../bits.js';
import { lowerOps, type WordLowering } from '../words.js';
import { eachWord, eachWord1, maskBits, type Binary } from './each-word.js';
import {
  BYTES, SHORTS, absLanes, addLanes, addSatS, addSatU, atLeast, average, lanesOf, minMax, nonZero, popcntBytes, subLanes, subSatS, subSatU, type LaneSize,
} from './lanes8-16.js';

// Bytes and shorts

for (const [shape, s] of [['i8x16', BYTES], ['i16x8', SHORTS]] as ['i8x16' | 'i16x8', LaneSize][]) {
  const name = (op: string): OpName => `${shape}.${op}` as OpName;
  const lanes = (op: string, operation: (w: WordLowering, s: LaneSize, a: Node, b: Node) => Node): void => eachWord(name(op), (w, a, b) => operation(w, s, a, b));
  if (s === BYTES) lanes('add', addLanes);
  lanes('sub', subLanes);
  lanes('add_sat_s', addSatS);
  lanes('add_sat_u', addSatU);
  lanes('sub_sat_s', subSatS);
  lanes('sub_sat_u', subSatU);
  lanes('avgr_u', average);
  eachWord1(name('neg'), (w, a) => subLanes(w, s, w.zero(), a));
  eachWord1(name('abs'), (w, a) => absLanes(w, s, a));

  /** By the high bits of the lanes where it is so. */
  const compare = (op: string, bits: Binary): void => lowerOps([name(op)], (w, n) => {
    const b = w.v(n.args[1]), high = w.v(n.args[0]).map((a, k) => bits(w, a, b[k]));
    w.setMask(n, high.map((t) => lanesOf(w, s, t)), s.bits, high);
  });
  const others = (w: WordLowering, t: Node): Node => xor(w, t, s.high);
  compare('ne', (w, a, b) => nonZero(w, s, xor(w, a, b)));
  compare('eq', (w, a, b) => others(w, nonZero(w, s, xor(w, a, b))));
  for (const signed of [true, false]) {
    const suffix = signed ? '_s' : '_u';
    compare(`ge${suffix}`, (w, a, b) => atLeast(w, s, a, b, signed));
    compare(`le${suffix}`, (w, a, b) => atLeast(w, s, b, a, signed));
    compare(`lt${suffix}`, (w, a, b) => others(w, atLeast(w, s, a, b, signed)));
    compare(`gt${suffix}`, (w, a, b) => others(w, atLeast(w, s, b, a, signed)));
    eachWord(name(`min${suffix}`), (w, a, b) => minMax(w, s, a, b, signed, false));
    eachWord(name(`max${suffix}`), (w, a, b) => minMax(w, s, a, b, signed, true));
  }

  lowerOps([name('all_true')], (w, n) => {
    n.forward = eq(w, (maskBits(w, n, s.bits) ?? w.v(n.args[0]).map((a) => nonZero(w, s, a))).reduce((x, y) => and(w, x, y)), s.high);
  });
  shift(name('shl'), (w, a, k, { low }) => and(w, shl(w, a, k), low), s);
  shift(name('shr_u'), (w, a, k, { high }) => and(w, shrU(w, a, k), high), s);
  shift(name('shr_s'), (w, a, k, { high }) => {
    if (s === SHORTS) return or(w, and(w, shrS(w, a, k), -65536), shrU(w, shrS(w, shl(w, a, 16), k), 16));
    const signs = and(w, a, s.high);
    // Ones from a negative lane's top bit down to where its sign bit went.
    return or(w, and(w, shrU(w, a, k), high), sub(w, shl(w, signs, 1), shrU(w, signs, k)));
  }, s);
}

function limitShift(w: WordLowering, n: Node, name: OpName, k: number): void {
  const limit = w.shortLimit(n.args[0]);
  if (name === 'i16x8.shl' && limit << k <= 0xffff) w.setShortLimit(n, limit << k);
  else if (name === 'i16x8.shr_u' || (name === 'i16x8.shr_s' && limit < 0x8000)) w.setShortLimit(n, limit >> k);
}
/** Bits of each lane that are left after it was shifted to the left or to the right. */
interface Kept { low: Node; high: Node }
function shift(name: OpName, operation: (w: WordLowering, a: Node, k: Node, kept: Kept) => Node, s: LaneSize): void {
  lowerOps([name], (w, n) => {
    const k = and(w, w.lo(n.args[1]), s.bits - 1);
    if (s === SHORTS && isConst(k)) limitShift(w, n, name, k.imm);
    const kept: Kept = {
      low: mul(w, and(w, shl(w, s.max, k), s.max), s.one),
      high: mul(w, shrU(w, s.max, k), s.one),
    };
    w.setV(n, w.v(n.args[0]).map((a) => (isConst(k) && k.imm === 0 ? a : operation(w, a, k, kept))));
  });
}

eachWord1('i8x16.popcnt', popcntBytes);
// Shorts that are known to be small are added, shifted and multiplied by the same number all at once.

lowerOps(['i16x8.mul'], (w, n) => {
  let [x, y] = n.args;
  if (sameShorts(w.v(x)) !== undefined) [x, y] = [y, x];
  const a = w.v(x), b = w.v(y), factor = sameShorts(b), limit = w.shortLimit(x) * w.shortLimit(y);
  if (limit > 0xffff || factor === undefined) {
    w.setV(n, a.map((word, k) => or(w, mul(w, and(w, word, -65536), shrU(w, b[k], 16)), and(w, mul(w, word, b[k]), 0xffff))));
  } else w.setV(n, a.map((word) => mul(w, word, factor)));
  if (limit <= 0xffff) w.setShortLimit(n, limit);
});
/** The short that all lanes are, if that is known. */
function sameShorts(words: readonly Node[]): number | undefined {
  const short = words[0].imm & 0xffff, word = (short << 16) | short;
  return words.every((x) => isConst(x) && (x.imm | 0) === word) ? short : undefined;
}
lowerOps(['i16x8.add'], (w, n) => {
  const a = w.v(n.args[0]), b = w.v(n.args[1]), limit = w.shortLimit(n.args[0]) + w.shortLimit(n.args[1]);
  if (limit > 0xffff) { w.setV(n, a.map((x, k) => addLanes(w, SHORTS, x, b[k]))); return; }
  w.setV(n, a.map((x, k) => add(w, x, b[k])));
  w.setShortLimit(n, limit);
});
/** Of masks with lanes of several times `lane` bits: a bit for each, which the product repeats. */
function repeatedBits(w: WordLowering, n: Node, lane: 8 | 16): Node | null {
  const mask = w.mask(n.args[0]);
  if (mask === null || mask.lane <= lane) return null;
  const times = mask.lane / lane;
  const bits = mask.lane === 16 ? mask.bits.map((t) => and(w, or(w, shrU(w, t, 15), shrU(w, t, 29)), 5)) : mask.bits;
  return mul(w, join(w, bits, mask.lane === 16 ? 4 : times), (1 << times) - 1);
}
lowerOps(['i8x16.bitmask'], (w, n) => {
  const repeated = repeatedBits(w, n, 8);
  if (repeated !== null) { n.forward = repeated; return; }
  // The product brings the four high bits together at the top.
  const high = maskBits(w, n, 8) ?? w.v(n.args[0]).map((a) => and(w, a, 0x80808080));
  const nibbles = high.map((t) => shrU(w, mul(w, t, 0x00204081), 28));
  n.forward = join(w, nibbles, 4);
});
lowerOps(['i16x8.bitmask'], (w, n) => {
  const repeated = repeatedBits(w, n, 16);
  if (repeated !== null) { n.forward = repeated; return; }
  n.forward = join(w, (maskBits(w, n, 16) ?? w.v(n.args[0])).map((a) => or(w, and(w, shrU(w, a, 15), 1), and(w, shrU(w, a, 30), 2))), 2);
});
export const join = (w: WordLowering, parts: Node[], bits: number): Node => parts.map((p, k) => shl(w, p, k * bits)).reduce((x, y) => or(w, x, y));

// Words

eachWord('i32x4.add', add);
eachWord('i32x4.sub', sub);
eachWord('i32x4.mul', mul);
eachWord1('i32x4.neg', (w, a) => sub(w, 0, a));
eachWord1('i32x4.abs', (w, a) => {
  const sign = shrS(w, a, 31);
  return sub(w, xor(w, a, sign), sign);
});
for (const [name, op] of [['i32x4.shl', shl], ['i32x4.shr_s', shrS], ['i32x4.shr_u', shrU]] as [OpName, typeof shl][]) {
  lowerOps([name], (w, n) => {
    const k = and(w, w.lo(n.args[1]), 31);
    w.setV(n, w.v(n.args[0]).map((a) => op(w, a, k)));
  });
}
for (const op of ['eq', 'ne', 'lt_s', 'lt_u', 'gt_s', 'gt_u', 'le_s', 'le_u', 'ge_s', 'ge_u']) {
  const id = opId(`i32.${op}` as OpName);
  lowerOps([`i32x4.${op}` as OpName], (w, n) => {
    const a = w.v(n.args[0]), b = w.v(n.args[1]);
    const conditions = a.map((x, k) => w.i32(id, x, b[k]));
    w.setMask(n, conditions.map((c) => spread(w, c)), 32, conditions);
  });
}
for (const [name, op] of [['i32x4.min_s', 'i32.lt_s'], ['i32x4.min_u', 'i32.lt_u'], ['i32x4.max_s', 'i32.gt_s'], ['i32x4.max_u', 'i32.gt_u']] as [OpName, OpName][]) {
  const id = opId(op);
  eachWord(name, (w, a, b) => blend(w, a, b, spread(w, w.i32(id, a, b))));
}
lowerOps(['i32x4.all_true'], (w, n) => {
  n.forward = (maskBits(w, n, 32) ?? w.v(n.args[0]).map((a) => ne(w, a, 0))).reduce((x, y) => and(w, x, y));
});
lowerOps(['i32x4.bitmask'], (w, n) => {
  n.forward = join(w, maskBits(w, n, 32) ?? w.v(n.args[0]).map((a) => shrU(w, a, 31)), 1);
});
