/** RuntimeErrors that are traps; one that a host constructs is an ordinary exception to wasm. */
export declare const trapErrors: WeakSet<object>;
/** Errors thrown by host functions that could be taken for the engine's. */
export declare const hostErrors: WeakSet<object>;
export declare function trap(message: string): never;
export declare function trapError(message: string): Error;
export declare function unreachable(): never;
export declare function outOfBounds(): never;
/** Errors the engine throws by itself: RangeError, and InternalError for recursion in SpiderMonkey and QuickJS. */
export declare function isEngineError(e: unknown): e is Error;
/** What engines throw for a property of null: all of them name it ("Cannot read properties of null", "null is not an object"). */
export declare function isNullError(e: unknown): e is Error;
/** Marks `e`, which a host function threw, and returns it. */
export declare function fromHost(e: unknown): unknown;
/**
 * What leaves wasm for JS instead of `e`. The DataView's RangeError changes and null's TypeError. Of the former engines word it "Offset is outside the
 * bounds of the DataView", "Out of bounds access", "out of bound", and recursion "Maximum call stack size exceeded". The
 * wording is looked at because converting arguments may throw RangeErrors too.
 */
export declare function toTrap(e: unknown): unknown;
/** Whether wasm's catch_all must let `e` pass. */
export declare function isTrap(e: unknown): boolean;
