import type { ExnRec, GlobalRec, MemoryRec, TableRec, TagRec } from '../types.js';
export declare const memoryBrand: symbol;
export declare const tableBrand: symbol;
export declare const globalBrand: symbol;
export declare const tagBrand: symbol;
export declare const exceptionBrand: symbol;
/** Makes `object` the one JS object of `record`. */
export declare function setBrand(object: object, brand: symbol, record: {
    o: object | null;
}): void;
/** The record behind `value`, or undefined if `value` does not carry `brand`. */
export declare function brandedRecord(value: unknown, brand: symbol): {
    o: object | null;
} | undefined;
export declare function memoryRecOf(value: unknown): MemoryRec | undefined;
export declare function tableRecOf(value: unknown): TableRec | undefined;
export declare function globalRecOf(value: unknown): GlobalRec | undefined;
export declare function tagRecOf(value: unknown): TagRec | undefined;
export declare function exnRecOf(value: unknown): ExnRec | undefined;
