import type { FunctionIR } from './node.js';
/** Throws with the place and the whole function in text when `fn` is not well formed. */
export declare function verifyFunction(fn: FunctionIR, after?: string): void;
