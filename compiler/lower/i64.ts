// i64 arithmetic on pairs of int32 words. Each operation writes low and high word as separate nodes, so that a
// high word nobody needs disappears together with what only it needed. The forms are the ones that
// measure fastest: carries by unsigned comparison, products through a double that is exact after rounding.
import { opId, type OpName } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import type { Node } from '../ir/node.js';
import { irOp } from '../ir/ops.js';
import { lowerOps, type WordLowering } from './words.js';

const CONST = opId('i32.const'), ADD = opId('i32.add'), SUB = opId('i32.sub'), MUL = opId('i32.mul'), AND = opId('i32.and'), OR = opId('i32.or'), XOR = opId('i32.xor');
const SHL = opId('i32.shl'), SHR_S = opId('i32.shr_s'), SHR_U = opId('i32.shr_u'), EQ = opId('i32.eq'), NE = opId('i32.ne'), EQZ = opId('i32.eqz');
const LT_U = opId('i32.lt_u'), SELECT = opId('select'), MULHI = irOp('i32.mulhi_u');
const LOAD = opId('i32.load'), STORE = opId('i32.store'), GLOBAL_GET = opId('global.get');

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
const signOf = (w: WordLowering, lo: Node): Node => (isConst(lo) ? w.const(lo.imm >> 31) : w.i32(SHR_S, lo, w.const(31)));
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
  ['i64.div_s', 'i64DivS'], ['i64.div_u', 'i64DivU'], ['i64.rem_s', 'i64RemS'], ['i64.rem_u', 'i64RemU'],
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

lowerOps(['i64.add'], (w, n) => {
  const [a, b] = n.args, al = w.lo(a), bl = w.lo(b), ah = w.hi(a), bh = w.hi(b);
  w.become(n, ADD, [al, bl]);
  const carry = w.i32(LT_U, n, bl);
  w.setHi(n, plus(w, plus(w, ah, bh), carry));
});
const plus = (w: WordLowering, a: Node, b: Node): Node => (isZero(b) ? a : isZero(a) ? b : w.i32(ADD, a, b));
lowerOps(['i64.sub'], (w, n) => {
  const [a, b] = n.args, al = w.lo(a), bl = w.lo(b), ah = w.hi(a), bh = w.hi(b);
  w.become(n, SUB, [al, bl]);
  const borrow = w.i32(LT_U, al, bl);
  w.setHi(n, w.i32(SUB, isZero(bh) ? ah : w.i32(SUB, ah, bh), borrow));
});
lowerOps(['i64.mul'], (w, n) => {
  const [a, b] = n.args, al = w.lo(a), bl = w.lo(b), ah = w.hi(a), bh = w.hi(b);
  w.become(n, MUL, [al, bl]);
  let hi = w.emit(MULHI, Kind.I32, [al, bl, n]);
  if (!isZero(bh)) hi = w.i32(ADD, hi, w.i32(MUL, al, bh));
  if (!isZero(ah)) hi = w.i32(ADD, hi, w.i32(MUL, ah, bl));
  w.setHi(n, hi);
});

// Shifts and rotations: by a constant they are moves, otherwise a helper does them

function shift(name: OpName, helper: string, byConstant: (w: WordLowering, n: Node, l: Node, h: Node, k: number) => void): void {
  lowerOps([name], (w, n) => {
    const [a, b] = n.args, k = w.lo(b), l = w.lo(a), h = w.hi(a);
    if (!isConst(k)) { w.becomeHelper(n, helper, [l, h, k]); return; }
    if ((k.imm & 63) === 0) { n.forward = l; w.setHi(n, h); return; }
    byConstant(w, n, l, h, k.imm & 63);
  });
}
/** The word `high << k | low >>> 32 - k`, 0 < k < 32. */
function funnel(w: WordLowering, high: Node, low: Node, k: number): Node {
  if (isZero(high)) return isZero(low) ? low : w.i32(SHR_U, low, w.const(32 - k));
  const up = w.i32(SHL, high, w.const(k));
  return isZero(low) ? up : w.i32(OR, up, w.i32(SHR_U, low, w.const(32 - k)));
}
const shiftWord = (w: WordLowering, op: number, a: Node, k: number): Node => (k === 0 || isZero(a) ? a : w.i32(op, a, w.const(k)));

shift('i64.shl', 'i64Shl', (w, n, l, h, k) => {
  const hi = k < 32 ? funnel(w, h, l, k) : shiftWord(w, SHL, l, k - 32);
  n.forward = k < 32 ? w.i32(SHL, l, w.const(k)) : w.zero();
  w.setHi(n, hi);
});
shift('i64.shr_u', 'i64ShrU', (w, n, l, h, k) => {
  n.forward = k < 32 ? funnel(w, h, l, 32 - k) : shiftWord(w, SHR_U, h, k - 32);
  w.setHi(n, k < 32 ? shiftWord(w, SHR_U, h, k) : w.zero());
});
shift('i64.shr_s', 'i64ShrS', (w, n, l, h, k) => {
  n.forward = k < 32 ? funnel(w, h, l, 32 - k) : shiftWord(w, SHR_S, h, k - 32);
  w.setHi(n, k < 32 ? shiftWord(w, SHR_S, h, k) : shiftWord(w, SHR_S, h, 31));
});
const rotateLeft = (w: WordLowering, n: Node, l: Node, h: Node, k: number): void => {
  if (k >= 32) { const t = l; l = h; h = t; k -= 32; }
  n.forward = k === 0 ? l : funnel(w, l, h, k);
  w.setHi(n, k === 0 ? h : funnel(w, h, l, k));
};
shift('i64.rotl', 'i64Rotl', rotateLeft);
shift('i64.rotr', 'i64Rotr', (w, n, l, h, k) => rotateLeft(w, n, l, h, 64 - k));

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
  w.become(n, EQZ, [bitwise(w, OR, w.lo(a), w.hi(a))]);
});
/** A word that is zero exactly if both pairs are equal. */
function difference(w: WordLowering, a: Node, b: Node): Node {
  return bitwise(w, OR, bitwise(w, XOR, w.lo(a), w.lo(b)), bitwise(w, XOR, w.hi(a), w.hi(b)));
}
lowerOps(['i64.eq'], (w, n) => {
  const [a, b] = n.args;
  if (isZero(w.hi(a)) && isZero(w.hi(b))) { w.become(n, EQ, [w.lo(a), w.lo(b)]); return; }
  w.become(n, EQZ, [difference(w, a, b)]);
});
lowerOps(['i64.ne'], (w, n) => {
  const [a, b] = n.args;
  if (isZero(w.hi(a)) && isZero(w.hi(b))) { w.become(n, NE, [w.lo(a), w.lo(b)]); return; }
  w.become(n, NE, [difference(w, a, b), w.zero()]);
});
/** a < b: by the high words, and by the low ones (unsigned) where those are equal. `strict` compares the high words, `low` the low ones. */
function compare(name: OpName, strict: OpName, low: OpName): void {
  const strictOp = opId(strict), lowOp = opId(low);
  lowerOps([name], (w, n) => {
    const [a, b] = n.args, ah = w.hi(a), bh = w.hi(b);
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
  if (!wide) { n.args = [w.lo(a), w.lo(b), condition]; w.keep(n); return; }
  const ah = w.hi(a), bh = w.hi(b);
  w.become(n, SELECT, [w.lo(a), w.lo(b), condition]);
  w.setHi(n, ah === bh ? ah : w.emit(SELECT, Kind.I32, [ah, bh, condition]));
});
lowerOps(['global.get'], (w, n) => {
  w.keep(n);
  if (n.kind !== Kind.I64) return;
  n.kind = Kind.I32;
  const hi = w.emit(GLOBAL_GET, Kind.I32, []);
  hi.imm = n.imm;
  hi.imm2 = 1;
  w.setHi(n, hi);
});
lowerOps(['global.set'], (w, n) => {
  const words = w.words(n.args);
  n.args = [words[0]];
  w.keep(n);
  if (words.length === 1) return;
  const hi = w.emit(n.op, Kind.None, [words[1]]);
  hi.imm = n.imm;
  hi.imm2 = 1;
});

/** Both words are read before anything can be seen, so their order is free. */
lowerOps(['i64.load'], (w, n) => {
  const address = w.lo(n.args[0]);
  w.become(n, LOAD, [address]);
  const hi = w.emit(LOAD, Kind.I32, [address]);
  hi.imm = n.imm + 4;
  hi.imm2 = n.imm2;
  w.setHi(n, hi);
});
for (const [wide, narrow] of [['i64.load8_u', 'i32.load8_u'], ['i64.load16_u', 'i32.load16_u'], ['i64.load32_u', 'i32.load'], ['i64.load8_s', 'i32.load8_s'], ['i64.load16_s', 'i32.load16_s'], ['i64.load32_s', 'i32.load']] as [OpName, OpName][]) {
  const op = opId(narrow), signed = wide.endsWith('_s');
  lowerOps([wide], (w, n) => {
    w.become(n, op, [w.lo(n.args[0])]);
    w.setHi(n, signed ? signOf(w, n) : w.zero());
  });
}
/** The high word first: if it does not fit, nothing has been written. */
lowerOps(['i64.store'], (w, n) => {
  const address = w.lo(n.args[0]), value = n.args[1];
  const hi = w.emit(STORE, Kind.None, [address, w.hi(value)]);
  hi.imm = n.imm + 4;
  hi.imm2 = n.imm2;
  n.op = STORE;
  n.args = [address, w.lo(value)];
  w.keep(n);
});
for (const [wide, narrow] of [['i64.store8', 'i32.store8'], ['i64.store16', 'i32.store16'], ['i64.store32', 'i32.store']] as [OpName, OpName][]) {
  const op = opId(narrow);
  lowerOps([wide], (w, n) => { n.op = op; n.args = [w.lo(n.args[0]), w.lo(n.args[1])]; w.keep(n); });
}
