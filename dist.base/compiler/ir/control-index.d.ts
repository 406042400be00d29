import type { Edge, FunctionIR, Node } from './node.js';
export declare class ControlIndex {
    /** Control nodes in evaluation order; the index in this list is a node's ordinal. */
    readonly controls: Node[];
    /** Ordinal of the enclosing control node, -1 at the top. By ordinal. */
    parent: Int32Array<ArrayBuffer>;
    /** Ordinal of a control node, by node id. Entries of other nodes are arbitrary. */
    ordinal: Int32Array<ArrayBuffer>;
    /** First entry that sets the results (of a loop: what leaves it) by ordinal, -1 if none; `next` goes on. */
    toResults: Int32Array<ArrayBuffer>;
    /** First entry that sets the params of a loop, its own initial values excluded. By ordinal. */
    toParams: Int32Array<ArrayBuffer>;
    next: Int32Array<ArrayBuffer>;
    /** By entry: what holds the `args`, an edge or a yield. */
    readonly holder: (Edge | Node)[];
    /** By entry: the branching node or the yield itself. */
    readonly source: Node[];
    /** By entry: ordinal of the control node directly around `source`. */
    at: Int32Array<ArrayBuffer>;
    private readonly saved;
    private readonly positions;
    private readonly indices;
    private readonly around;
    private addEntry;
    private addControl;
    /** `visit`, if given, sees every node once, in evaluation order, with the ordinal of the control node around it. */
    build(fn: FunctionIR, visit: ((n: Node, around: number) => void) | null): void;
    /** Lets go of the function, so that its IR can be collected; arrays of numbers stay. */
    release(): void;
}
/** A larger copy, at least `size` long. */
export declare function grown(a: Int32Array, size: number): Int32Array<ArrayBuffer>;
