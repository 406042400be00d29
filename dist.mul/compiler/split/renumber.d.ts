import type { FunctionIR } from '../ir/node.js';
export declare function renumber(fn: FunctionIR): void;
