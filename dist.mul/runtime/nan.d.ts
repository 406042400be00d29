import type { GcArrayObject } from './gc/objects.js';
/** `l` holds the bits of an f32; of an f64 the low ones, and `h` the high ones. */
export interface NanBits {
    l: number;
    h: number;
    valueOf(): number;
}
export type Float = number | NanBits;
type FloatArray = Float32Array | Float64Array;
export declare function nanValue(): number;
/** The float of NaN bits. */
export declare function nanF32(bits: number): Float;
export declare function nanF64(l: number, h: number): Float;
/** The bits of a NaN. */
export declare function nanBitsF32(x: Float): number;
export declare function nanLow(x: Float): number;
export declare function nanHigh(x: Float): number;
export declare function loadF32(view: DataView, at: number): Float;
export declare function loadF64(view: DataView, at: number): Float;
export declare function storeF32(view: DataView, at: number, x: Float): void;
export declare function storeF64(view: DataView, at: number, x: Float): void;
/** The last word first: if it is out of bounds, nothing has been written. */
export declare function storeNanF64(view: DataView, at: number, x: Float): void;
export declare function storeNumberF32(view: DataView, at: number, x: number): void;
export declare function storeNumberF64(view: DataView, at: number, x: number): void;
export declare function exactBitsF32(x: Float): number;
/** The low word; the high one is in R[0]. */
export declare function exactBitsF64(x: Float): number;
export declare function exactF32(bits: number): Float;
export declare function exactF64(l: number, h: number): Float;
export declare function negF32(x: Float): Float;
export declare function negF64(x: Float): Float;
export declare function absF32(x: Float): Float;
export declare function absF64(x: Float): Float;
export declare function copysignF32(x: Float, y: Float): Float;
export declare function copysignF64(x: Float, y: Float): Float;
export declare function noBits(): (Float | undefined)[];
export declare const RN: (Float | undefined)[];
export declare function setResultBits(file: Float64Array, k: number, x: Float): void;
export declare function resultBits(file: Float64Array, k: number): Float;
export declare function takeResultBits(k: number): Float;
/** Undefined beyond the end, as the array gives it. */
export declare function getElementF32(a: Float32Array, i: number): Float;
export declare function getElementF64(a: Float64Array, i: number): Float;
export declare function nanElement(a: Float64Array, i: number): Float;
export declare function setElement(a: FloatArray, i: number, x: Float): void;
export declare function setNumber(a: FloatArray, i: number, x: number): void;
export declare function setNanElement(a: FloatArray, i: number, x: Float): void;
export declare function intElements(a: FloatArray): Int32Array;
/** All elements of a new array set to a value. */
export declare function filledFloats(x: GcArrayObject, v: Float): GcArrayObject;
export declare function fillFloats(a: FloatArray, i: number, v: Float, n: number): void;
/** array.new_fixed */
export declare function fixedFloats(x: GcArrayObject, values: Float[]): GcArrayObject;
export {};
