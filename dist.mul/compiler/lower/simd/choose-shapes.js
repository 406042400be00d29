// Chooses the shape of every v128 value of a function before it is lowered to words. Values that flow into one another
// by moves alone (merges, variables, select, shuffles of words) form a web, and a web takes the shape that most of
// the arithmetic around it wants, loops counting more.
//
// A float may lose its NaN's bits when it is held as a number. That is no loss where arithmetic made it, whose
// NaNs are free, nor where only arithmetic looks at it; so a value is held as floats only if its bits do not come
// from elsewhere (`exact`) or nothing but arithmetic sees them (not `observed`). Both are followed along the moves.
import { opId } from '../../spec/opcodes.js';
import { Kind } from '../../spec/types.js';
import { Flag } from '../../ir/node.js';
import { irOp } from '../../ir/ops.js';
import { INTEGER, Use, shapeRow } from './shape-rows.js';
import { Shape } from './shape.js';
const LOOP = opId('loop'), YIELD = irOp('yield'), CAUGHT = irOp('caught'), VAR_GET = irOp('var.get'), VAR_SET = irOp('var.set'), CONST = opId('v128.const'), BITSELECT = opId('v128.bitselect');
/** Scalars whose bits can be had without going through a number. */
const EXACT_SCALARS = new Set([opId('f32.load'), opId('f64.load'), opId('f32.reinterpret_i32'), opId('f64.reinterpret_i64')]);
/** Bits of `exact` and `observed`, equal to the shapes they speak of. */
const AS_F = Shape.f32x4, AS_D = Shape.f64x2, BOTH = AS_F | AS_D;
/** Of all shapes, and of `Use`, which shape. */
const ANY = 15;
const SHAPES = 4;
const WORDS_OR_SHORTS = (1 << Shape.i32x4) | (1 << Shape.i16x8);
/** Where the weight of words is kept that shorts have to be put together to, and that of integers, words or shorts, against floats. */
const PACKED = 4, INTEGERS = 5, SLOTS = 6;
const LOOP_WEIGHT = 8, MAX_DEPTH = 8;
export class Shapes {
    constructor(nodes, vars) {
        this.shape = new Uint8Array(nodes);
        this.wanted = new Uint8Array(nodes);
        this.varShape = new Uint8Array(vars);
    }
}
class Choice {
    constructor(fn) {
        this.from = [];
        this.to = [];
        this.weight = 1;
        this.fn = fn;
        const values = fn.nodeCount + fn.vars.length;
        this.result = new Shapes(fn.nodeCount, fn.vars.length);
        this.allowed = new Uint8Array(values).fill(1);
        this.exact = new Uint8Array(values).fill(BOTH);
        this.observed = new Uint8Array(values);
        this.constant = new Uint8Array(values);
        this.web = new Int32Array(values);
        this.weights = new Float64Array(values * SLOTS);
        for (let v = 0; v < values; v++)
            this.web[v] = v;
    }
    run() {
        const { fn } = this;
        for (let v = 0; v < fn.vars.length; v++)
            if (fn.vars[v] === Kind.V128)
                this.merge(fn.nodeCount + v);
        const work = [{ region: fn.body, owner: null, depth: 0 }];
        for (let item = work.pop(); item !== undefined; item = work.pop()) {
            const { region, owner, depth } = item;
            this.weight = LOOP_WEIGHT ** Math.min(depth, MAX_DEPTH);
            for (const n of region.nodes) {
                this.node(n, owner);
                if (n.regions !== null)
                    for (const r of n.regions)
                        work.push({ region: r, owner: n, depth: depth + (n.op === LOOP ? 1 : 0) });
            }
        }
        this.joinWebs();
        this.spread(this.from, this.to, this.exact);
        this.spread(this.to, this.from, this.observed);
        this.decide();
        return this.result;
    }
    // Collecting
    /** A value that is set by moves only. */
    merge(v) {
        this.allowed[v] = ANY;
        this.exact[v] = 0;
    }
    move(from, to) {
        this.from.push(from.id);
        this.to.push(to);
    }
    moves(args, list) {
        if (list === null || args.length !== list.length) {
            // An edge that sets only part of its target's list: the rest comes in int32 words.
            for (const a of args)
                if (a.kind === Kind.V128)
                    this.use(a, Use.i32x4);
            if (list !== null)
                for (const r of list)
                    this.allowed[r.id] = 1;
            return;
        }
        for (let k = 0; k < args.length; k++)
            if (args[k].kind === Kind.V128)
                this.move(args[k], list[k].id);
    }
    use(a, bits) {
        const shapes = bits & ANY;
        this.result.wanted[a.id] |= shapes;
        if (bits & (Use.i32x4 | Use.asIs))
            this.observed[a.id] |= BOTH;
        if (bits & Use.f32x4)
            this.observed[a.id] |= AS_D;
        if (bits & Use.f64x2)
            this.observed[a.id] |= AS_F;
        this.like(a.id, shapes, this.weight);
        if (bits & Use.likesF32x4)
            this.like(a.id, 2, this.weight / 4);
        if (bits & Use.likesF64x2)
            this.like(a.id, 4, this.weight / 2);
        if (bits & Use.shorts) {
            this.observed[a.id] |= BOTH;
            this.weights[a.id * SLOTS + INTEGERS] += this.weight;
        }
        if (bits & Use.packs)
            this.weights[a.id * SLOTS + PACKED] += this.weight;
    }
    like(v, shapes, weight) {
        for (let s = 0; s < SHAPES; s++)
            if (shapes & (1 << s))
                this.weights[v * SLOTS + s] += weight;
    }
    node(n, owner) {
        if (n.results !== null && n.regions !== null)
            for (const r of n.results)
                if (r.kind === Kind.V128)
                    this.merge(r.id);
        if (n.op === LOOP) {
            for (const p of n.params)
                if (p.kind === Kind.V128)
                    this.merge(p.id);
            this.moves(n.args, n.params);
        }
        else if (n.op === YIELD) {
            if (owner !== null && (owner.flags & Flag.noExit) === 0)
                this.moves(n.args, owner.results);
        }
        else if (n.op === VAR_SET) {
            if (n.args[0].kind === Kind.V128)
                this.move(n.args[0], this.fn.nodeCount + n.imm);
        }
        else if (n.op === VAR_GET) {
            if (n.kind === Kind.V128) {
                this.merge(n.id);
                this.from.push(this.fn.nodeCount + n.imm);
                this.to.push(n.id);
            }
        }
        else
            this.operation(n);
        if (n.edges === null)
            return;
        for (const e of n.edges) {
            const list = e.target.op === LOOP ? e.target.params : e.target.results;
            this.moves(e.args, list);
            // What a clause of try_table catches goes straight to where it leads: there is no place to convert it on the way.
            if (list !== null)
                for (let k = 0; k < list.length; k++)
                    if (e.args[k]?.op === CAUGHT)
                        this.allowed[list[k].id] = 1;
        }
    }
    operation(n) {
        const row = shapeRow(n) ?? INTEGER;
        for (const a of n.args) {
            if (a.kind !== Kind.V128)
                continue;
            // The mask chooses words, it is not moved.
            if (n.op === BITSELECT && a === n.args[2] && (row.operands & Use.shorts) === 0) {
                this.use(a, Use.i32x4);
                continue;
            }
            this.use(a, row.operands);
            if (row.operands & (Use.move | Use.shorts))
                this.move(a, n.id);
            // Taking words apart takes a third of putting them together.
            if (row.operands & Use.shorts && a.op !== CONST && isWords(a))
                this.weights[n.id * SLOTS + PACKED] += this.weight / 3;
        }
        if (n.kind !== Kind.V128)
            return;
        this.allowed[n.id] = row.result;
        if (n.op === CONST) {
            this.allowed[n.id] = ANY;
            this.constant[n.id] = 1;
            this.exact[n.id] = nanShapes(n.aux);
        }
        else if (row.source) {
            const scalar = n.args[n.args.length - 1];
            const number = scalar.kind === Kind.F32 || scalar.kind === Kind.F64;
            this.exact[n.id] = number && !EXACT_SCALARS.has(scalar.op) ? 0 : BOTH;
        }
        else if (row.operands & Use.move)
            this.exact[n.id] = 0;
        else if (row.result === 1 << Shape.f32x4)
            this.exact[n.id] = AS_D;
        else if (row.result === 1 << Shape.f64x2)
            this.exact[n.id] = AS_F;
        if (row.result === WORDS_OR_SHORTS)
            this.weights[n.id * SLOTS + INTEGERS] += this.weight;
        if (row.gain !== 0)
            this.weights[n.id * SLOTS + Shape.i16x8] += this.weight * row.gain;
        if (row.likes !== 0)
            this.like(n.id, row.likes, this.weight);
        else if (isSingle(row.result))
            this.like(n.id, row.result, this.weight);
    }
    // Deciding
    root(v) {
        const { web } = this;
        while (web[v] !== v) {
            web[v] = web[web[v]];
            v = web[v];
        }
        return v;
    }
    joinWebs() {
        const { allowed, constant, weights, from, to } = this;
        const fixed = [];
        for (let m = 0; m < from.length; m++) {
            if (constant[from[m]] !== 0)
                continue;
            if (isSingle(allowed[from[m]])) {
                fixed.push([from[m], to[m]]);
                continue;
            }
            const a = this.root(from[m]), b = this.root(to[m]);
            if (a === b)
                continue;
            this.web[a] = b;
            for (let s = 0; s < SLOTS; s++)
                weights[b * SLOTS + s] += weights[a * SLOTS + s];
        }
        // A value of fixed shape counts in the web it flows into with the weight of its place.
        for (const [a, b] of fixed) {
            const web = this.root(b) * SLOTS;
            if (allowed[b] !== WORDS_OR_SHORTS)
                for (let s = 0; s < SHAPES; s++)
                    if (allowed[a] & (1 << s))
                        weights[web + s] += weights[a * SLOTS + s] > 0 ? weights[a * SLOTS + s] : 1;
        }
    }
    /** Spreads bits along the moves. */
    spread(from, to, bits) {
        const first = new Int32Array(bits.length).fill(-1), next = new Int32Array(from.length);
        for (let m = 0; m < from.length; m++) {
            next[m] = first[from[m]];
            first[from[m]] = m;
        }
        const work = [];
        for (let v = 0; v < bits.length; v++)
            if (bits[v] !== 0 && first[v] >= 0)
                work.push(v);
        for (let v = work.pop(); v !== undefined; v = work.pop()) {
            for (let m = first[v]; m >= 0; m = next[m]) {
                const t = to[m];
                if ((bits[t] | bits[v]) === bits[t])
                    continue;
                bits[t] |= bits[v];
                if (first[t] >= 0)
                    work.push(t);
            }
        }
    }
    shapeOf(v) {
        const { allowed, weights } = this;
        if (isSingle(allowed[v]))
            return allowed[v] === 2 ? Shape.f32x4 : allowed[v] === 4 ? Shape.f64x2 : Shape.i32x4;
        const w = this.root(v) * SLOTS;
        if ((allowed[v] & (1 << Shape.i16x8)) !== 0 && weights[w + Shape.i16x8] > weights[w] + weights[w + Shape.f32x4] + weights[w + Shape.f64x2] + weights[w + PACKED])
            return Shape.i16x8;
        const integers = weights[w] + weights[w + INTEGERS];
        let shape = Shape.i32x4;
        if (weights[w + Shape.f32x4] > integers)
            shape = Shape.f32x4;
        if (weights[w + Shape.f64x2] > Math.max(integers, weights[w + Shape.f32x4]))
            shape = Shape.f64x2;
        if (shape === Shape.i32x4 || (allowed[v] & (1 << shape)) === 0)
            return Shape.i32x4;
        return this.exact[v] & this.observed[v] & shape ? Shape.i32x4 : shape;
    }
    decide() {
        const { fn, from, to, result } = this, n = fn.nodeCount;
        const chosen = new Uint8Array(n + fn.vars.length);
        for (let v = 0; v < chosen.length; v++)
            chosen[v] = this.shapeOf(v);
        for (let m = 0; m < from.length; m++)
            if (from[m] < n)
                result.wanted[from[m]] |= 1 << chosen[to[m]];
        result.shape.set(chosen.subarray(0, n));
        result.varShape.set(chosen.subarray(n));
    }
}
/** Is what makes the value not able to make shorts? */
function isWords(n) {
    const row = shapeRow(n);
    return row !== undefined && (row.result & (1 << Shape.i16x8)) === 0;
}
const isSingle = (bits) => (bits & (bits - 1)) === 0;
/** In which shapes holding a constant's lanes as numbers could lose bits: those with a NaN. */
function nanShapes(bytes) {
    if (bytes === null)
        return 0;
    const view = new DataView(bytes.buffer, bytes.byteOffset, 16);
    let shapes = 0;
    for (let k = 0; k < 16; k += 4)
        if (Number.isNaN(view.getFloat32(k, true)))
            shapes |= AS_F;
    for (let k = 0; k < 16; k += 8)
        if (Number.isNaN(view.getFloat64(k, true)))
            shapes |= AS_D;
    return shapes;
}
export const chooseShapes = (fn) => new Choice(fn).run();
