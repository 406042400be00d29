// Shorts one by one: the lowering of operations whose operands or result are held as eight shorts (shape.ts). Each
// is a step in front of the lowering to words, which does the rest. Lanes are normalised, by sign or by zeros, only
// where the upper half counts; `optimize` leaves that out again where it knows the value fits.
import { opId } from '../../spec/opcodes.js';
import { Kind } from '../../spec/types.js';
import { irOp } from '../../ir/ops.js';
import { add, and, blend, eq, isConst, mul, not, or, shl, shrS, shrU, spread, sub, xor } from '../bits.js';
import { lowerings, lowerOps } from '../words.js';
import { movedSize } from './shape-rows.js';
import { Shape } from './shape.js';
import { byteOf } from './widening.js';
import { withWords } from './lanes.js';
const EXTEND16 = opId('i32.extend16_s'), LT = opId('i32.lt_s'), GT = opId('i32.gt_s'), LOAD = opId('i32.load'), LOAD16 = opId('i32.load16_u');
const HELPER = irOp('helper');
const { i32x4, i16x8 } = Shape;
const signed = (w, x) => (isConst(x) ? w.const((x.imm << 16) >> 16) : w.emit(EXTEND16, Kind.I32, [x]));
const unsigned = (w, x) => and(w, x, 0xffff);
const bySign = { s: signed, u: unsigned };
const SIGNS = ['s', 'u'];
const negativePart = (w, x) => and(w, x, shrS(w, x, 31));
const lesser = (w, x, y) => add(w, negativePart(w, sub(w, x, y)), y);
const greater = (w, x, y) => (isConst(y) && y.imm === 0 ? and(w, x, not(w, shrS(w, x, 31))) : sub(w, y, negativePart(w, sub(w, y, x))));
/** Of values that are short enough for differences; limits which a value keeps anyway are seen from its range. */
const saturated = (w, x, least, most) => lesser(w, greater(w, x, w.const(least)), w.const(most));
/** Of any int32. */
function saturatedWord(w, x, least, most) {
    const a = w.const(least), b = w.const(most), y = blend(w, a, x, spread(w, w.i32(LT, x, a)));
    return blend(w, b, y, spread(w, w.i32(GT, y, b)));
}
/** Gives an operation a way to compute shorts, where its result is held as such. */
function onShorts(name, operation) {
    const onWords = lowerings[opId(name)];
    lowerOps([name], (w, n) => { if (w.shapeOf(n) === i16x8)
        w.setVector(n, i16x8, operation(w, n));
    else
        onWords(w, n); });
}
const lanes = (w, n) => w.vector(n, i16x8);
function eachShort1(name, operation) {
    onShorts(name, (w, n) => lanes(w, n.args[0]).map((a) => operation(w, a)));
}
function eachShort(name, operation) {
    onShorts(name, (w, n) => { const b = lanes(w, n.args[1]); return lanes(w, n.args[0]).map((a, k) => operation(w, a, b[k])); });
}
// Arithmetic
eachShort('i16x8.add', add);
eachShort('i16x8.sub', sub);
eachShort('i16x8.mul', mul);
eachShort1('i16x8.neg', (w, a) => sub(w, 0, a));
eachShort1('i16x8.abs', (w, a) => { const x = signed(w, a), sign = shrS(w, x, 31); return sub(w, xor(w, x, sign), sign); });
eachShort('i16x8.avgr_u', (w, a, b) => shrU(w, add(w, add(w, unsigned(w, a), unsigned(w, b)), 1), 1));
for (const s of SIGNS) {
    const value = bySign[s], least = s === 's' ? -32768 : 0, most = s === 's' ? 32767 : 65535;
    eachShort(`i16x8.min_${s}`, (w, a, b) => lesser(w, value(w, a), value(w, b)));
    eachShort(`i16x8.max_${s}`, (w, a, b) => greater(w, value(w, a), value(w, b)));
    eachShort(`i16x8.add_sat_${s}`, (w, a, b) => saturated(w, add(w, value(w, a), value(w, b)), least, most));
    eachShort(`i16x8.sub_sat_${s}`, (w, a, b) => saturated(w, sub(w, value(w, a), value(w, b)), least, most));
}
for (const name of ['i16x8.q15mulr_sat_s', 'i16x8.relaxed_q15mulr_s']) {
    eachShort(name, (w, a, b) => {
        const product = shrS(w, add(w, mul(w, signed(w, a), signed(w, b)), 0x4000), 15);
        // Only -1 times -1 is too large, by one.
        return sub(w, product, eq(w, product, 0x8000));
    });
}
for (const [name, operation] of [
    ['i16x8.shl', shl],
    ['i16x8.shr_s', (w, a, k) => shrS(w, signed(w, a), k)],
    ['i16x8.shr_u', (w, a, k) => shrU(w, unsigned(w, a), k)],
]) {
    onShorts(name, (w, n) => { const k = and(w, w.lo(n.args[1]), 15); return lanes(w, n.args[0]).map((a) => operation(w, a, k)); });
}
// Bits and moves
eachShort('v128.and', and);
eachShort('v128.or', or);
eachShort('v128.xor', xor);
eachShort('v128.andnot', (w, a, b) => and(w, a, not(w, b)));
eachShort1('v128.not', not);
onShorts('v128.bitselect', (w, n) => {
    const [a, b, mask] = n.args.map((x) => lanes(w, x));
    return a.map((x, k) => blend(w, x, b[k], mask[k]));
});
onShorts('i8x16.shuffle', (w, n) => {
    const from = n.aux;
    if (movedSize(from) === 1) {
        // Single bytes only below zeros (`widensBytes`).
        const words = [...w.v(n.args[0]), ...w.v(n.args[1])];
        return Array.from({ length: 8 }, (_, k) => byteOf(w, words[from[2 * k] >> 2], from[2 * k] & 3, false));
    }
    const both = [...lanes(w, n.args[0]), ...lanes(w, n.args[1])];
    return Array.from({ length: 8 }, (_, k) => both[from[2 * k] >> 1]);
});
onShorts('i16x8.splat', (w, n) => { const x = w.lo(n.args[0]); return [x, x, x, x, x, x, x, x]; });
onShorts('i16x8.replace_lane', (w, n) => withWords(lanes(w, n.args[0]), n.imm, [w.lo(n.args[1])]));
for (const s of SIGNS) {
    const name = `i16x8.extract_lane_${s}`, onWords = lowerings[opId(name)];
    lowerOps([name], (w, n) => {
        if (w.shapeOf(n.args[0]) === i16x8)
            n.forward = bySign[s](w, lanes(w, n.args[0])[n.imm]);
        else
            onWords(w, n);
    });
}
// From memory
function loaded(w, n, op, offset) {
    const x = w.emit(op, Kind.I32, [w.lo(n.args[0])]);
    x.imm = n.imm + offset;
    x.imm2 = n.imm2;
    return x;
}
onShorts('v128.load16_splat', (w, n) => { const x = loaded(w, n, LOAD16, 0); return [x, x, x, x, x, x, x, x]; });
const fourBytes = (w, x, isSigned) => [0, 1, 2, 3].map((k) => byteOf(w, x, k, isSigned));
for (const s of SIGNS) {
    onShorts(`v128.load8x8_${s}`, (w, n) => { const words = [loaded(w, n, LOAD, 0), loaded(w, n, LOAD, 4)]; return words.flatMap((x) => fourBytes(w, x, s === 's')); });
}
// From and to other lane sizes
for (const s of SIGNS) {
    const isSigned = s === 's', value = bySign[s];
    for (const [half, first] of [['low', 0], ['high', 2]]) {
        const bytes = (w, n) => w.v(n).slice(first, first + 2).flatMap((x) => fourBytes(w, x, isSigned));
        onShorts(`i16x8.extend_${half}_i8x16_${s}`, (w, n) => bytes(w, n.args[0]));
        onShorts(`i16x8.extmul_${half}_i8x16_${s}`, (w, n) => { const b = bytes(w, n.args[1]); return bytes(w, n.args[0]).map((a, k) => mul(w, a, b[k])); });
        const shorts = (w, n) => lanes(w, n).slice(first * 2, first * 2 + 4).map((x) => value(w, x));
        fromShorts(`i32x4.extend_${half}_i16x8_${s}`, (w, n) => shorts(w, n.args[0]));
        fromShorts(`i32x4.extmul_${half}_i16x8_${s}`, (w, n) => { const b = shorts(w, n.args[1]); return shorts(w, n.args[0]).map((a, k) => mul(w, a, b[k])); });
    }
    onShorts(`i16x8.extadd_pairwise_i8x16_${s}`, (w, n) => w.v(n.args[0]).flatMap((x) => {
        const [a, b, c, d] = fourBytes(w, x, isSigned);
        return [add(w, a, b), add(w, c, d)];
    }));
    onShorts(`i16x8.narrow_i32x4_${s}`, (w, n) => [...w.v(n.args[0]), ...w.v(n.args[1])].map((x) => (isSigned ? saturatedWord(w, x, -32768, 32767) : saturatedWord(w, x, 0, 65535))));
    fromShorts(`i32x4.extadd_pairwise_i16x8_${s}`, (w, n) => { const x = lanes(w, n.args[0]).map((a) => value(w, a)); return [0, 2, 4, 6].map((k) => add(w, x[k], x[k + 1])); });
    fromShorts(`i8x16.narrow_i16x8_${s}`, (w, n) => {
        // The lanes are signed in either case.
        const x = n.args.flatMap((a) => lanes(w, a)).map((a) => signed(w, a));
        return [0, 4, 8, 12].map((k) => {
            const word = w.emit(HELPER, Kind.I32, x.slice(k, k + 4));
            word.aux = isSigned ? 'narrowShortsS' : 'narrowShortsU';
            return word;
        });
    });
}
fromShorts('i32x4.dot_i16x8_s', (w, n) => {
    const [x, y] = n.args.map((a) => lanes(w, a).map((lane) => signed(w, lane)));
    return [0, 2, 4, 6].map((k) => add(w, mul(w, x[k], y[k]), mul(w, x[k + 1], y[k + 1])));
});
/** Gives an operation to words a way to take shorts, where one of the operands is held as such. */
function fromShorts(name, operation) {
    const onWords = lowerings[opId(name)];
    lowerOps([name], (w, n) => { if (n.args.some((a) => w.shapeOf(a) === i16x8))
        w.setVector(n, i32x4, operation(w, n));
    else
        onWords(w, n); });
}
