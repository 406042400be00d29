// How structs and arrays are laid out in JavaScript (docs/gc.md). An object has its type in `t` and a property for each word
// of its fields. Which constructor makes it depends on the words alone: types share one, and types in a hierarchy are
// padded to a few sizes, so that code over a supertype meets few hidden classes whatever the subtypes are.
// All of it follows from the canonical type, so modules agree on it without talking.
import type { ArrayType, FieldType, Module, StructType } from '../spec/module.js';
import { F32, F64, I16, I8, Kind, isRef, kindOf, type ValType } from '../spec/types.js';

export interface FieldLayout {
  type: ValType;
  mutable: boolean;
  /** First word, and how many there are. */
  word: number;
  count: number;
}

export interface StructLayout {
  fields: FieldLayout[];
  /** Kinds of the words, i64 as two of int32. */
  words: Kind[];
  /** What the constructor is shared by: a letter for each word, `d` for a double and `x` for anything else. */
  key: string;
  /** Objects of the type carry a descriptor, in `q`. */
  described: boolean;
}

/** Which JavaScript array holds the elements. */
export const Elements = { i8: 0, i16: 1, i32: 2, f32: 3, f64: 4, ref: 5 } as const;
export type Elements = (typeof Elements)[keyof typeof Elements];

export interface ArrayLayout {
  type: ValType;
  mutable: boolean;
  elements: Elements;
  /** Words of one element: two of i64, four of v128, otherwise one. */
  words: number;
}

const wordsOf = (t: ValType): Kind[] => {
  const kind = kindOf(t);
  if (kind === Kind.I64) return [Kind.I32, Kind.I32];
  if (kind === Kind.V128) return [Kind.I32, Kind.I32, Kind.I32, Kind.I32];
  return [kind];
};
const isFloat = (t: ValType): boolean => t === F32 || t === F64;
const letters = (f: FieldType): string => (isFloat(f.type) ? 'd' : 'x'.repeat(wordsOf(f.type).length));

const structs = new WeakMap<StructType, StructLayout>();
export function structLayout(m: Module, typeIndex: number): StructLayout {
  const t = m.types[typeIndex], struct = t.composite as StructType;
  let layout = structs.get(struct);
  if (layout !== undefined) return layout;
  const words: Kind[] = [];
  const fields = struct.fields.map((f): FieldLayout => {
    const kinds = wordsOf(f.type), word = words.length;
    words.push(...kinds);
    return { type: f.type, mutable: f.mutable, word, count: kinds.length };
  });
  let key = struct.fields.map(letters).join('');
  // Without relatives it meets nothing else where its fields are read.
  if (!t.final || t.supers.length > 0) {
    let size = 2;
    while (size < key.length) size *= 2;
    key = key.padEnd(size, 'x');
  }
  const described = t.descriptor !== undefined;
  structs.set(struct, layout = { fields, words, key: described ? `q${key}` : key, described });
  return layout;
}

const arrays = new WeakMap<ArrayType, ArrayLayout>();
export function arrayLayout(m: Module, typeIndex: number): ArrayLayout {
  const array = m.types[typeIndex].composite as ArrayType;
  let layout = arrays.get(array);
  if (layout !== undefined) return layout;
  const { type, mutable } = array.field;
  const elements = isRef(type) ? Elements.ref : type === I8 ? Elements.i8 : type === I16 ? Elements.i16 : type === F32 ? Elements.f32 : type === F64 ? Elements.f64 : Elements.i32;
  arrays.set(array, layout = { type, mutable, elements, words: wordsOf(type).length });
  return layout;
}

/** Bytes of an element in a data segment. */
export function elementBytes(l: ArrayLayout): number {
  return [1, 2, 4 * l.words, 4, 8, 0][l.elements];
}

/** `t` is the type and `q` the descriptor. */
const NAMES = 'abcdefghijklmnoprsuvwxyz';
/** Stands for the word that holds the descriptor. */
export const DESCRIPTOR = -1;
/** Property of a struct's word. */
export function fieldName(word: number): string {
  if (word === DESCRIPTOR) return 'q';
  const letter = NAMES[word % NAMES.length], turn = Math.floor(word / NAMES.length);
  return turn === 0 ? letter : letter + String(turn);
}
