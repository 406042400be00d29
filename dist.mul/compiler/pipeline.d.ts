import './ir/builders.js';
import type { FunctionIR } from './ir/node.js';
import './lower/addresses.js';
import './lower/atomics.js';
import './lower/exceptions.js';
import './lower/gc.js';
import './lower/i64.js';
import './lower/simd/index.js';
import { type Pass, type PassContext } from './optimize/passes.js';
import type { Module, Range } from './spec/module.js';
import type { ValType } from './spec/types.js';
/** By level, once optimised: what no engine would take as a whole is taken apart. */
export declare const SPLIT_PASSES: readonly (readonly Pass[])[];
/** Last of all, with `nan: 'exact'`. */
export declare const EXACT_PASSES: readonly Pass[];
export interface PipelineOptions {
    /** Optimisation level. */
    optimize: 0 | 1 | 2 | 3;
    passes: PassContext;
    /** Keep the bits of all NaNs. */
    exactNaNs?: boolean;
}
/** Compiles the body of function `index` of a module that `validateModule` has accepted. */
export declare function compileBody(m: Module, index: number, options: PipelineOptions): FunctionIR;
/** Compiles a constant expression that gives one value of type `type`, as a function without parameters. */
export declare function compileInitialiser(m: Module, range: Range, type: ValType, options: PipelineOptions): FunctionIR;
