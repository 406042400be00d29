import { type FunctionIR } from '../../ir/node.js';
export declare class Shapes {
    /** By node id. */
    shape: Uint8Array;
    /** Shapes uses want, as bits, by node id. */
    wanted: Uint8Array;
    /** By index of the IR variable. */
    varShape: Uint8Array;
    constructor(nodes: number, vars: number);
}
export declare const chooseShapes: (fn: FunctionIR) => Shapes;
