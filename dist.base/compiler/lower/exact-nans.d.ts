import { type FunctionIR } from '../ir/node.js';
/** Marks what has to keep the bits of NaNs. */
export declare function exactNaNs(fn: FunctionIR): void;
