import { type FunctionIR, type Node, type Region } from '../ir/node.js';
/** They are written where they are used, so they cross no border. */
export declare const IS_CONSTANT: Uint8Array<ArrayBufferLike>;
/** One region, by number. */
export interface LaidRegion {
    region: Region;
    /** Positions of its nodes, and its end. */
    positions: number[];
    /** How many of them a run may take: not the `yield`, which says what falling out of this very region means. */
    cuttable: number;
    end: number;
    /** Position of the control node it belongs to, -1 for the body. */
    owner: number;
    /** How often it is run, relative to the function. */
    frequency: number;
    /** Inside the body of a try, where a handler may see what variables were set to. */
    guarded: boolean;
    /** Indices of its first and last control node, -1 if it has none. */
    firstControl: number;
    lastControl: number;
}
export declare class Layout {
    readonly fn: FunctionIR;
    readonly nodes: Node[];
    readonly regions: LaidRegion[];
    /** By position: where the node's regions end, and the bytes of all nodes before. */
    readonly end: Int32Array;
    readonly before: Float64Array;
    /** By position: 1 if nothing may be cut right before it, as it belongs to what is before. */
    private readonly glued;
    /** By id: position of the definition, -1 for parameters; position of the last use, -1 for none. */
    readonly defined: Int32Array;
    readonly lastUse: Int32Array;
    /** Number of values alive across the border before a position. */
    readonly crossing: Int32Array;
    /** `together`: nodes that must stay with the one before them. */
    constructor(fn: FunctionIR, together: ReadonlySet<Node>);
    bytes(start: number, end: number): number;
    mayCut(at: number): boolean;
    private walk;
    private visit;
    private uses;
    /** Code behind the end of a block that only `br_table` leads to is one of many; code that ends in a trap hardly ever runs. */
    private frequency;
    /** How often the code of a region from `index` on is run: it may come behind a block that others jump out of. */
    frequencyAt(laid: LaidRegion, index: number): number;
    /** By position of a block that is a case of a `br_table`: how many cases there are. */
    readonly rungs: Map<number, number>;
    private count;
    private alive;
    /** Result words wait in the registers from the call to where they are read, and from where they are set to the return. */
    private glue;
}
