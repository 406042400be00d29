import { type FunctionIR } from '../ir/node.js';
export declare function lowerTailCalls(fn: FunctionIR): void;
