import type { FunctionBuilder } from './build.js';
import type { Node } from './node.js';
/** A number of bytes or pages as memory operations take it: i32 (taken unsigned), or a double. */
export declare function address(b: FunctionBuilder, n: Node): Node;
/** The index of a table entry, or a number of entries. Tables end far below 2^32, so that all of more than 32 bits may
 * become the largest of 32: it is out of bounds as well. */
export declare function index(b: FunctionBuilder, n: Node): Node;
