import type { Rtt } from '../types.js';
import type { GcArrayObject } from './objects.js';
export declare function arrayTrap(): never;
/** The length as a number; what does not fit a gigabyte is refused as V8 does. */
export declare function arrayLength(n: number, bytes: number): number;
export declare const arraySlab: {
    b: ArrayBuffer | null;
    n: number;
};
/** Reserves bytes in `arraySlab.b` and returns where. */
export declare function slabOffset(bytes: number): number;
/** Is an array of so many bytes cut from a common buffer? */
export declare function isMedium(bytes: number): boolean;
export declare function newI8(t: Rtt, n: number): GcArrayObject;
export declare function newI16(t: Rtt, n: number): GcArrayObject;
/** Elements of so many words: i32, i64, v128. */
export declare function newI32(t: Rtt, n: number, words: number): GcArrayObject;
export declare function newF32(t: Rtt, n: number): GcArrayObject;
export declare function newF64(t: Rtt, n: number): GcArrayObject;
/** References, all `v`. */
export declare function newRefs(t: Rtt, n: number, v: unknown): GcArrayObject;
/** Copied from, because a copy has no holes and pushing one by one is slow. */
export declare const someNulls: unknown[];
export declare function nulls(n: number): unknown[];
/** All elements of a new array set to a value of one word. */
export declare function filled(x: GcArrayObject, v: number): GcArrayObject;
/** To a value of several words. */
export declare function filledWords(x: GcArrayObject, words: number[]): GcArrayObject;
export declare function fillWords(a: Int32Array, i: number, n: number, words: number[]): void;
/** array.new_fixed */
export declare function fixed(x: GcArrayObject, words: number[]): GcArrayObject;
