// i64 instructions on pairs of int32 words (pairs.ts). Low and high word are separate nodes, so that a high word
// nobody needs disappears together with what only it needed.
import { opId, type OpName } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import { f64FromBits } from '../ir/float-bits.js';
import { ACCESS_FLAGS, Flag, type Node } from '../ir/node.js';
import { select } from './bits.js';
import { addPairs, difference, funnel, isSigned, mulPairs, shlPair, shrSPair, shrUPair, signOf, subPairs, type Pair } from './pairs.js';
import { lowerOps, type WordLowering } from './words.js';

const CONST = opId('i32.const'), AND = opId('i32.and'), OR = opId('i32.or'), XOR = opId('i32.xor');
const EQ = opId('i32.eq'), NE = opId('i32.ne'), EQZ = opId('i32.eqz'), SELECT = opId('select');
const LOAD = opId('i32.load'), STORE = opId('i32.store'), F64_CONST = opId('f64.const'), F64_STORE = opId('f64.store'), GLOBAL_GET = opId('global.get');

const isConst = (n: Node): boolean => n.op === CONST;
const isZero = (n: Node): boolean => n.op === CONST && n.imm === 0;

// Constants and conversions

lowerOps(['i64.const'], (w, n) => {
  const hi = n.imm2 | 0;
  w.become(n, CONST, []);
  n.imm2 = 0;
  n.imm |= 0;
  w.setHi(n, hi === 0 ? w.zero() : w.const(hi));
});
lowerOps(['i32.wrap_i64'], (w, n) => { n.forward = w.lo(n.args[0]); });
lowerOps(['i64.extend_i32_u'], (w, n) => { n.forward = w.lo(n.args[0]); w.setHi(n, w.zero()); });
lowerOps(['i64.extend_i32_s', 'i64.extend32_s'], (w, n) => { const lo = n.forward = w.lo(n.args[0]); w.setHi(n, signOf(w, lo)); });
for (const [wide, narrow] of [['i64.extend8_s', 'i32.extend8_s'], ['i64.extend16_s', 'i32.extend16_s']] as [OpName, OpName][]) {
  const op = opId(narrow);
  lowerOps([wide], (w, n) => { w.become(n, op, [w.lo(n.args[0])]); w.setHi(n, signOf(w, n)); });
}
for (const [op, helper] of [
  ['i64.trunc_f32_s', 'i64TruncS'], ['i64.trunc_f64_s', 'i64TruncS'], ['i64.trunc_f32_u', 'i64TruncU'], ['i64.trunc_f64_u', 'i64TruncU'],
  ['i64.trunc_sat_f32_s', 'i64TruncSatS'], ['i64.trunc_sat_f64_s', 'i64TruncSatS'], ['i64.trunc_sat_f32_u', 'i64TruncSatU'], ['i64.trunc_sat_f64_u', 'i64TruncSatU'],
  ['i32.trunc_f32_s', 'i32TruncS'], ['i32.trunc_f64_s', 'i32TruncS'], ['i32.trunc_f32_u', 'i32TruncU'], ['i32.trunc_f64_u', 'i32TruncU'],
  ['i32.trunc_sat_f32_s', 'i32TruncSatS'], ['i32.trunc_sat_f64_s', 'i32TruncSatS'], ['i32.trunc_sat_f32_u', 'i32TruncSatU'], ['i32.trunc_sat_f64_u', 'i32TruncSatU'],
  ['f64.convert_i64_s', 'i64ToF64S'], ['f64.convert_i64_u', 'i64ToF64U'], ['f32.convert_i64_s', 'i64ToF32S'], ['f32.convert_i64_u', 'i64ToF32U'],
  ['i64.reinterpret_f64', 'f64Bits'], ['f64.reinterpret_i64', 'f64FromBits'],
] as [OpName, string][]) lowerOps([op], (w, n) => { w.becomeHelper(n, helper, w.words(n.args)); });

// Bitwise

for (const [wide, op] of [['i64.and', AND], ['i64.or', OR], ['i64.xor', XOR]] as [OpName, number][]) {
  lowerOps([wide], (w, n) => {
    const [a, b] = n.args, ah = w.hi(a), bh = w.hi(b);
    w.become(n, op, [w.lo(a), w.lo(b)]);
    w.setHi(n, bitwise(w, op, ah, bh));
  });
}
function bitwise(w: WordLowering, op: number, a: Node, b: Node): Node {
  if (isZero(b)) return op === AND ? b : a;
  if (isZero(a)) return op === AND ? a : b;
  if (op === AND && isConst(b) && b.imm === -1) return a;
  return w.i32(op, a, b);
}

// Addition and multiplication

for (const [name, operation] of [['i64.add', addPairs], ['i64.sub', subPairs], ['i64.mul', mulPairs]] as [OpName, typeof addPairs][]) {
  lowerOps([name], (w, n) => { w.replace(n, operation(w, w.pair(n.args[0]), w.pair(n.args[1]))); });
}

// Shifts and rotations: by a constant they are moves, otherwise a helper does them

function shift(name: OpName, helper: string, byConstant: (w: WordLowering, a: Pair, k: number) => Pair): void {
  lowerOps([name], (w, n) => {
    const [a, b] = n.args, k = w.lo(b);
    if (isConst(k)) w.replace(n, byConstant(w, w.pair(a), k.imm & 63));
    else w.becomeHelper(n, helper, [w.lo(a), w.hi(a), k]);
  });
}
shift('i64.shl', 'i64Shl', shlPair);
shift('i64.shr_u', 'i64ShrU', shrUPair);
shift('i64.shr_s', 'i64ShrS', shrSPair);
const rotateLeft = (w: WordLowering, [l, h]: Pair, k: number): Pair => {
  if (k >= 32) { const t = l; l = h; h = t; k -= 32; }
  return k === 0 ? [l, h] : [funnel(w, l, h, k), funnel(w, h, l, k)];
};
shift('i64.rotl', 'i64Rotl', rotateLeft);
shift('i64.rotr', 'i64Rotr', (w, a, k) => rotateLeft(w, a, (64 - k) & 63));

// Counting bits: the result fits one word

for (const [op, helper] of [['i64.clz', 'i64Clz'], ['i64.ctz', 'i64Ctz'], ['i64.popcnt', 'i64Popcnt']] as [OpName, string][]) {
  lowerOps([op], (w, n) => {
    n.kind = Kind.I32;
    w.becomeHelper(n, helper, w.words(n.args));
    w.setHi(n, w.zero());
  });
}

// Comparisons

lowerOps(['i64.eqz'], (w, n) => {
  const a = n.args[0];
  w.become(n, EQZ, [isSigned(w.pair(a)) ? w.lo(a) : bitwise(w, OR, w.lo(a), w.hi(a))]);
});
/** Do the low words alone tell the values apart, and which is greater? */
const areSigned = (w: WordLowering, a: Node, b: Node): boolean => isSigned(w.pair(a)) && isSigned(w.pair(b));
const areSingle = (w: WordLowering, a: Node, b: Node): boolean => (isZero(w.hi(a)) && isZero(w.hi(b))) || areSigned(w, a, b);
lowerOps(['i64.eq'], (w, n) => {
  const [a, b] = n.args;
  if (areSingle(w, a, b)) { w.become(n, EQ, [w.lo(a), w.lo(b)]); return; }
  w.become(n, EQZ, [difference(w, w.pair(a), w.pair(b))]);
});
lowerOps(['i64.ne'], (w, n) => {
  const [a, b] = n.args;
  if (areSingle(w, a, b)) { w.become(n, NE, [w.lo(a), w.lo(b)]); return; }
  w.become(n, NE, [difference(w, w.pair(a), w.pair(b)), w.zero()]);
});
/** a < b: by the high words, and by the low ones (unsigned) where those are equal. `strict` compares the high words, `low` the low ones. */
function compare(name: OpName, strict: OpName, low: OpName): void {
  const strictOp = opId(strict), lowOp = opId(low), narrow = opId(name.replace('i64', 'i32') as OpName);
  lowerOps([name], (w, n) => {
    const [a, b] = n.args, ah = w.hi(a), bh = w.hi(b);
    if (areSigned(w, a, b)) { w.become(n, narrow, [w.lo(a), w.lo(b)]); return; }
    if (isZero(ah) && isZero(bh)) { w.become(n, lowOp, [w.lo(a), w.lo(b)]); return; }
    const above = w.i32(strictOp, ah, bh);
    const tie = w.i32(AND, w.i32(EQ, ah, bh), w.i32(lowOp, w.lo(a), w.lo(b)));
    w.become(n, OR, [above, tie]);
  });
}
compare('i64.lt_s', 'i32.lt_s', 'i32.lt_u');
compare('i64.lt_u', 'i32.lt_u', 'i32.lt_u');
compare('i64.gt_s', 'i32.gt_s', 'i32.gt_u');
compare('i64.gt_u', 'i32.gt_u', 'i32.gt_u');
compare('i64.le_s', 'i32.lt_s', 'i32.le_u');
compare('i64.le_u', 'i32.lt_u', 'i32.le_u');
compare('i64.ge_s', 'i32.gt_s', 'i32.ge_u');
compare('i64.ge_u', 'i32.gt_u', 'i32.ge_u');

// Selection, globals, memory

lowerOps(['select'], (w, n) => {
  const wide = n.kind === Kind.I64, [a, b, c] = n.args, condition = w.lo(c);
  if (n.kind === Kind.V128) {
    const shape = w.shapeOf(n), x = w.vector(a, shape), y = w.vector(b, shape);
    w.setVector(n, shape, x.map((word, k) => select(w, word, y[k], condition)));
    return;
  }
  if (!wide) { n.args = [w.lo(a), w.lo(b), condition]; w.keep(n); return; }
  const ah = w.hi(a), bh = w.hi(b);
  w.become(n, SELECT, [w.lo(a), w.lo(b), condition]);
  w.setHi(n, ah === bh ? ah : w.emit(SELECT, Kind.I32, [ah, bh, condition]));
});
lowerOps(['global.get'], (w, n) => {
  w.keep(n);
  if (n.kind !== Kind.I64 && n.kind !== Kind.V128) return;
  const count = n.kind === Kind.I64 ? 2 : 4;
  n.kind = Kind.I32;
  const words = [n];
  for (let k = 1; k < count; k++) {
    words.push(w.emit(GLOBAL_GET, Kind.I32, []));
    words[k].imm = n.imm;
    words[k].imm2 = k;
  }
  if (count === 2) w.setHi(n, words[1]); else w.setV(n, words);
});
lowerOps(['global.set'], (w, n) => {
  const words = w.words(n.args);
  n.args = [words[0]];
  w.keep(n);
  for (let k = 1; k < words.length; k++) {
    const more = w.emit(n.op, Kind.None, [words[k]]);
    more.imm = n.imm;
    more.imm2 = k;
  }
});

/** Both words are read before anything can be seen, so their order is free. */
lowerOps(['i64.load'], (w, n) => {
  const address = w.lo(n.args[0]);
  w.become(n, LOAD, [address]);
  n.flags |= Flag.mayTear;
  const hi = w.emit(LOAD, Kind.I32, [address]);
  hi.imm = n.imm + 4;
  hi.imm2 = n.imm2;
  hi.flags = n.flags & ACCESS_FLAGS;
  w.setHi(n, hi);
});
for (const [wide, narrow] of [['i64.load8_u', 'i32.load8_u'], ['i64.load16_u', 'i32.load16_u'], ['i64.load32_u', 'i32.load'], ['i64.load8_s', 'i32.load8_s'], ['i64.load16_s', 'i32.load16_s'], ['i64.load32_s', 'i32.load']] as [OpName, OpName][]) {
  const op = opId(narrow), signed = wide.endsWith('_s');
  lowerOps([wide], (w, n) => {
    w.become(n, op, [w.lo(n.args[0])]);
    w.setHi(n, signed ? signOf(w, n) : w.zero());
  });
}
/**
 * Constants in one piece, as the float of the same bits, unless that is a NaN: the addresses that Go's calls return to, and zeros. Others the
 * high word first: if it does not fit, nothing has been written.
 */
lowerOps(['i64.store'], (w, n) => {
  const address = w.lo(n.args[0]), value = n.args[1], low = w.lo(value), high = w.hi(value);
  if (isConst(low) && isConst(high) && !Number.isNaN(f64FromBits(low.imm, high.imm))) {
    const float = w.emit(F64_CONST, Kind.F64, []);
    float.imm = low.imm;
    float.imm2 = high.imm;
    n.op = F64_STORE;
    n.args = [address, float];
    w.keep(n);
    return;
  }
  n.flags |= Flag.mayTear;
  const hi = w.emit(STORE, Kind.None, [address, high]);
  hi.imm = n.imm + 4;
  hi.imm2 = n.imm2;
  hi.flags = n.flags & ACCESS_FLAGS;
  n.op = STORE;
  n.args = [address, low];
  w.keep(n);
});
for (const [wide, narrow] of [['i64.store8', 'i32.store8'], ['i64.store16', 'i32.store16'], ['i64.store32', 'i32.store']] as [OpName, OpName][]) {
  const op = opId(narrow);
  lowerOps([wide], (w, n) => { n.op = op; n.args = [w.lo(n.args[0]), w.lo(n.args[1])]; w.keep(n); });
}
