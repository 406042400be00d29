/** The list of `n` results that the JS API makes of an iterable. */
export declare function results(iterable: unknown, n: number): unknown[];
/** What a call between JS and wasm does if its type has v128 or exnref in it. */
export declare function opaqueType(): never;
