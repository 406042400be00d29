import { Kind } from '../../spec/types.js';
import { opId } from '../../spec/opcodes.js';
import { irOp } from '../../ir/ops.js';
import { and, isConst, mul, or, shl, shrS, shrU } from '../bits.js';
import { lowerOps } from '../words.js';
import { widensBytes } from './shape-rows.js';
import { Shape, WORD_COUNTS } from './shape.js';
import { f32OfInt, f64OfInts, intOfF32, intsOfF64 } from './vectors.js';
const F32_CONST = opId('f32.const'), F64_CONST = opId('f64.const'), V128_CONST = opId('v128.const'), HELPER = irOp('helper');
// Constants and splats
/** The constant words of a v128 in a shape. */
function constantWords(w, bytes, shape) {
    const view = bytes === null ? null : new DataView(bytes.buffer, bytes.byteOffset, 16);
    const words = [0, 4, 8, 12].map((k) => (view === null ? 0 : view.getInt32(k, true)));
    if (shape === Shape.i16x8)
        return words.flatMap((x) => [w.const((x << 16) >> 16), w.const(x >> 16)]);
    if (shape === Shape.i32x4)
        return words.map((x) => w.const(x));
    if (shape === Shape.f32x4) {
        return words.map((x) => {
            const c = w.emit(F32_CONST, Kind.F32, []);
            c.imm = x;
            return c;
        });
    }
    return [0, 2].map((k) => {
        const c = w.emit(F64_CONST, Kind.F64, []);
        c.imm = words[k];
        c.imm2 = words[k + 1];
        return c;
    });
}
lowerOps(['v128.const'], (w, n) => {
    const shape = w.shapeOf(n), bytes = n.aux;
    w.setVector(n, shape, constantWords(w, bytes, shape));
    w.setShortLimit(n, bytes === null ? 0 : bytes.reduce((most, b, k) => (k % 2 === 1 ? Math.max(most, (b << 8) | bytes[k - 1]) : most), 0));
});
const four = (x) => [x, x, x, x];
lowerOps(['i8x16.splat'], (w, n) => { w.setV(n, four(mul(w, and(w, w.lo(n.args[0]), 0xff), 0x01010101))); });
lowerOps(['i16x8.splat'], (w, n) => {
    const x = and(w, w.lo(n.args[0]), 0xffff);
    w.setV(n, four(mul(w, x, 0x00010001)));
    if (isConst(x))
        w.setShortLimit(n, x.imm);
});
lowerOps(['i32x4.splat'], (w, n) => { w.setV(n, four(w.lo(n.args[0]))); });
lowerOps(['i64x2.splat'], (w, n) => { const [lo, hi] = w.pair(n.args[0]); w.setV(n, [lo, hi, lo, hi]); });
lowerOps(['f32x4.splat'], (w, n) => {
    const x = w.lo(n.args[0]), shape = w.shapeOf(n);
    w.setVector(n, shape, four(shape === Shape.i32x4 ? intOfF32(w, x) : x));
});
lowerOps(['f64x2.splat'], (w, n) => {
    const x = w.lo(n.args[0]), shape = w.shapeOf(n);
    if (shape === Shape.f64x2) {
        w.setVector(n, shape, [x, x]);
        return;
    }
    const [lo, hi] = intsOfF64(w, x);
    w.setV(n, [lo, hi, lo, hi]);
});
// Single lanes
for (const [shape, bits] of [['i8x16', 8], ['i16x8', 16]]) {
    const perWord = 32 / bits, mask = bits === 8 ? 0xff : 0xffff;
    lowerOps([`${shape}.extract_lane_s`], (w, n) => {
        const at = (n.imm % perWord) * bits;
        n.forward = shrS(w, shl(w, w.v(n.args[0])[Math.floor(n.imm / perWord)], 32 - bits - at), 32 - bits);
    });
    lowerOps([`${shape}.extract_lane_u`], (w, n) => {
        n.forward = and(w, shrU(w, w.v(n.args[0])[Math.floor(n.imm / perWord)], (n.imm % perWord) * bits), mask);
    });
    lowerOps([`${shape}.replace_lane`], (w, n) => { w.setV(n, withPart(w, w.v(n.args[0]), n.imm, bits, w.lo(n.args[1]))); });
}
/** `words` with lane `lane` of `bits` bits replaced by the low bits of `x`. */
export function withPart(w, words, lane, bits, x) {
    const perWord = 32 / bits, mask = bits === 8 ? 0xff : 0xffff, at = (lane % perWord) * bits;
    const word = Math.floor(lane / perWord), part = at + bits === 32 ? shl(w, x, at) : shl(w, and(w, x, mask), at);
    return withWords(words, word, [or(w, and(w, words[word], ~(mask << at)), part)]);
}
export function withWords(words, at, values) {
    const copy = words.slice();
    for (let k = 0; k < values.length; k++)
        copy[at + k] = values[k];
    return copy;
}
lowerOps(['i32x4.extract_lane'], (w, n) => { n.forward = w.v(n.args[0])[n.imm]; });
lowerOps(['i64x2.extract_lane'], (w, n) => { const words = w.v(n.args[0]); w.replace(n, [words[2 * n.imm], words[2 * n.imm + 1]]); });
lowerOps(['f32x4.extract_lane'], (w, n) => {
    n.forward = w.shapeOf(n.args[0]) === Shape.f32x4 ? w.vector(n.args[0], Shape.f32x4)[n.imm] : f32OfInt(w, w.v(n.args[0])[n.imm]);
});
lowerOps(['f64x2.extract_lane'], (w, n) => {
    if (w.shapeOf(n.args[0]) === Shape.f64x2) {
        n.forward = w.vector(n.args[0], Shape.f64x2)[n.imm];
        return;
    }
    const words = w.v(n.args[0]);
    n.forward = f64OfInts(w, words[2 * n.imm], words[2 * n.imm + 1]);
});
lowerOps(['i32x4.replace_lane'], (w, n) => { w.setV(n, withWords(w.v(n.args[0]), n.imm, [w.lo(n.args[1])])); });
lowerOps(['i64x2.replace_lane'], (w, n) => { w.setV(n, withWords(w.v(n.args[0]), 2 * n.imm, w.pair(n.args[1]))); });
lowerOps(['f32x4.replace_lane'], (w, n) => {
    const shape = w.shapeOf(n), x = w.lo(n.args[1]);
    w.setVector(n, shape, withWords(w.vector(n.args[0], shape), n.imm, [shape === Shape.f32x4 ? x : intOfF32(w, x)]));
});
lowerOps(['f64x2.replace_lane'], (w, n) => {
    const shape = w.shapeOf(n), x = w.lo(n.args[1]), words = w.vector(n.args[0], shape);
    if (shape === Shape.f64x2)
        w.setVector(n, shape, withWords(words, n.imm, [x]));
    else
        w.setV(n, withWords(words, 2 * n.imm, intsOfF64(w, x)));
});
// Shuffles
/** The word whose byte `k` is byte `lanes[from + k]` of `words`; numbers beyond them give 0. */
function gather(w, words, lanes) {
    // Bytes that come from the same word over the same distance move together.
    const moves = new Map();
    for (let k = 0; k < 4; k++) {
        const from = lanes[k];
        if (from >= words.length * 4)
            continue;
        const word = words[from >> 2], left = k - (from & 3), key = `${word.id} ${left}`;
        const move = moves.get(key) ?? { word, left, mask: 0 };
        move.mask |= 0xff << (k * 8);
        moves.set(key, move);
    }
    let result = null;
    for (const { word, left, mask } of moves.values()) {
        const all = left >= 0 ? -1 << (left * 8) : -1 >>> (-left * 8);
        const shifted = left >= 0 ? shl(w, word, left * 8) : shrU(w, word, -left * 8);
        const part = (all | 0) === mask ? shifted : and(w, shifted, mask);
        result = result === null ? part : or(w, result, part);
    }
    return result ?? w.zero();
}
const gatherAll = (w, words, lanes) => [0, 4, 8, 12].map((k) => gather(w, words, lanes.slice(k, k + 4)));
lowerOps(['i8x16.shuffle'], (w, n) => {
    const lanes = Array.from(n.aux), shape = w.shapeOf(n);
    const words = [...w.vector(n.args[0], shape), ...w.vector(n.args[1], shape)];
    if (shape === Shape.i32x4) {
        w.setV(n, gatherAll(w, words, lanes));
        if (widensBytes(n))
            w.setShortLimit(n, 0xff);
        return;
    }
    const size = 16 / WORD_COUNTS[shape];
    w.setVector(n, shape, lanes.filter((_, k) => k % size === 0).map((lane) => words[lane / size]));
});
for (const name of ['i8x16.swizzle', 'i8x16.relaxed_swizzle']) {
    lowerOps([name], (w, n) => {
        const [a, s] = n.args, words = w.v(a);
        if (s.op === V128_CONST) {
            const bytes = s.aux;
            w.setV(n, gatherAll(w, words, Array.from({ length: 16 }, (_, k) => (bytes === null ? 0 : bytes[k] < 16 ? bytes[k] : 16))));
            return;
        }
        w.setV(n, w.v(s).map((selector) => {
            const word = w.emit(HELPER, Kind.I32, [...words, selector]);
            word.aux = 'i8x16SwizzleWord';
            return word;
        }));
    });
}
