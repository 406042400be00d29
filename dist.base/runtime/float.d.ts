/** Rounds ties to even; also right for f32, whose integers are exact. Adding 2^52 makes the FPU round to integers. */
export declare function nearest(x: number): number;
/** By bits, because NaNs have signs too. */
export declare function copysign(x: number, y: number): number;
export declare function f32Bits(x: number): number;
export declare function f32FromBits(i: number): number;
export declare function f64Bits(x: number): number;
export declare function f64FromBits(l: number, h: number): number;
