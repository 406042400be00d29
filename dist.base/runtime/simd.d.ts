/** Numbers above 15 find zeros behind the vector. */
export declare const swizzledWords: Int32Array;
export declare const swizzledBytes: Uint8Array;
/** Byte k is byte `s` byte k of the vector a b c d, or 0 where that is above 15. */
export declare function i8x16SwizzleWord(a: number, b: number, c: number, d: number, s: number): number;
export declare function narrow16WordS(a: number, b: number): number;
export declare function clampShortsS(a: number): number;
export declare function narrow16WordU(a: number, b: number): number;
export declare function clampShortsU(a: number): number;
export declare function narrowShortsS(a: number, b: number, c: number, d: number): number;
export declare function clampByteS(a: number): number;
export declare function narrowShortsU(a: number, b: number, c: number, d: number): number;
export declare function clampByteU(a: number): number;
export declare function narrow32WordS(a: number, b: number): number;
export declare function narrow32WordU(a: number, b: number): number;
