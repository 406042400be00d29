import { F32, F64, I16, I8, Kind, isRef, kindOf } from '../spec/types.js';
/** Which JavaScript array holds the elements. */
export const Elements = { i8: 0, i16: 1, i32: 2, f32: 3, f64: 4, ref: 5 };
const wordsOf = (t) => {
    const kind = kindOf(t);
    if (kind === Kind.I64)
        return [Kind.I32, Kind.I32];
    if (kind === Kind.V128)
        return [Kind.I32, Kind.I32, Kind.I32, Kind.I32];
    return [kind];
};
const isFloat = (t) => t === F32 || t === F64;
const letters = (f) => (isFloat(f.type) ? 'd' : 'x'.repeat(wordsOf(f.type).length));
const structs = new WeakMap();
export function structLayout(m, typeIndex) {
    const t = m.types[typeIndex], struct = t.composite;
    let layout = structs.get(struct);
    if (layout !== undefined)
        return layout;
    const words = [];
    const fields = struct.fields.map((f) => {
        const kinds = wordsOf(f.type), word = words.length;
        words.push(...kinds);
        return { type: f.type, mutable: f.mutable, word, count: kinds.length };
    });
    let key = struct.fields.map(letters).join('');
    // Without relatives it meets nothing else where its fields are read.
    if (!t.final || t.supers.length > 0) {
        let size = 2;
        while (size < key.length)
            size *= 2;
        key = key.padEnd(size, 'x');
    }
    const described = t.descriptor !== undefined;
    structs.set(struct, layout = { fields, words, key: described ? `q${key}` : key, described });
    return layout;
}
const arrays = new WeakMap();
export function arrayLayout(m, typeIndex) {
    const array = m.types[typeIndex].composite;
    let layout = arrays.get(array);
    if (layout !== undefined)
        return layout;
    const { type, mutable } = array.field;
    const elements = isRef(type) ? Elements.ref : type === I8 ? Elements.i8 : type === I16 ? Elements.i16 : type === F32 ? Elements.f32 : type === F64 ? Elements.f64 : Elements.i32;
    arrays.set(array, layout = { type, mutable, elements, words: wordsOf(type).length });
    return layout;
}
/** Bytes of an element in a data segment. */
export function elementBytes(l) {
    return [1, 2, 4 * l.words, 4, 8, 0][l.elements];
}
/** `t` is the type and `q` the descriptor. */
const NAMES = 'abcdefghijklmnoprsuvwxyz';
/** Stands for the word that holds the descriptor. */
export const DESCRIPTOR = -1;
/** Property of a struct's word. */
export function fieldName(word) {
    if (word === DESCRIPTOR)
        return 'q';
    const letter = NAMES[word % NAMES.length], turn = Math.floor(word / NAMES.length);
    return turn === 0 ? letter : letter + String(turn);
}
