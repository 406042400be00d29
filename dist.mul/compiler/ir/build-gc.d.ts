import { type ValType } from '../spec/types.js';
import type { FunctionBuilder } from './build.js';
import { type Node } from './node.js';
/** Casts and tests: `imm` is the type asked for. */
export interface CastInfo {
    /** Of a concrete type: nothing is below it, and how deep it is in its hierarchy. */
    final: boolean;
    depth: number;
    /** The value is known not to be null. */
    nonNull: boolean;
}
/** A node that is 1 if `r` is of type `to` and 0 otherwise. */
export declare function testNode(b: FunctionBuilder, r: Node, to: ValType): Node;
/** Of `struct.get`: the object is known not to be null. Cleared by lowering. */
export declare const NON_NULL: number;
