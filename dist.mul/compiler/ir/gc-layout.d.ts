import type { Module } from '../spec/module.js';
import { Kind, type ValType } from '../spec/types.js';
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
export declare const Elements: {
    readonly i8: 0;
    readonly i16: 1;
    readonly i32: 2;
    readonly f32: 3;
    readonly f64: 4;
    readonly ref: 5;
};
export type Elements = (typeof Elements)[keyof typeof Elements];
export interface ArrayLayout {
    type: ValType;
    mutable: boolean;
    elements: Elements;
    /** Words of one element: two of i64, four of v128, otherwise one. */
    words: number;
}
export declare function structLayout(m: Module, typeIndex: number): StructLayout;
export declare function arrayLayout(m: Module, typeIndex: number): ArrayLayout;
/** Bytes of an element in a data segment. */
export declare function elementBytes(l: ArrayLayout): number;
/** Stands for the word that holds the descriptor. */
export declare const DESCRIPTOR = -1;
/** Property of a struct's word. */
export declare function fieldName(word: number): string;
