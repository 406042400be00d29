import { type FunctionIR } from '../ir/node.js';
/** Turns float values that are only moved into integers. */
export declare function moveFloatBits(fn: FunctionIR): void;
