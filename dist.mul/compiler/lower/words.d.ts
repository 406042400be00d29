import { Kind } from '../spec/types.js';
import { type FunctionIR, type Node } from '../ir/node.js';
import { type IrOpName } from '../ir/ops.js';
import { Shape, type Mask } from './simd/shape.js';
export type Lower = (w: WordLowering, n: Node) => void;
/** Lowering by operation id; operations without an entry stay as they are. */
export declare const lowerings: (Lower | undefined)[];
export declare function lowerOps(names: readonly IrOpName[], lower: Lower): void;
export declare class WordLowering {
    readonly fn: FunctionIR;
    /** High word of an i64 value, by the id of the original node. */
    private readonly high;
    /** The region being rewritten. */
    private out;
    private readonly work;
    /** The control nodes around the regions of `work`. */
    private readonly owners;
    private owner;
    /** Null in functions without vectors. */
    private readonly vectors;
    /** The constants lowering makes, one node each for the function. */
    private readonly constants;
    private varWords;
    constructor(fn: FunctionIR);
    run(): void;
    lo(n: Node): Node;
    hi(n: Node): Node;
    /** Where the value is known to fit one word, its high word is what follows from the low one (optimize/ranges.ts). */
    setHi(n: Node, hi: Node): void;
    private impliedHi;
    pair(n: Node): [lo: Node, hi: Node];
    /** The words `lo`, `hi` stand for the i64 value `n`. */
    replace(n: Node, [lo, hi]: readonly [Node, Node]): void;
    /** Appends a node to the code being written. */
    emit(op: number, kind: Kind, args: Node[]): Node;
    i32(op: number, a: Node, b: Node): Node;
    const(value: number): Node;
    zero(): Node;
    /** Rewrites `n` in place, as the next node of the code. */
    become(n: Node, op: number, args: Node[]): Node;
    /** `n` becomes a helper call on words; its kind stays unless it is i64, which leaves its high word in R[0]. */
    becomeHelper(n: Node, helper: string, args: Node[]): Node;
    /** The words of a v128 value in a shape. */
    vector(n: Node, shape: Shape): Node[];
    /** The same as int32 words. */
    v(n: Node): Node[];
    /** The shape chosen for a v128 value: the one to give its words in. */
    shapeOf(n: Node): Shape;
    setVector(n: Node, shape: Shape, words: Node[]): void;
    setV(n: Node, words: Node[]): void;
    /** Sets the result of a comparison. */
    setMask(n: Node, words: Node[], lane: Mask['lane'], bits: Node[]): void;
    mask(n: Node): Mask | null;
    /** What no unsigned short of a v128 value is above: bytes that were widened leave room for plain arithmetic. */
    shortLimit(n: Node): number;
    setShortLimit(n: Node, limit: number): void;
    /** Keeps a node that needs no rewriting. */
    keep(n: Node): void;
    /** The words of values, in order. */
    words(values: Node[]): Node[];
    private manyWords;
    private region;
    private edges;
    private branchWords;
    /** Control nodes: the words of what they take, set and lead to; their regions follow. */
    control(n: Node): void;
    /** Parameters or results as words: the high words of i64 ones put after them, v128 ones in their shapes. */
    widen(values: Node[], owner: Node | null): Node[];
    private call;
    /** Reads result word `k`, k > 0, of class int32. */
    private resultWord;
    private returns;
    private splitVars;
    /** The word that an IR variable starts at. */
    variableWord(variable: number): number;
    private variable;
    /** Access to word `k` of the variable whose first word `n` accesses. */
    private moreOfVariable;
}
