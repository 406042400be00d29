import type { FunctionIR } from '../ir/node.js';
/** Removes dead code from `fn`; true if there was any. */
export declare function eliminateDeadCode(fn: FunctionIR): boolean;
