// Structs and arrays over words. An i64 field is two properties, an element two numbers; i8 and i16 are kept unsigned. Only
// accesses that JavaScript has remain: a property (`gc.get`, `gc.set`), an element whose index is checked (`gc.elem`), and an
// element that is looked at first and checked then (`gc.at`, `gc.guard`): reading beyond the end gives undefined,
// and that is cheaper to check than the index, which the engine checks once more anyway. Even where an element is
// written: looking at the old one takes half the time of comparing the index with the length.
import { opId } from '../spec/opcodes.js';
import { F32, F64, Heap, I16, I8, Kind, heapOf, isRef, kindOf } from '../spec/types.js';
import { NON_NULL } from '../ir/build-gc.js';
import { Elements } from '../ir/gc-layout.js';
import { irOp } from '../ir/ops.js';
import { lowerOps } from './words.js';
const AND = opId('i32.and'), SHL = opId('i32.shl'), OR = opId('i32.or'), NULL = opId('ref.null'), CONST = opId('i32.const'), AS_NON_NULL = opId('ref.as_non_null');
const EXTEND = { [I8]: opId('i32.extend8_s'), [I16]: opId('i32.extend16_s') };
const NEW = irOp('gc.new'), SET = irOp('gc.set'), INDEX = irOp('gc.index'), AT = irOp('gc.at'), AT_CONST = irOp('gc.at.const'), GUARD = irOp('gc.guard');
const ELEM = irOp('gc.elem'), ELEM_CONST = irOp('gc.elem.const'), ELEM_SET = irOp('gc.elem.set'), NEW_DEFAULT = opId('array.new_default');
/** Reading a property: by whether it may change, and whether the object may be null. */
const GET = [irOp('gc.get'), irOp('gc.get.nonnull'), irOp('gc.get.const'), irOp('gc.get.pure')];
/** A new array of so few words is filled one by one. */
const FEW = 8;
const isPacked = (t) => t === I8 || t === I16;
const wordKind = (t) => (isRef(t) ? Kind.Ref : t === F32 ? Kind.F32 : t === F64 ? Kind.F64 : Kind.I32);
/** The default value of a type, as words. */
function zeroWords(w, t) {
    const kind = kindOf(t);
    if (kind === Kind.Ref)
        return [w.emit(NULL, kind, [])];
    if (kind === Kind.F32)
        return [w.emit(opId('f32.const'), kind, [])];
    if (kind === Kind.F64)
        return [w.emit(opId('f64.const'), kind, [])];
    return Array.from({ length: kind === Kind.I64 ? 2 : kind === Kind.V128 ? 4 : 1 }, () => w.zero());
}
/** A value as it is kept in a packed field. */
function packed(w, v, t) {
    const mask = t === I8 ? 0xff : 0xffff;
    return v.op === CONST ? w.const(v.imm & mask) : w.i32(AND, v, w.const(mask));
}
/** The words read are the value of `n`. */
function finish(w, n, type, signed, words) {
    if (n.kind === Kind.V128) {
        w.setV(n, words);
        return;
    }
    n.forward = isPacked(type) && signed ? w.emit(EXTEND[type], Kind.I32, [words[0]]) : words[0];
    if (words.length > 1)
        w.setHi(n, words[1]);
}
// Structs
lowerOps(['struct.new', 'struct.new_desc'], (w, n) => {
    const layout = n.aux;
    const args = [];
    if (layout.described)
        args.push(descriptor(w, n.args[n.args.length - 1]));
    layout.fields.forEach((f, k) => {
        if (isPacked(f.type))
            args.push(packed(w, w.lo(n.args[k]), f.type));
        else
            args.push(...w.words([n.args[k]]));
    });
    allocate(w, n, args);
});
lowerOps(['struct.new_default', 'struct.new_default_desc'], (w, n) => {
    const layout = n.aux;
    allocate(w, n, [...(layout.described ? [descriptor(w, n.args[0])] : []), ...layout.fields.flatMap((f) => zeroWords(w, f.type))]);
});
/** A descriptor traps if it is null. */
const descriptor = (w, n) => w.emit(AS_NON_NULL, Kind.Ref, [w.lo(n)]);
function allocate(w, n, args) {
    n.op = NEW;
    n.args = args;
    w.keep(n);
}
for (const name of ['struct.get', 'struct.get_s', 'struct.get_u']) {
    const signed = name === 'struct.get_s';
    lowerOps([name], (w, n) => {
        const f = n.aux.fields[n.imm2];
        const op = GET[(f.mutable ? 0 : 2) + (n.flags & NON_NULL ? 1 : 0)];
        const object = w.lo(n.args[0]);
        const words = [];
        for (let k = 0; k < f.count; k++) {
            const get = w.emit(op, wordKind(f.type), [object]);
            get.imm = n.imm;
            get.imm2 = f.word + k;
            words.push(get);
        }
        words[0].local = n.local;
        finish(w, n, f.type, signed, words);
    });
}
lowerOps(['struct.set'], (w, n) => {
    const f = n.aux.fields[n.imm2];
    const object = w.lo(n.args[0]);
    const words = isPacked(f.type) ? [packed(w, w.lo(n.args[1]), f.type)] : w.words([n.args[1]]);
    words.forEach((word, k) => {
        const set = w.emit(SET, Kind.None, [object, word]);
        set.imm = n.imm;
        set.imm2 = f.word + k;
    });
});
// Elements
/** Undefined is a value of host references. */
const tellsEnd = (l) => l.words === 1 && !(isRef(l.type) && (heapOf(l.type) === Heap.extern || heapOf(l.type) === Heap.noextern));
/** Index of a word of an element whose own index is checked. */
function wordIndex(w, index, l, k) {
    if (l.words === 1)
        return index;
    if (index.op === CONST)
        return w.const(index.imm * l.words + k);
    const first = w.i32(SHL, index, w.const(l.words === 2 ? 1 : 2));
    return k === 0 ? first : w.i32(OR, first, w.const(k));
}
function element(w, op, kind, args, l) {
    const e = w.emit(op, kind, args);
    e.imm = l.elements;
    return e;
}
for (const name of ['array.get', 'array.get_s', 'array.get_u']) {
    const signed = name === 'array.get_s';
    lowerOps([name], (w, n) => {
        const l = n.aux, kind = wordKind(l.type);
        const array = w.lo(n.args[0]), at = w.lo(n.args[1]);
        const words = [];
        if (tellsEnd(l)) {
            words.push(element(w, l.mutable ? AT : AT_CONST, kind, [array, at], l));
            w.emit(GUARD, Kind.None, [words[0]]);
        }
        else {
            const index = w.emit(INDEX, Kind.I32, [array, at]);
            for (let k = 0; k < l.words; k++)
                words.push(element(w, l.mutable ? ELEM : ELEM_CONST, kind, [array, wordIndex(w, index, l, k)], l));
        }
        words[0].local = n.local;
        finish(w, n, l.type, signed, words);
    });
}
lowerOps(['array.set'], (w, n) => {
    const l = n.aux;
    const array = w.lo(n.args[0]), words = w.words([n.args[2]]);
    const at = w.lo(n.args[1]);
    if (tellsEnd(l)) {
        w.emit(GUARD, Kind.None, [element(w, AT, wordKind(l.type), [array, at], l)]);
        element(w, ELEM_SET, Kind.None, [array, at, words[0]], l);
        return;
    }
    const index = w.emit(INDEX, Kind.I32, [array, at]);
    words.forEach((word, k) => { element(w, ELEM_SET, Kind.None, [array, wordIndex(w, index, l, k), word], l); });
});
// Whole arrays keep their operations on words
lowerOps(['array.new'], (w, n) => {
    n.args = [w.lo(n.args[1]), ...w.words([n.args[0]])];
    w.keep(n);
});
lowerOps(['array.new_fixed'], (w, n) => {
    const l = n.aux;
    const words = w.words(n.args);
    if (l.elements === Elements.ref || words.length > FEW) {
        n.args = words;
        w.keep(n);
        return;
    }
    n.op = NEW_DEFAULT;
    n.args = [w.const(n.imm2)];
    w.keep(n);
    words.forEach((word, k) => { element(w, ELEM_SET, Kind.None, [n, w.const(k), word], l); });
});
