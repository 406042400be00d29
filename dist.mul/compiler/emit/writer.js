// Writes operands as JavaScript expressions. Whoever asks for one says what it will do with it, and so coercions
// appear only where they change something: `a + b | 0` in a comparison, but `a + b & 7`.
import { Kind } from '../spec/types.js';
import { Flag } from '../ir/node.js';
import { IR_OP_COUNT, irOp, irOpName } from '../ir/ops.js';
import { opTable } from '../structure/operands.js';
import { Place } from '../structure/marks.js';
import { binary, identifier, number, NULL, unary, ZERO } from './ast.js';
import { f32FromBits, f64FromBits } from './literals.js';
import { localName } from './local-names.js';
/** What the consumer of an i32 needs. */
export const Want = {
    /** The value itself: a signed int32 number, a double, a reference. */
    exact: 0,
    /** i32: anything that ToInt32 turns into the value. f32: anything that rounds to it. */
    loose: 1,
    /** The value taken unsigned. */
    unsigned: 2,
    /** Only whether it is zero. */
    truth: 3,
    /** An integer, congruent and below 2^33, that many of may be added without rounding. */
    term: 4,
};
/** Terms of one sum; each is below 2^33 in size, so that their sum is exact with room to spare. */
export const MAX_TERMS = 64;
const EMITTERS = new Array(IR_OP_COUNT).fill(undefined);
/** Says how an operation is written; SIMD, GC and so on register theirs. */
export function emits(emitter, ...names) {
    for (const name of names)
        EMITTERS[irOp(name)] = emitter;
}
const I32_CONST = irOp('i32.const'), F32_CONST = irOp('f32.const'), F64_CONST = irOp('f64.const'), REF_NULL = irOp('ref.null');
const AND = irOp('i32.and'), SHR_U = irOp('i32.shr_u');
const NON_NEGATIVE = opTable('i32.load8_u', 'i32.load16_u', 'i32.eqz', 'i32.eq', 'i32.ne', 'i32.lt_s', 'i32.lt_u', 'i32.gt_s', 'i32.gt_u', 'i32.le_s', 'i32.le_u', 'i32.ge_s', 'i32.ge_u', 'f32.eq', 'f32.ne', 'f32.lt', 'f32.gt', 'f32.le', 'f32.ge', 'f64.eq', 'f64.ne', 'f64.lt', 'f64.gt', 'f64.le', 'f64.ge', 'ref.is_null', 'ref.eq', 'i32.clz', 'i32.ctz', 'i32.popcnt');
/** Is an i32 known to be the same signed and unsigned? */
export function isNonNegative(n) {
    const op = n.op;
    if (op === I32_CONST)
        return n.imm >= 0;
    if (op === AND)
        return isMask(n.args[0]) || isMask(n.args[1]);
    if (op === SHR_U)
        return n.args[1].op === I32_CONST && (n.args[1].imm & 31) !== 0;
    return (n.flags & (Flag.bool | Flag.nonNegative)) !== 0 || NON_NEGATIVE[op] !== 0;
}
const isMask = (n) => n.op === I32_CONST && n.imm >= 0;
export class Writer {
    constructor(marks, memory) {
        /** Identifier of each variable; temporaries are appended as they are needed. */
        this.names = [];
        /** Temporaries that hold what variables had before a parallel copy overwrote them. */
        this.renamed = new Map();
        /** Temporaries that are free, and those taken by the parallel copy being written, by representation. */
        this.free = [[], [], []];
        this.taken = [[], [], []];
        this.kinds = [];
        this.stateName = null;
        this.scratchName = null;
        this.viewName = null;
        /** Do accesses to the first memory that are being written go through the local view? */
        this.usesLocalView = false;
        /** Terms left for the sum being written. */
        this.terms = 0;
        this.helpers = new Map();
        this.marks = marks;
        this.memory = memory;
    }
    /** `kinds`: the representation of each variable. */
    begin(fn, env, kinds) {
        if (env !== this.env)
            this.helpers.clear();
        this.fn = fn;
        this.env = env;
        if (this.renamed.size > 0)
            this.renamed = new Map();
        this.stateName = this.scratchName = this.viewName = null;
        this.usesLocalView = false;
        this.names = [];
        this.kinds = kinds;
        for (let i = 0; i < kinds.length; i++)
            this.names.push(localName(i));
        for (let k = 0; k < 3; k++)
            this.free[k].length = this.taken[k].length = 0;
    }
    /** A new variable. */
    declare() {
        const name = localName(this.names.length);
        this.names.push(name);
        return name;
    }
    /** The identifier of a runtime helper. */
    helper(name) {
        let id = this.helpers.get(name);
        if (id === undefined)
            this.helpers.set(name, id = identifier(this.env.helper(name)));
        return id;
    }
    id(n) { return this.names[this.marks.variable[n.id]]; }
    /** The state of flattened nests, and a reference that is read right after it is set. */
    state() { return this.stateName ??= this.declare(); }
    scratch() { return this.scratchName ??= this.declare(); }
    /** The function's own copy of the first memory's view. */
    localView() { return this.viewName ??= this.declare(); }
    /** A temporary of the same representation as a variable, until `endRenames`. */
    temporary(variable) {
        const kind = this.kinds[variable];
        const name = this.free[kind].pop() ?? this.declare();
        this.taken[kind].push(name);
        return name;
    }
    /** From now on, reads of the variable read `to`. */
    rename(variable, to) { this.renamed.set(variable, to); }
    endRenames() {
        if (this.renamed.size === 0)
            return;
        this.renamed = new Map();
        for (let k = 0; k < 3; k++) {
            for (const name of this.taken[k])
                this.free[k].push(name);
            this.taken[k].length = 0;
        }
    }
    isVariable(n) { return this.marks.place[n.id] === Place.variable; }
    isSimple(n) {
        const place = this.marks.place[n.id];
        return place === Place.variable || place === Place.constant;
    }
    /** The operand `n`, as its consumer wants it. */
    operand(n, want = Want.exact) {
        const place = this.marks.place[n.id];
        if (place === Place.variable) {
            const variable = this.marks.variable[n.id];
            const name = (this.renamed.size > 0 ? this.renamed.get(variable) : undefined) ?? this.names[variable];
            return want === Want.unsigned && !isNonNegative(n) ? binary('>>>', name, ZERO) : name;
        }
        return this.compute(n, want);
    }
    /** The value of the operation `n`, whether or not it goes into a variable then. */
    compute(n, want) {
        const { op } = n;
        if (op === I32_CONST)
            return number(want === Want.unsigned ? n.imm >>> 0 : n.imm);
        const emit = EMITTERS[op];
        if (emit !== undefined)
            return emit(this, n, want);
        if (op === F64_CONST)
            return this.f64(n.imm, n.imm2, (n.flags & Flag.nan) !== 0);
        if (op === F32_CONST)
            return this.f32(n.imm, (n.flags & Flag.nan) !== 0);
        if (op === REF_NULL)
            return NULL;
        throw new Error(`no emitter for ${irOpName(op)} in function ${this.fn.index}`);
    }
    f64(lo, hi, exact) {
        const x = f64FromBits(lo, hi);
        if (x === x || (hi === 0x7ff80000 && lo === 0))
            return number(x);
        return { type: 'CallExpression', callee: this.helper(exact ? 'nanF64' : 'f64FromBits'), arguments: [number(lo), number(hi)] };
    }
    f32(bits, exact) {
        const x = f32FromBits(bits);
        if (x === x || bits === 0x7fc00000)
            return number(x);
        return { type: 'CallExpression', callee: this.helper(exact ? 'nanF32' : 'f32FromBits'), arguments: [number(bits)] };
    }
    operands(args, count = args.length) {
        const out = [];
        for (let i = 0; i < count; i++)
            out.push(this.operand(args[i]));
        return out;
    }
}
// What an operation's JavaScript expression is before coercion, and what it takes to make it what is wanted.
/** From an int32 expression: `&`, `|`, `imul`, signed loads. */
export function fromSigned(e, want) {
    return want === Want.unsigned ? binary('>>>', e, ZERO) : e;
}
/** From an int32 that is not negative. */
export const fromNatural = (e) => e;
/** From a uint32 expression, `>>>`. */
export function fromUnsigned(e, want) {
    return want === Want.exact ? binary('|', e, ZERO) : e;
}
/** From a sum of integers. */
export function fromSum(e, want) {
    switch (want) {
        case Want.unsigned: return binary('>>>', e, ZERO);
        case Want.loose:
        case Want.term: return e;
        default: return binary('|', e, ZERO);
    }
}
/** From a double that ToInt32 truncates to the value. */
export function fromDouble(e, want) {
    switch (want) {
        case Want.unsigned: return binary('>>>', e, ZERO);
        case Want.loose: return e;
        default: return binary('|', e, ZERO);
    }
}
/** From a JavaScript boolean. */
export function fromBoolean(e, want) {
    return want === Want.truth || want === Want.loose ? e : binary('|', e, ZERO);
}
export const negative = (e) => unary('-', e);
export const isI32Const = (n) => n.op === I32_CONST;
export const isI32 = (n) => n.kind === Kind.I32;
