import { and, blend, ne, not, or, select, xor } from '../bits.js';
import { lowerOps } from '../words.js';
import { Shape } from './shape.js';
/** The bits of a mask that is all ones. */
const ALL = { 8: 0x80808080 | 0, 16: 0x80008000 | 0, 32: 1, 64: 1 };
lowerOps(['v128.any_true'], (w, n) => {
    const mask = w.mask(n.args[0]);
    const any = (mask?.bits ?? w.v(n.args[0])).reduce((x, y) => or(w, x, y));
    n.forward = mask !== null && mask.lane >= 32 ? any : ne(w, any, 0);
});
const andNot = (w, a, b) => and(w, a, not(w, b));
for (const [name, operation] of [['v128.and', and], ['v128.or', or], ['v128.xor', xor], ['v128.andnot', andNot]]) {
    lowerOps([name], (w, n) => {
        const [x, y] = n.args, a = w.mask(x), b = w.mask(y);
        const vx = w.v(x), vy = w.v(y), result = vx.map((word, k) => operation(w, word, vy[k]));
        if (name === 'v128.and')
            w.setShortLimit(n, Math.min(w.shortLimit(x), w.shortLimit(y)));
        if (a !== null && b !== null && a.lane === b.lane)
            w.setMask(n, result, a.lane, a.bits.map((t, k) => operation(w, t, b.bits[k])));
        else
            w.setV(n, result);
    });
}
lowerOps(['v128.not'], (w, n) => {
    const mask = w.mask(n.args[0]), words = w.v(n.args[0]).map((x) => not(w, x));
    if (mask !== null)
        w.setMask(n, words, mask.lane, mask.bits.map((t) => xor(w, t, ALL[mask.lane])));
    else
        w.setV(n, words);
});
/** Choices by a mask of comparisons are made word by word in whatever shape the words are in. */
lowerOps(['v128.bitselect'], (w, n) => {
    const [x, y, m] = n.args, shape = w.shapeOf(n), a = w.vector(x, shape), b = w.vector(y, shape);
    if (shape === Shape.i32x4) {
        const mask = w.v(m);
        w.setV(n, a.map((word, k) => blend(w, word, b[k], mask[k])));
        return;
    }
    const conditions = w.mask(m).bits, perCondition = a.length / conditions.length;
    w.setVector(n, shape, a.map((word, k) => select(w, word, b[k], conditions[Math.floor(k / perCondition)])));
});
for (const name of ['i8x16.relaxed_laneselect', 'i16x8.relaxed_laneselect', 'i32x4.relaxed_laneselect', 'i64x2.relaxed_laneselect']) {
    lowerOps([name], (w, n) => {
        const [a, b, mask] = n.args.map((x) => w.v(x));
        w.setV(n, a.map((word, k) => blend(w, word, b[k], mask[k])));
    });
}
