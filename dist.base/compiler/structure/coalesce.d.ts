import { type LiveRanges } from './live-ranges.js';
import type { Node } from '../ir/node.js';
import { Kind } from '../spec/types.js';
export declare class Classes {
    private parent;
    /** By root: first write and last read. */
    private first;
    private last;
    /** By root: start and end of every interval, sorted and disjoint, for classes that have more than one. */
    private lists;
    /** By root: 1 if a parameter of the function is in it. */
    private fixed;
    /** By id: the wasm local, or -1. */
    private local;
    find(id: number): number;
    /** First write and last read of a class. */
    start(root: number): number;
    end(root: number): number;
    private list;
    private unite;
    build(nodeCount: number, params: readonly Node[], ranges: LiveRanges): void;
}
/** Values of a kind share variables only with their like: engines keep integers, doubles and references apart. */
export declare const representation: (kind: Kind) => number;
