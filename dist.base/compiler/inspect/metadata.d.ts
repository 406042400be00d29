import type { Module } from '../spec/module.js';
/** For example field "processed-by", name "clang", version "22.0.0". */
export interface Producer {
    field: string;
    name: string;
    version: string;
}
export declare function readProducers(m: Module): Producer[];
/** With their prefix: `+simd128`, `-atomics`. */
export declare function readTargetFeatures(m: Module): string[];
