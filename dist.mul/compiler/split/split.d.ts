import type { FunctionIR } from '../ir/node.js';
/** Splits `fn` if it is too large; the pieces are `fn.pieces`. */
export declare function splitFunction(fn: FunctionIR): void;
