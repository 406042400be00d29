/** A string literal in double quotes, ASCII only. */
export declare function stringLiteral(s: string): string;
/** A number that is no NaN; shortest text that gives the same double. */
export declare function numberLiteral(x: number): string;
/** A size: a number, or a string of decimal digits above 2^53. */
export declare function sizeLiteral(n: bigint): string;
export declare function f32FromBits(bits: number): number;
export declare function f64FromBits(lo: number, hi: number): number;
