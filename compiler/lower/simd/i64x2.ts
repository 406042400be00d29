// i64x2: two pairs of words, with the operations i64 instructions use.
import type { OpName } from '../../spec/opcodes.js';
import { Kind } from '../../spec/types.js';
import type { Node } from '../../ir/node.js';
import { irOp } from '../../ir/ops.js';
import { and, eqz, isConst, ne, or, shl, shrU, spread, xor } from '../bits.js';
import { addPairs, difference, lessPairs, mulPairs, shlPair, shrSPair, shrUPair, signOf, subPairs, type Pair } from '../pairs.js';
import { lowerOps, type WordLowering } from '../words.js';

const HELPER = irOp('helper'), RET = irOp('ret.i32');

function pairsOf(w: WordLowering, n: Node): [Pair, Pair] {
  const v = w.v(n);
  return [[v[0], v[1]], [v[2], v[3]]];
}
function eachPair(name: OpName, operation: (w: WordLowering, a: Pair, b: Pair) => Pair): void {
  lowerOps([name], (w, n) => {
    const a = pairsOf(w, n.args[0]), b = n.args.length > 1 ? pairsOf(w, n.args[1]) : a;
    w.setV(n, [...operation(w, a[0], b[0]), ...operation(w, a[1], b[1])]);
  });
}
eachPair('i64x2.add', addPairs);
eachPair('i64x2.sub', subPairs);
eachPair('i64x2.mul', mulPairs);
eachPair('i64x2.neg', (w, a) => subPairs(w, [w.zero(), w.zero()], a));
eachPair('i64x2.abs', (w, [lo, hi]) => {
  const sign = signOf(w, hi);
  return subPairs(w, [xor(w, lo, sign), xor(w, hi, sign)], [sign, sign]);
});

for (const [name, helper, byConstant] of [['i64x2.shl', 'i64Shl', shlPair], ['i64x2.shr_s', 'i64ShrS', shrSPair], ['i64x2.shr_u', 'i64ShrU', shrUPair]] as [OpName, string, typeof shlPair][]) {
  lowerOps([name], (w, n) => {
    const k = w.lo(n.args[1]);
    w.setV(n, pairsOf(w, n.args[0]).flatMap((a) => {
      if (isConst(k)) return [...byConstant(w, a, k.imm & 63)];
      const lo = w.emit(HELPER, Kind.I32, [...a, k]);
      lo.aux = helper;
      return [lo, w.emit(RET, Kind.I32, [])];
    }));
  });
}

/** `condition` of each pair of lanes, as a mask. */
function compare(name: OpName, condition: (w: WordLowering, a: Pair, b: Pair) => Node): void {
  lowerOps([name], (w, n) => {
    const a = pairsOf(w, n.args[0]), b = pairsOf(w, n.args[1]);
    const conditions = [condition(w, a[0], b[0]), condition(w, a[1], b[1])];
    w.setMask(n, conditions.flatMap((c) => { const x = spread(w, c); return [x, x]; }), 64, conditions);
  });
}
compare('i64x2.eq', (w, a, b) => eqz(w, difference(w, a, b)));
compare('i64x2.ne', (w, a, b) => ne(w, difference(w, a, b), 0));
compare('i64x2.lt_s', (w, a, b) => lessPairs(w, a, b, true));
compare('i64x2.gt_s', (w, a, b) => lessPairs(w, b, a, true));
compare('i64x2.le_s', (w, a, b) => xor(w, lessPairs(w, b, a, true), 1));
compare('i64x2.ge_s', (w, a, b) => xor(w, lessPairs(w, a, b, true), 1));

lowerOps(['i64x2.all_true'], (w, n) => {
  const [a, b] = pairsOf(w, n.args[0]).map(([lo, hi]) => ne(w, or(w, lo, hi), 0));
  n.forward = and(w, a, b);
});
lowerOps(['i64x2.bitmask'], (w, n) => {
  const [a, b] = pairsOf(w, n.args[0]).map(([, hi]) => shrU(w, hi, 31));
  n.forward = or(w, a, shl(w, b, 1));
});
