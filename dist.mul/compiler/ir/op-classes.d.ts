import { type IrOpName } from './ops.js';
/** Bits of `Effect`; of `helper`, whose effects depend on the node, all ones. */
export declare const EFFECTS: Int32Array<ArrayBuffer>;
/** 1 for operations that may have regions or edges or end a region. */
export declare const IS_CONTROL: Uint8Array<ArrayBuffer>;
/** 1 for what may own `results` without being control. */
export declare const IS_MULTIVALUE: Uint8Array<ArrayBuffer>;
/** A table by operation: 1 for these. */
export declare function opTable(...names: IrOpName[]): Uint8Array;
