import { Kind } from '../spec/types.js';
/** A way out of a branch: to a `block` (sets its results and leaves it) or a `loop` (sets its params and continues it). */
export interface Edge {
    target: Node;
    args: Node[];
}
/** Nodes in evaluation order. It ends with a terminator (br, br_table, yield, return, unreachable, throw,
 * return_call*), or with a control node that is never left (`Flag.noExit`). */
export interface Region {
    nodes: Node[];
}
export declare const Flag: {
    /** Control: no path leaves it forwards. */
    readonly noExit: 1;
    /** The value is known to be 0 or 1. */
    readonly bool: 2;
    /** The i32 is not negative, so signed and unsigned agree. */
    readonly nonNegative: 4;
    /** The high word of the i64 is 0, or repeats the sign of the low one. */
    readonly highZero: 8;
    readonly highSign: 16;
    /** Must keep the bits of NaNs (lower/exact-nans.ts). */
    readonly nan: 32;
    /** Of stores: the number may be a NaN, and is to be stored as the canonical one. */
    readonly nanNumber: 64;
    /** Of `if`: a hint says that it mostly goes one way. */
    readonly predictable: 128;
};
/** Fields are in the order of how often passes look at them: the first ones share a cache line. All are set in the constructor, as
 * engines lay them out in the order of their first assignments. */
export declare class Node {
    /** Id of the opcode row or IR operation. */
    op: number;
    args: Node[];
    /** Dense within a function; only splitting renumbers. */
    id: number;
    kind: Kind;
    flags: number;
    /** Set when the node was replaced; `resolve` follows it. */
    forward: Node | null;
    /** Immediates by operation: constant words, offset, index. */
    imm: number;
    imm2: number;
    edges: Edge[] | null;
    regions: Region[] | null;
    results: Node[] | null;
    params: Node[] | null;
    /** The wasm local the value was last assigned to, or -1: a hint for names and for sharing variables. */
    local: number;
    /** Of `result` and `loop.param`: the node that owns it, and `imm` its index there. */
    owner: Node | null;
    /** The rest of the immediates where two numbers do not suffice; which type is said in ops.ts. */
    aux: unknown;
    constructor(id: number, op: number, kind: Kind, args: Node[]);
}
/** The node that stands for `n` now. */
export declare function resolve(n: Node): Node;
/** One function in IR form. Ids are dense, so passes keep side tables in typed arrays of `nodeCount` entries. */
export declare class FunctionIR {
    readonly index: number;
    readonly name: string | undefined;
    /** Ops `param`, `imm` = word index in the parameter list. */
    params: Node[];
    /** Kinds of the result words `return` carries. */
    results: Kind[];
    body: Region;
    /** Kinds of the IR variables that `var.get`/`var.set` (imm = index) name: locals kept out of SSA form. */
    vars: Kind[];
    nodeCount: number;
    /** Of a piece taken out of a function that was too large: its number there, from 1. Else 0. */
    piece: number;
    /** What was taken out of this function. */
    pieces: FunctionIR[];
    /** Makes tail calls other than to itself, and so needs a tail form (docs/abi.md). */
    tailCalls: boolean;
    /** Has instructions that are tail calls. */
    hasReturnCalls: boolean;
    /** Functions of this module it calls directly, some more than once. */
    readonly callees: number[];
    /** Was built with merges that nobody may read. */
    hasDeadMerges: boolean;
    /** Some node is, or was, of kind v128. */
    hasVectors: boolean;
    /** Some node is, or was, of kind i64. */
    hasWide: boolean;
    /** Some node is, or was, of kind f32 or f64. */
    hasFloats: boolean;
    constructor(index: number, name: string | undefined, results: Kind[]);
    node(op: number, kind: Kind, args: Node[]): Node;
}
