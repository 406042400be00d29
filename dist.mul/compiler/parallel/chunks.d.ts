import type { Module } from '../spec/module.js';
/** Functions `from` to `to` (exclusive). */
export interface Chunk {
    from: number;
    to: number;
    bytes: number;
}
/** All functions with bodies, in order. */
export declare function chunksOf(m: Module, workers: number): Chunk[];
/**
 * Hands out chunks, in order but for one that is so large that waiting any longer would leave one worker alone with it at the
 * end. (All large ones first would be simpler, but a compiler that starts with them takes a quarter more time for all.)
 */
export declare class Dealer {
    #private;
    constructor(chunks: readonly Chunk[], workers: number);
    /** The next chunk of those up to `last`, if there is one. */
    take(last?: number): number | undefined;
}
