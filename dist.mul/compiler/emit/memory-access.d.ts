import type { Node } from '../ir/node.js';
import { type Expression } from './ast.js';
import { type Writer } from './writer.js';
export interface MemoryAccess {
    load(w: Writer, method: string, bytes: number, address: Node, offset: number, memory: number): Expression;
    store(w: Writer, method: string, bytes: number, address: Node, offset: number, memory: number, value: Expression): Expression;
    /** Of floats with the bits of their NaNs. */
    loadFloat(w: Writer, single: boolean, address: Node, offset: number, memory: number): Expression;
    storeFloat(w: Writer, helper: string, address: Node, offset: number, memory: number, value: Expression): Expression;
}
/** The effective address as a number that does not wrap. */
export declare function effectiveAddress(w: Writer, address: Node, offset: number): Expression;
export declare const dataViewAccess: MemoryAccess;
