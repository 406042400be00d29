// f32x4 and f64x2: every lane is a scalar float operation; conversions, minima and maxima, and the operations that move bits.
import { opId } from '../../spec/opcodes.js';
import { Kind } from '../../spec/types.js';
import { irOp } from '../../ir/ops.js';
import { and, blend, select, spread, xor } from '../bits.js';
import { lowerOps } from '../words.js';
import { Shape, WORD_KINDS } from './shape.js';
const HELPER = irOp('helper'), F32_CONST = opId('f32.const'), F64_CONST = opId('f64.const');
const FLOATS = [
    { shape: Shape.f32x4, kind: Kind.F32, vector: 'f32x4', scalar: 'f32' },
    { shape: Shape.f64x2, kind: Kind.F64, vector: 'f64x2', scalar: 'f64' },
];
for (const { shape, kind, vector, scalar } of FLOATS) {
    const name = (op) => `${vector}.${op}`, op = (s) => opId(`${scalar}.${s}`);
    const lanes = (w, n) => w.vector(n, shape);
    for (const o of ['ceil', 'floor', 'trunc', 'nearest', 'sqrt']) {
        const id = op(o);
        lowerOps([name(o)], (w, n) => { w.setVector(n, shape, lanes(w, n.args[0]).map((a) => w.emit(id, kind, [a]))); });
    }
    const arithmetic = (vectorOp, o) => {
        const id = op(o);
        lowerOps([name(vectorOp)], (w, n) => {
            const b = lanes(w, n.args[1]);
            w.setVector(n, shape, lanes(w, n.args[0]).map((a, k) => w.emit(id, kind, [a, b[k]])));
        });
    };
    for (const o of ['add', 'sub', 'mul', 'div', 'min', 'max'])
        arithmetic(o, o);
    arithmetic('relaxed_min', 'min');
    arithmetic('relaxed_max', 'max');
    // Not fused: the product is rounded, then the sum.
    for (const [vectorOp, o] of [['relaxed_madd', 'add'], ['relaxed_nmadd', 'sub']]) {
        const mul = op('mul'), sum = op(o);
        lowerOps([name(vectorOp)], (w, n) => {
            const a = lanes(w, n.args[0]), b = lanes(w, n.args[1]), c = lanes(w, n.args[2]);
            w.setVector(n, shape, c.map((x, k) => w.emit(sum, kind, [x, w.emit(mul, kind, [a[k], b[k]])])));
        });
    }
    for (const o of ['eq', 'ne', 'lt', 'gt', 'le', 'ge']) {
        const id = op(o);
        lowerOps([name(o)], (w, n) => {
            const b = lanes(w, n.args[1]);
            const conditions = lanes(w, n.args[0]).map((a, k) => w.i32(id, a, b[k]));
            w.setMask(n, perWord(shape, conditions.map((c) => spread(w, c))), shape === Shape.f32x4 ? 32 : 64, conditions);
        });
    }
    // What moves bits does so as integers unless numbers are known to do (choose-shapes.ts).
    // pmin is b < a ? b : a, whichever of them are NaNs; pmax a < b ? b : a.
    for (const [o, swap] of [['pmin', true], ['pmax', false]]) {
        const lt = op('lt');
        lowerOps([name(o)], (w, n) => {
            const [x, y] = n.args, fx = lanes(w, x), fy = lanes(w, y);
            const conditions = fx.map((a, k) => (swap ? w.i32(lt, fy[k], a) : w.i32(lt, a, fy[k])));
            if (w.shapeOf(n) === shape) {
                w.setVector(n, shape, fx.map((a, k) => select(w, fy[k], a, conditions[k])));
                return;
            }
            const masks = perWord(shape, conditions.map((c) => spread(w, c))), a = w.v(x), b = w.v(y);
            w.setV(n, a.map((word, k) => blend(w, b[k], word, masks[k])));
        });
    }
    const signs = (o, integer) => {
        const id = op(o);
        lowerOps([name(o)], (w, n) => {
            const words = w.vector(n.args[0], w.shapeOf(n));
            if (w.shapeOf(n) === shape)
                w.setVector(n, shape, words.map((a) => w.emit(id, kind, [a])));
            else
                w.setV(n, words.map((a, k) => (shape === Shape.f32x4 || k % 2 === 1 ? integer(w, a) : a)));
        });
    };
    signs('abs', (w, high) => and(w, high, 0x7fffffff));
    signs('neg', (w, high) => xor(w, high, 0x80000000));
}
/** What belongs to a lane, for each of the int32 words of the lane. */
const perWord = (shape, lanes) => (shape === Shape.f32x4 ? lanes : lanes.flatMap((x) => [x, x]));
// Conversions
function zero(w, shape) {
    return shape === Shape.i32x4 ? w.zero() : w.emit(shape === Shape.f32x4 ? F32_CONST : F64_CONST, WORD_KINDS[shape], []);
}
function conversion(name, from, to, scalar) {
    lowerOps([name], (w, n) => {
        const count = to === Shape.f64x2 || from === Shape.f64x2 ? 2 : 4;
        const words = w.vector(n.args[0], from).slice(0, count).map((a) => {
            const word = w.emit(typeof scalar === 'string' ? opId(scalar) : HELPER, WORD_KINDS[to], [a]);
            if (typeof scalar !== 'string')
                word.aux = scalar.helper;
            return word;
        });
        if (to !== Shape.f64x2 && count === 2)
            words.push(zero(w, to), zero(w, to));
        w.setVector(n, to, words);
    });
}
const { i32x4, f32x4, f64x2 } = Shape;
conversion('f32x4.convert_i32x4_s', i32x4, f32x4, 'f32.convert_i32_s');
conversion('f32x4.convert_i32x4_u', i32x4, f32x4, 'f32.convert_i32_u');
conversion('f64x2.convert_low_i32x4_s', i32x4, f64x2, 'f64.convert_i32_s');
conversion('f64x2.convert_low_i32x4_u', i32x4, f64x2, 'f64.convert_i32_u');
conversion('f64x2.promote_low_f32x4', f32x4, f64x2, 'f64.promote_f32');
conversion('f32x4.demote_f64x2_zero', f64x2, f32x4, 'f32.demote_f64');
for (const [signed, helper] of [['s', 'i32TruncSatS'], ['u', 'i32TruncSatU']]) {
    for (const name of [`i32x4.trunc_sat_f32x4_${signed}`, `i32x4.relaxed_trunc_f32x4_${signed}`])
        conversion(name, f32x4, i32x4, { helper });
    for (const name of [`i32x4.trunc_sat_f64x2_${signed}_zero`, `i32x4.relaxed_trunc_f64x2_${signed}_zero`])
        conversion(name, f64x2, i32x4, { helper });
}
