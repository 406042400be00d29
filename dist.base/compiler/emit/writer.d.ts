import { type FunctionIR, type Node } from '../ir/node.js';
import { type IrOpName } from '../ir/ops.js';
import { type Marks } from '../structure/marks.js';
import { type Expression, type Identifier } from './ast.js';
import type { EmitEnv } from './env.js';
import type { MemoryAccess } from './memory-access.js';
/** What the consumer of an i32 needs. */
export declare const Want: {
    /** The value itself: a signed int32 number, a double, a reference. */
    readonly exact: 0;
    /** i32: anything that ToInt32 turns into the value. f32: anything that rounds to it. */
    readonly loose: 1;
    /** The value taken unsigned. */
    readonly unsigned: 2;
    /** Only whether it is zero. */
    readonly truth: 3;
    /** An integer, congruent and below 2^33, that many of may be added without rounding. */
    readonly term: 4;
};
export type Want = (typeof Want)[keyof typeof Want];
/** Terms of one sum; each is below 2^33 in size, so that their sum is exact with room to spare. */
export declare const MAX_TERMS = 64;
export type Emitter = (w: Writer, n: Node, want: Want) => Expression;
/** Says how an operation is written; SIMD, GC and so on register theirs. */
export declare function emits(emitter: Emitter, ...names: IrOpName[]): void;
/** Is an i32 known to be the same signed and unsigned? */
export declare function isNonNegative(n: Node): boolean;
export declare class Writer {
    fn: FunctionIR;
    env: EmitEnv;
    readonly marks: Marks;
    readonly memory: MemoryAccess;
    /** Identifier of each variable; temporaries are appended as they are needed. */
    names: Identifier[];
    /** Temporaries that hold what variables had before a parallel copy overwrote them. */
    private renamed;
    /** Temporaries that are free, and those taken by the parallel copy being written, by representation. */
    private readonly free;
    private readonly taken;
    private kinds;
    private stateName;
    private scratchName;
    private viewName;
    /** Do accesses to the first memory that are being written go through the local view? */
    usesLocalView: boolean;
    /** Terms left for the sum being written. */
    terms: number;
    private readonly helpers;
    constructor(marks: Marks, memory: MemoryAccess);
    /** `kinds`: the representation of each variable. */
    begin(fn: FunctionIR, env: EmitEnv, kinds: readonly number[]): void;
    /** A new variable. */
    declare(): Identifier;
    /** The identifier of a runtime helper. */
    helper(name: string): Identifier;
    id(n: Node): Identifier;
    /** The state of flattened nests, and a reference that is read right after it is set. */
    state(): Identifier;
    scratch(): Identifier;
    /** The function's own copy of the first memory's view. */
    localView(): Identifier;
    /** A temporary of the same representation as a variable, until `endRenames`. */
    temporary(variable: number): Identifier;
    /** From now on, reads of the variable read `to`. */
    rename(variable: number, to: Identifier): void;
    endRenames(): void;
    isVariable(n: Node): boolean;
    isSimple(n: Node): boolean;
    /** The operand `n`, as its consumer wants it. */
    operand(n: Node, want?: Want): Expression;
    /** The value of the operation `n`, whether or not it goes into a variable then. */
    compute(n: Node, want: Want): Expression;
    private f64;
    private f32;
    operands(args: readonly Node[], count?: number): Expression[];
}
/** From an int32 expression: `&`, `|`, `imul`, signed loads. */
export declare function fromSigned(e: Expression, want: Want): Expression;
/** From an int32 that is not negative. */
export declare const fromNatural: (e: Expression) => Expression;
/** From a uint32 expression, `>>>`. */
export declare function fromUnsigned(e: Expression, want: Want): Expression;
/** From a sum of integers. */
export declare function fromSum(e: Expression, want: Want): Expression;
/** From a double that ToInt32 truncates to the value. */
export declare function fromDouble(e: Expression, want: Want): Expression;
/** From a JavaScript boolean. */
export declare function fromBoolean(e: Expression, want: Want): Expression;
export declare const negative: (e: Expression) => Expression;
export declare const isI32Const: (n: Node) => boolean;
export declare const isI32: (n: Node) => boolean;
