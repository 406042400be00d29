import type { Node, Region } from '../../ir/node.js';
import type { WordLowering } from '../words.js';
import { type Shapes } from './choose-shapes.js';
import { Shape, type Mask } from './shape.js';
export declare class Vectors {
    readonly shapes: Shapes;
    private readonly w;
    private readonly byId;
    /** See `shortLimit`. */
    private readonly limits;
    /** Params of the function and of loops, by the region at whose start they are converted. */
    private readonly entering;
    /** What control nodes listed before their lists were widened. */
    private readonly params;
    private readonly results;
    constructor(w: WordLowering);
    shapeOf(n: Node): Shape;
    has(n: Node): boolean;
    mask(n: Node): Mask | null;
    shortLimit(n: Node): number;
    setShortLimit(n: Node, limit: number): void;
    /** The words of a value in a given shape. */
    words(n: Node, shape: Shape): Node[];
    /** Gives a value its words; they have just been emitted, or are about to be visible. */
    set(n: Node, shape: Shape, words: Node[], mask?: Mask | null): void;
    /** The same for words whose definition does not stand in the code yet; `complete` is called once it does. */
    declare(n: Node, shape: Shape, words: Node[]): void;
    /** Emits the conversions that uses of `n` want. */
    complete(n: Node): void;
    private convert;
    /** Puts the words of a param or result `v` of `owner` at the end of `list`; the first is `v` itself. */
    widen(v: Node, owner: Node | null, list: Node[]): void;
    /** Notes what a control node sets, before its lists are widened. */
    remember(n: Node): void;
    enterWith(region: Region, params: Node[]): void;
    enter(region: Region): void;
    leave(n: Node): void;
    /** Words of the arguments of a branch to a control node, in the shapes of what they set. */
    branchWords(args: Node[], target: Node, toParams: boolean): Node[];
}
export declare function f32OfInt(w: WordLowering, x: Node): Node;
export declare function intOfF32(w: WordLowering, x: Node): Node;
export declare function f64OfInts(w: WordLowering, lo: Node, hi: Node): Node;
export declare function intsOfF64(w: WordLowering, x: Node): Node[];
