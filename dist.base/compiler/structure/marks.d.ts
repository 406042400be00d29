/** What becomes of a node in the output. */
export declare const Place: {
    /** Not met yet, or without use. */
    readonly none: 0;
    /** Written out again at every use. */
    readonly constant: 1;
    /** Assigned to a JavaScript variable. */
    readonly variable: 2;
    /** Written inside the expression of its only user. */
    readonly folded: 3;
    /** A statement without a value, or a control node. */
    readonly statement: 4;
    /** Single use, movable anywhere. */
    readonly pure: 5;
    /** Single use, movable as long as it meets nothing it conflicts with. */
    readonly pending: 6;
};
export type Place = (typeof Place)[keyof typeof Place];
export declare class Marks {
    private capacity;
    /** Uses by live nodes, saturating at 3. */
    uses: Uint8Array<ArrayBuffer>;
    place: Uint8Array<ArrayBuffer>;
    /** Depth of the expression tree under a folded node. */
    depth: Uint8Array<ArrayBuffer>;
    /** Effects of the node and of everything folded into it. */
    effects: Int32Array<ArrayBuffer>;
    /** Innermost loop around the definition, as its number in order of appearance; 0 outside all. */
    loop: Int32Array<ArrayBuffer>;
    /** Index in the stack of pending nodes. */
    slot: Int32Array<ArrayBuffer>;
    /** JavaScript variable of a value in `Place.variable`. */
    variable: Int32Array<ArrayBuffer>;
    /** Control nodes: index of their last item, and how many edges branch to them. */
    leave: Int32Array<ArrayBuffer>;
    branches: Int32Array<ArrayBuffer>;
    reset(nodeCount: number): void;
}
