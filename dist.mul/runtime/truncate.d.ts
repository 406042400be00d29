export declare function i32TruncS(x: number): number;
export declare function i32TruncU(x: number): number;
export declare function i32TruncSatS(x: number): number;
export declare function i32TruncSatU(x: number): number;
export declare function i64TruncS(x: number): number;
export declare function i64TruncU(x: number): number;
export declare function i64TruncSatS(x: number): number;
export declare function i64TruncSatU(x: number): number;
/** `x` is in range, or NaN, which becomes 0. */
export declare function i64Truncate(x: number): number;
