// Lowering to JavaScript's values: an i64 becomes two int32 words, a v128 four int32 words or floats, several results
// become one returned word and the register files (docs/abi.md). This file drives the walk and does what concerns all
// operations alike (parameters, merges, branches, calls, variables); the arithmetic of a type is in its own
// file (i64.ts, simd/), registered by operation.
//
// The low word of an i64 value is the node itself, rewritten in place (or what it forwards to); the high word is kept
// beside it in `hi`. High words nobody reads are swept by the `dce` that follows. A v128 node disappears: its words are
// nodes of their own, kept in `vectors`.
import { opId } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import { Flag, resolve } from '../ir/node.js';
import { irOp } from '../ir/ops.js';
import { RET, SET_RET } from '../ir/registers.js';
import { Shape, WORD_COUNTS, WORD_KINDS } from './simd/shape.js';
import { Vectors } from './simd/vectors.js';
/** Lowering by operation id; operations without an entry stay as they are. */
export const lowerings = [];
export function lowerOps(names, lower) {
    for (const name of names)
        lowerings[irOp(name)] = lower;
}
const I32_CONST = opId('i32.const'), SHR_S = opId('i32.shr_s');
const LOOP = opId('loop'), RETURN = opId('return'), YIELD = irOp('yield');
const VAR_GET = irOp('var.get'), VAR_SET = irOp('var.set');
const CALLS = new Set([opId('call'), opId('call_indirect'), opId('call_ref')]);
const HELPER = irOp('helper');
export class WordLowering {
    constructor(fn) {
        /** The region being rewritten. */
        this.out = [];
        this.work = [];
        /** The control nodes around the regions of `work`. */
        this.owners = [];
        this.owner = null;
        /** The constants lowering makes, one node each for the function. */
        this.constants = new Map();
        this.varWords = new Int32Array(0);
        this.fn = fn;
        // Long enough from the start: one that is filled here and there would become a dictionary.
        this.high = fn.hasWide ? new Array(fn.nodeCount) : [];
        this.vectors = fn.hasVectors ? new Vectors(this) : null;
    }
    run() {
        const fn = this.fn;
        this.vectors?.enterWith(fn.body, fn.params);
        fn.params = this.widen(fn.params, null);
        fn.results = wordKinds(fn.results);
        this.splitVars();
        this.work.push(fn.body);
        this.owners.push(null);
        for (let region = this.work.pop(); region !== undefined; region = this.work.pop()) {
            this.owner = this.owners.pop();
            this.region(region);
        }
        if (this.constants.size > 0)
            fn.body.nodes = [...this.constants.values(), ...fn.body.nodes];
    }
    // What the lowering of an operation works with
    lo(n) { return resolve(n); }
    hi(n) { return this.high[n.id]; }
    /** Where the value is known to fit one word, its high word is what follows from the low one (optimize/ranges.ts). */
    setHi(n, hi) { this.high[n.id] = this.impliedHi(n, resolve(n)) ?? hi; }
    impliedHi(n, lo) {
        if ((n.flags & (Flag.highZero | Flag.highSign)) === 0 || lo.op === I32_CONST)
            return null;
        return (n.flags & Flag.highZero) !== 0 ? this.zero() : this.i32(SHR_S, lo, this.const(31));
    }
    pair(n) { return [resolve(n), this.high[n.id]]; }
    /** The words `lo`, `hi` stand for the i64 value `n`. */
    replace(n, [lo, hi]) {
        if (lo.local < 0 && lo.op !== I32_CONST)
            lo.local = n.local;
        n.forward = lo;
        this.setHi(n, hi);
    }
    /** Appends a node to the code being written. */
    emit(op, kind, args) {
        const n = this.fn.node(op, kind, args);
        this.out.push(n);
        return n;
    }
    i32(op, a, b) { return this.emit(op, Kind.I32, [a, b]); }
    const(value) {
        let n = this.constants.get(value);
        if (n === undefined) {
            this.constants.set(value, n = this.fn.node(I32_CONST, Kind.I32, []));
            n.imm = value;
        }
        return n;
    }
    zero() { return this.const(0); }
    /** Rewrites `n` in place, as the next node of the code. */
    become(n, op, args) {
        n.op = op;
        n.kind = Kind.I32;
        n.args = args;
        this.out.push(n);
        return n;
    }
    /** `n` becomes a helper call on words; its kind stays unless it is i64, which leaves its high word in R[0]. */
    becomeHelper(n, helper, args) {
        const wide = n.kind === Kind.I64;
        if (wide)
            n.kind = Kind.I32;
        n.op = HELPER;
        n.aux = helper;
        n.args = args;
        this.out.push(n);
        if (wide)
            this.setHi(n, this.emit(RET[Kind.I32], Kind.I32, []));
        return n;
    }
    /** The words of a v128 value in a shape. */
    vector(n, shape) { return this.vectors.words(n, shape); }
    /** The same as int32 words. */
    v(n) { return this.vectors.words(n, Shape.i32x4); }
    /** The shape chosen for a v128 value: the one to give its words in. */
    shapeOf(n) { return this.vectors.shapeOf(n); }
    setVector(n, shape, words) { this.vectors.set(n, shape, words); }
    setV(n, words) { this.vectors.set(n, Shape.i32x4, words); }
    /** Sets the result of a comparison. */
    setMask(n, words, lane, bits) { this.vectors.set(n, Shape.i32x4, words, { lane, bits }); }
    mask(n) { return this.vectors.mask(n); }
    /** What no unsigned short of a v128 value is above: bytes that were widened leave room for plain arithmetic. */
    shortLimit(n) { return this.vectors.shortLimit(n); }
    setShortLimit(n, limit) { this.vectors.setShortLimit(n, limit); }
    /** Keeps a node that needs no rewriting. */
    keep(n) { this.out.push(n); }
    /** The words of values, in order. */
    words(values) {
        // Most are words already, and their list is kept.
        if (this.vectors !== null)
            return this.manyWords(values);
        for (let k = 0; k < values.length; k++)
            if (this.high[values[k].id] !== undefined)
                return this.manyWords(values);
        for (let k = 0; k < values.length; k++)
            if (values[k].forward !== null)
                values[k] = resolve(values[k]);
        return values;
    }
    manyWords(values) {
        const words = [];
        for (let k = 0; k < values.length; k++) {
            if (this.vectors?.has(values[k])) {
                words.push(...this.v(values[k]));
                continue;
            }
            words.push(resolve(values[k]));
            const hi = this.high[values[k].id];
            if (hi !== undefined)
                words.push(hi);
        }
        return words;
    }
    // The walk
    region(region) {
        const nodes = region.nodes;
        const out = region.nodes = this.out = [];
        this.vectors?.enter(region);
        for (let k = 0; k < nodes.length; k++) {
            const n = nodes[k];
            const lower = lowerings[n.op];
            if (lower !== undefined)
                lower(this, n);
            else if (n.regions !== null)
                this.control(n);
            else if (n.results !== null || CALLS.has(n.op))
                this.call(n);
            else if (n.op === RETURN)
                this.returns(n);
            else if (n.op === VAR_GET || n.op === VAR_SET)
                this.variable(n);
            else {
                n.args = n.op === YIELD && this.owner !== null ? this.branchWords(n.args, this.owner, false) : this.words(n.args);
                if (n.edges !== null)
                    this.edges(n.edges);
                out.push(n);
            }
        }
    }
    edges(edges) {
        for (const e of edges)
            e.args = this.branchWords(e.args, e.target, e.target.op === LOOP);
    }
    branchWords(args, target, toParams) {
        return this.vectors === null ? this.words(args) : this.vectors.branchWords(args, target, toParams);
    }
    /** Control nodes: the words of what they take, set and lead to; their regions follow. */
    control(n) {
        // An `if` condition is one word, a loop's operands are as wide as its parameters.
        this.vectors?.remember(n);
        n.args = n.op === LOOP ? this.branchWords(n.args, n, true) : this.words(n.args);
        if (n.op === LOOP)
            n.params = this.widen(n.params, n);
        n.results = this.widen(n.results, n);
        if (n.edges !== null)
            this.edges(n.edges);
        this.out.push(n);
        this.vectors?.leave(n);
        for (const r of n.regions) {
            this.work.push(r);
            this.owners.push(n);
        }
    }
    /** Parameters or results as words: the high words of i64 ones put after them, v128 ones in their shapes. */
    widen(values, owner) {
        let wide = false;
        for (const v of values)
            if (v.kind === Kind.I64 || v.kind === Kind.V128)
                wide = true;
        if (!wide)
            return values;
        const words = [];
        for (const v of values) {
            v.imm = words.length;
            if (v.kind === Kind.V128) {
                this.vectors.widen(v, owner, words);
                continue;
            }
            words.push(v);
            if (v.kind !== Kind.I64)
                continue;
            v.kind = Kind.I32;
            const hi = this.fn.node(v.op, Kind.I32, []);
            hi.owner = owner;
            hi.imm = words.length;
            hi.local = v.local;
            words.push(hi);
            this.high[v.id] = (v.flags & Flag.highZero) !== 0 ? this.zero() : hi;
        }
        return words;
    }
    call(n) {
        n.args = this.words(n.args);
        this.out.push(n);
        const results = n.results;
        n.results = null;
        if (results === null) {
            if (n.kind === Kind.I64) {
                n.kind = Kind.I32;
                this.high[n.id] = this.emit(RET[Kind.I32], Kind.I32, []);
            }
            else if (n.kind === Kind.V128) {
                n.kind = Kind.I32;
                this.setV(n, [n, this.resultWord(1), this.resultWord(2), this.resultWord(3)]);
            }
            return;
        }
        let word = 0;
        const vectors = [];
        for (const r of results) {
            const wide = r.kind;
            if (wide === Kind.I64 || wide === Kind.V128)
                r.kind = Kind.I32;
            if (word === 0) {
                n.kind = r.kind;
                r.forward = n;
            }
            else {
                r.op = RET[r.kind];
                r.owner = null;
                r.imm = word - 1;
                this.out.push(r);
            }
            word++;
            if (wide === Kind.I64)
                this.high[r.id] = this.resultWord(word++);
            else if (wide === Kind.V128) {
                this.vectors.declare(r, Shape.i32x4, [resolve(r), this.resultWord(word), this.resultWord(word + 1), this.resultWord(word + 2)]);
                vectors.push(r);
                word += 3;
            }
        }
        // Only now, as conversions may use the registers.
        for (const r of vectors)
            this.vectors.complete(r);
    }
    /** Reads result word `k`, k > 0, of class int32. */
    resultWord(k) {
        const n = this.emit(RET[Kind.I32], Kind.I32, []);
        n.imm = k - 1;
        return n;
    }
    returns(n) {
        const words = this.words(n.args);
        for (let k = 1; k < words.length; k++)
            this.emit(SET_RET[words[k].kind], Kind.None, [words[k]]).imm = k - 1;
        n.args = words.slice(0, 1);
        this.out.push(n);
    }
    splitVars() {
        const vars = this.fn.vars, words = [];
        if (vars.length === 0)
            return;
        this.varWords = new Int32Array(vars.length);
        for (let v = 0; v < vars.length; v++) {
            this.varWords[v] = words.length;
            if (vars[v] === Kind.I64)
                words.push(Kind.I32, Kind.I32);
            else if (vars[v] === Kind.V128) {
                const shape = this.vectors === null ? Shape.i32x4 : this.vectors.shapes.varShape[v];
                for (let k = 0; k < WORD_COUNTS[shape]; k++)
                    words.push(WORD_KINDS[shape]);
            }
            else
                words.push(vars[v]);
        }
        this.fn.vars = words;
    }
    /** The word that an IR variable starts at. */
    variableWord(variable) { return this.varWords[variable]; }
    variable(n) {
        const variable = n.imm, word = this.varWords[variable];
        n.imm = word;
        if (n.op === VAR_GET) {
            this.out.push(n);
            if (n.kind === Kind.I64) {
                n.kind = Kind.I32;
                this.high[n.id] = this.moreOfVariable(n, VAR_GET, Kind.I32, [], 1);
            }
            else if (n.kind === Kind.V128) {
                const shape = this.vectors.shapes.varShape[variable];
                n.kind = WORD_KINDS[shape];
                const words = [n];
                for (let k = 1; k < WORD_COUNTS[shape]; k++)
                    words.push(this.moreOfVariable(n, VAR_GET, n.kind, [], k));
                this.setVector(n, shape, words);
            }
            return;
        }
        const value = n.args[0];
        const words = this.vectors?.has(value) ? this.vector(value, this.vectors.shapes.varShape[variable]) : this.words(n.args);
        n.args = [words[0]];
        this.out.push(n);
        for (let k = 1; k < words.length; k++)
            this.moreOfVariable(n, VAR_SET, Kind.None, [words[k]], k);
    }
    /** Access to word `k` of the variable whose first word `n` accesses. */
    moreOfVariable(n, op, kind, args, k) {
        const more = this.emit(op, kind, args);
        more.imm = n.imm + k;
        more.local = n.local;
        return more;
    }
}
function wordKinds(kinds) {
    const words = [];
    for (const k of kinds) {
        if (k === Kind.I64)
            words.push(Kind.I32, Kind.I32);
        else if (k === Kind.V128)
            words.push(Kind.I32, Kind.I32, Kind.I32, Kind.I32);
        else
            words.push(k);
    }
    return words;
}
