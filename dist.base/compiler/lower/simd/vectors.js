// The words of every v128 value while a function is lowered, and conversions between shapes. A value's words are
// converted where it is defined, to every shape its uses want: that place dominates them all, and stays outside of
// loops the value is only used in.
import { opId } from '../../spec/opcodes.js';
import { Kind } from '../../spec/types.js';
import { irOp } from '../../ir/ops.js';
import { and, isConst, or, shl, shrU } from '../bits.js';
import { chooseShapes } from './choose-shapes.js';
import { Shape, WORD_COUNTS, WORD_KINDS } from './shape.js';
const I32_CONST = opId('i32.const'), F32_CONST = opId('f32.const'), F64_CONST = opId('f64.const');
const F32_FROM = opId('f32.reinterpret_i32'), I32_FROM = opId('i32.reinterpret_f32'), RET = irOp('ret.i32'), HELPER = irOp('helper');
export class Vectors {
    constructor(w) {
        this.byId = [];
        /** See `shortLimit`. */
        this.limits = [];
        /** Params of the function and of loops, by the region at whose start they are converted. */
        this.entering = new Map();
        /** What control nodes listed before their lists were widened. */
        this.params = new Map();
        this.results = new Map();
        this.w = w;
        this.shapes = chooseShapes(w.fn);
    }
    shapeOf(n) { return this.shapes.shape[n.id]; }
    has(n) { return this.byId[n.id] !== undefined; }
    mask(n) { return this.byId[n.id].mask; }
    shortLimit(n) { return this.limits[n.id] ?? 0xffff; }
    setShortLimit(n, limit) { this.limits[n.id] = limit; }
    /** The words of a value in a given shape. */
    words(n, shape) {
        const v = this.byId[n.id];
        return v.byShape[shape] ?? this.convert(v, shape);
    }
    /** Gives a value its words; they have just been emitted, or are about to be visible. */
    set(n, shape, words, mask = null) {
        const byShape = [null, null, null, null];
        byShape[shape] = words;
        this.byId[n.id] = { byShape, mask };
        this.complete(n);
    }
    /** The same for words whose definition does not stand in the code yet; `complete` is called once it does. */
    declare(n, shape, words) {
        const byShape = [null, null, null, null];
        byShape[shape] = words;
        this.byId[n.id] = { byShape, mask: null };
    }
    /** Emits the conversions that uses of `n` want. */
    complete(n) {
        const v = this.byId[n.id], wanted = this.shapes.wanted[n.id];
        for (let s = 0; s < 4; s++) {
            if ((wanted & (1 << s)) !== 0 && v.byShape[s] === null)
                v.byShape[s] = this.convert(v, s);
        }
    }
    convert(v, to) {
        const { byShape } = v;
        const { f32x4, f64x2, i16x8 } = Shape, floats = byShape[f32x4], doubles = byShape[f64x2];
        const ints = byShape[Shape.i32x4] ?? (floats !== null ? floats.map((x) => intOfF32(this.w, x))
            : doubles !== null ? doubles.flatMap((x) => intsOfF64(this.w, x)) : wordsOfShorts(this.w, byShape[i16x8]));
        if (to === Shape.i32x4)
            return ints;
        if (to === i16x8)
            return ints.flatMap((x) => (isConst(x) ? [this.w.const((x.imm << 16) >> 16), this.w.const(x.imm >> 16)] : [x, shrU(this.w, x, 16)]));
        if (to === f32x4)
            return ints.map((x) => f32OfInt(this.w, x));
        return [f64OfInts(this.w, ints[0], ints[1]), f64OfInts(this.w, ints[2], ints[3])];
    }
    // Merges
    /** Puts the words of a param or result `v` of `owner` at the end of `list`; the first is `v` itself. */
    widen(v, owner, list) {
        const shape = owner === null ? Shape.i32x4 : this.shapeOf(v);
        const words = [v];
        v.kind = WORD_KINDS[shape];
        list.push(v);
        for (let k = 1; k < WORD_COUNTS[shape]; k++) {
            const word = this.w.fn.node(v.op, v.kind, []);
            word.owner = owner;
            word.imm = list.length;
            word.local = v.local;
            list.push(word);
            words.push(word);
        }
        this.declare(v, shape, words);
    }
    /** Notes what a control node sets, before its lists are widened. */
    remember(n) {
        this.results.set(n, n.results);
        if (n.params === null)
            return;
        this.params.set(n, n.params);
        this.enterWith(n.regions[0], n.params);
    }
    enterWith(region, params) {
        if (params.some((p) => p.kind === Kind.V128))
            this.entering.set(region, params.filter((p) => p.kind === Kind.V128));
    }
    enter(region) {
        const params = this.entering.get(region);
        if (params !== undefined)
            for (const p of params)
                this.complete(p);
    }
    leave(n) {
        for (const r of this.results.get(n))
            if (this.has(r))
                this.complete(r);
    }
    /** Words of the arguments of a branch to a control node, in the shapes of what they set. */
    branchWords(args, target, toParams) {
        const list = (toParams ? this.params : this.results).get(target);
        if (list === undefined || list.length !== args.length)
            return this.w.words(args);
        const words = [];
        for (let k = 0; k < args.length; k++) {
            if (this.has(args[k]))
                words.push(...this.words(args[k], this.shapeOf(list[k])));
            else
                words.push(...this.w.words([args[k]]));
        }
        return words;
    }
}
// Single words
const wordsOfShorts = (w, lanes) => [0, 2, 4, 6].map((k) => or(w, and(w, lanes[k], 0xffff), shl(w, lanes[k + 1], 16)));
export function f32OfInt(w, x) {
    if (x.op === I32_FROM)
        return x.args[0];
    if (x.op !== I32_CONST)
        return w.emit(F32_FROM, Kind.F32, [x]);
    const c = w.emit(F32_CONST, Kind.F32, []);
    c.imm = x.imm;
    return c;
}
export function intOfF32(w, x) {
    if (x.op === F32_FROM)
        return x.args[0];
    return x.op === F32_CONST ? w.const(x.imm | 0) : w.emit(I32_FROM, Kind.I32, [x]);
}
export function f64OfInts(w, lo, hi) {
    if (lo.op === I32_CONST && hi.op === I32_CONST) {
        const c = w.emit(F64_CONST, Kind.F64, []);
        c.imm = lo.imm;
        c.imm2 = hi.imm;
        return c;
    }
    const n = w.emit(HELPER, Kind.F64, [lo, hi]);
    n.aux = 'f64FromBits';
    return n;
}
export function intsOfF64(w, x) {
    if (x.op === F64_CONST)
        return [w.const(x.imm | 0), w.const(x.imm2 | 0)];
    if (x.op === HELPER && x.aux === 'f64FromBits')
        return x.args;
    const lo = w.emit(HELPER, Kind.I32, [x]);
    lo.aux = 'f64Bits';
    return [lo, w.emit(RET, Kind.I32, [])];
}
