export declare function i64DivU(al: number, ah: number, bl: number, bh: number): number;
export declare function i64RemU(al: number, ah: number, bl: number, bh: number): number;
export declare function i64DivS(al: number, ah: number, bl: number, bh: number): number;
export declare function i64RemS(al: number, ah: number, bl: number, bh: number): number;
export declare function divideU(al: number, ah: number, bl: number, bh: number): number;
export declare function remainderU(al: number, ah: number, bl: number, bh: number): number;
/** floor(n / d) or one less, for a quotient below 2^32: 2^-50 outweighs the four roundings, and 2^32 * 2^-50 is less than 1. */
export declare function estimate(n: number, d: number): number;
export declare function divideS(al: number, ah: number, bl: number, bh: number): number;
export declare function remainderS(al: number, ah: number, bl: number, bh: number): number;
export declare function absoluteLow(l: number, h: number): number;
export declare function absoluteHigh(l: number, h: number): number;
export declare function negate(l: number, h: number): number;
