import type { FunctionIR } from '../ir/node.js';
import type { Marks } from './marks.js';
import type { Sequence } from './sequence.js';
export declare class Variables {
    /** Representation of each variable: first the parameters, then those of `fn.vars`, then the others. */
    readonly kinds: number[];
    /** The wasm local a variable first stood for, or -1. */
    readonly locals: number[];
    private readonly ranges;
    private readonly classes;
    private readonly active;
    private readonly free;
    private readonly isFree;
    private ofLocal;
    private colour;
    /** Fills `marks.variable` for every value that has a variable. */
    assign(fn: FunctionIR, seq: Sequence, marks: Marks): void;
    private make;
    private take;
    private release;
    private choose;
}
