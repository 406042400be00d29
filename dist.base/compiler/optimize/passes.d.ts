import type { FunctionIR } from '../ir/node.js';
export interface PassContext {
    /** `--print-ir-after`: name of the pass, or `all`. */
    printAfter?: string;
    print?: (text: string) => void;
    /** Check the IR after every pass. */
    verify?: boolean;
}
export interface Pass {
    readonly name: string;
    run(fn: FunctionIR, ctx: PassContext): void;
    /** Is there anything for the pass to do? */
    wants?(fn: FunctionIR): boolean;
}
/** By level, before i64 is lowered. */
export declare const EARLY_PASSES: readonly (readonly Pass[])[];
/** By level, once only words are left. */
export declare const LATE_PASSES: readonly (readonly Pass[])[];
export declare function runPasses(fn: FunctionIR, passes: readonly Pass[], ctx: PassContext): void;
