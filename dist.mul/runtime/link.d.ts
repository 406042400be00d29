import type { Kind, CompiledModule, Rec, Rtt } from './types.js';
/** The record of each import, in order. */
export declare function link(module: CompiledModule, importObject: unknown, types?: Rtt[]): Rec[];
export declare function kindOf(module: CompiledModule, kind: number): Kind;
export declare function isObject(value: unknown): value is {
    [name: string]: unknown;
};
export declare function describeValue(value: unknown): string;
