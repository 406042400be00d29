import { type FunctionIR, type Node } from './node.js';
/** The kind an operation always has, or -1 where it depends on the node. */
export declare function fixedKind(op: number): number;
/** A node without its regions: the whole line, or what stands before the first brace. */
export declare function nodeText(n: Node): string;
export declare function printFunction(fn: FunctionIR): string;
