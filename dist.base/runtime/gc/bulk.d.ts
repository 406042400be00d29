import type { Float } from '../nan.js';
import type { GcArrayObject } from './objects.js';
import type { Rtt } from '../types.js';
export declare function checkRange(x: GcArrayObject, i: number, n: number): void;
export declare function arrayFill(x: GcArrayObject, i: number, v: unknown, n: number): void;
/** With NaNs of any bits. */
export declare function arrayFillFloats(x: GcArrayObject, i: number, v: Float, n: number): void;
export declare function arrayFillWords(x: GcArrayObject, i: number, words: number[], n: number): void;
/** Checks both ranges; true if there is something to copy. */
export declare function checkCopy(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): boolean;
type Typed = Uint8Array | Uint16Array | Int32Array | Float32Array | Float64Array;
export declare function copyTyped(to: Typed, di: number, from: Typed, si: number, n: number): void;
export declare function copyI8(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): void;
export declare function copyI16(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): void;
export declare function copyI32(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number, words: number): void;
export declare function copyF32(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): void;
/** As bytes: numbers would lose the bits of NaNs. */
export declare function copyFloats(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): void;
export declare function copyF64(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): void;
export declare function copyRefs(d: GcArrayObject, di: number, s: GcArrayObject, si: number, n: number): void;
/** Reads `n` elements (or words) from `s` on into `a` from `at` on. Most are few: string literals. */
export type ReadElements = (a: never, at: number, segment: Uint8Array, s: number, n: number) => void;
export declare function dataI8(a: Uint8Array, at: number, segment: Uint8Array, s: number, n: number): void;
export declare function dataI16(a: Uint16Array, at: number, segment: Uint8Array, s: number, n: number): void;
export declare function dataI32(a: Int32Array, at: number, segment: Uint8Array, s: number, n: number): void;
/** As bytes, because a float that is read and written may lose the bits of a NaN. */
export declare function dataF32(a: Float32Array, at: number, segment: Uint8Array, s: number, n: number): void;
export declare function dataF64(a: Float64Array, at: number, segment: Uint8Array, s: number, n: number): void;
/** The length of array.new_data, when it is known to fit the segment. */
export declare function dataLength(segment: Uint8Array, s: number, n: number, bytes: number): number;
/** array.init_data, for elements of `words` words and `bytes` bytes, and the end of array.new_data. */
export declare function arrayData(x: GcArrayObject, i: number, segment: Uint8Array, s: number, n: number, read: ReadElements, words: number, bytes: number): GcArrayObject;
export declare function arrayElements(x: GcArrayObject, i: number, segment: unknown[], s: number, n: number): void;
/** array.new_elem */
export declare function newElements(t: Rtt, segment: unknown[], s: number, n: number): GcArrayObject;
export {};
