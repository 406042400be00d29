import type { Edge, Node } from '../ir/node.js';
import { type Marks } from '../structure/marks.js';
import { Nesting } from '../structure/nesting.js';
import { type Sequence } from '../structure/sequence.js';
import { type Expression, type Identifier, type Statement } from './ast.js';
import { ParallelCopies } from './copies.js';
import { Flattening } from './flatten.js';
import { Frame, FrameKind } from './frames.js';
import { LocalView } from './local-view.js';
import { type Writer } from './writer.js';
export declare class Control {
    readonly w: Writer;
    readonly marks: Marks;
    readonly copies: ParallelCopies;
    readonly nesting: Nesting;
    readonly view: LocalView;
    readonly frames: Frame[];
    seq: Sequence;
    /** Where statements go. */
    out: Statement[];
    /** Where control is when it comes to the end of `out`. */
    falloff: number;
    /** What an unlabelled `break` leaves and `continue` continues. */
    breakable: Frame | null;
    loop: Frame | null;
    /** Directly in a flattened region, where the list being written may end anywhere. */
    inFlat: boolean;
    /** The flattened nest we are in, and by try those around it. */
    readonly flattenings: (Flattening | null)[];
    /** How many tries are open. */
    tries: number;
    /** Canonical key of the exit of a control node, by id. */
    private exits;
    private frameAt;
    constructor(w: Writer);
    run(seq: Sequence): Statement[];
    private get flattening();
    private set flattening(value);
    exitOf(n: Node): number;
    /** Where an edge leads. */
    edgeKey(e: Edge): number;
    hasCopies(e: Edge): boolean;
    emitCopies(e: Edge, out: Statement[]): void;
    /** The place a control node's end leads to: that of the jump right behind it, or itself. */
    private findExit;
    isLoop(n: Node): boolean;
    /** Goes to `key`; `tail` if this is the end of the list, where control may already arrive by itself. */
    jump(key: number, out: Statement[], tail: boolean): void;
    /** Would a jump need no label? */
    private isNear;
    labelOf(frame: Frame): Identifier;
    open(kind: FrameKind, node: Node): Frame;
    /** Lets jumps to `key` go to the frame; a block or `if` only if nothing else does already. */
    takeExit(frame: Frame, key: number, always: boolean): void;
    takeHead(frame: Frame, key: number): void;
    private release;
    /** Takes the frame off the stack and puts back what it replaced. */
    close(frame: Frame): void;
    get top(): Frame;
    private push;
    /** Closes the topmost frame, one that was opened by a branch. */
    closeOpened(): void;
    /** Closes what branches opened in the region that ends, down to the frame of `owner`. */
    endRegion(owner: Node): Frame;
    /** `if` with whichever arms are not empty; `condition` is the node that `test` was written from. */
    pushIf(condition: Node, test: Expression, consequent: Statement[], alternate: Statement[], label?: Identifier | null): void;
    private enter;
    private next;
    private leave;
    private enterFlat;
    /** Copies the module's view into the function's own variable. */
    private takeView;
    private node;
    private statement;
    private returns;
    /** A call whose result words have names: the first is returned, the others are in the register files. */
    private callWithResults;
    private brIf;
    /**
     * A block left by one conditional branch, whose rest then goes to where what follows the block ends too:
     * `block a { block b { br_if b c; X; br a } Y }` is `if (!c) X else Y`.
     */
    private choosesFollowing;
}
