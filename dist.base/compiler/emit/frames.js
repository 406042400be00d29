export const exitKey = (n) => n.id * 2;
export const headKey = (n) => n.id * 2 + 1;
/** No place at all. */
export const NOWHERE = -1;
/** The end of the function. */
export const RETURN = -2;
export const FrameKind = {
    block: 0,
    if: 1,
    loop: 2,
    /** `if (!condition) { …the rest of the region… }` for a conditional branch to where the region ends. */
    rest: 3,
    /** A block whose one branch chooses between its own rest and what follows it: first and second half of an `if`. */
    own: 4,
    following: 5,
    switch: 6,
    /** The loop around a flattened nest, and the control nodes in it. */
    dispatch: 7,
    flat: 8,
    /** A try, in its body or one of its handlers. */
    try: 9,
};
export class Frame {
    constructor(kind, node, out, falloff, breakable, loop, inFlat) {
        this.exit = NOWHERE;
        this.head = NOWHERE;
        /** Frames that these keys meant before. */
        this.outerExit = undefined;
        this.outerHead = undefined;
        this.label = null;
        /** `continue`s to it that were written. */
        this.continues = 0;
        /** A condition, or what a `switch` switches on; and the node it was written from. */
        this.test = null;
        this.condition = null;
        /** The arguments of the branch that was turned into an `if`. */
        this.edge = null;
        this.consequent = [];
        /** Of a try: its body and handlers. */
        this.parts = [];
        this.cases = [];
        /** Of a switch: tests of the cases that are still to be opened, by key; null is `default`. */
        this.pending = null;
        this.kind = kind;
        this.node = node;
        this.out = out;
        this.falloff = falloff;
        this.breakable = breakable;
        this.loop = loop;
        this.inFlat = inFlat;
        this.start = out.length;
    }
}
