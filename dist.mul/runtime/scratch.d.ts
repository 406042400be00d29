export declare const scratch: ArrayBuffer;
export declare const scratchI32: Int32Array;
export declare const scratchF32: Float32Array;
export declare const scratchF64: Float64Array;
/** Null on engines without BigInt, which the runtime must survive as long as no module needs it. */
export declare const scratchI64: BigInt64Array | null;
export declare function bigScratch(): BigInt64Array | null;
