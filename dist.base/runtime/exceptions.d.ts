import type { ExnRec } from './types.js';
/** What a catch clause has caught; throws on what wasm cannot catch. */
export declare function caught(e: unknown): ExnRec;
/** A WebAssembly.Exception that JS threw is the exception it stands for, anything else the payload of one with the tag JSTag. */
export declare function caughtFromHost(e: unknown): ExnRec;
/** The operand of `throw_ref`. */
export declare function throwable(r: ExnRec | null): ExnRec;
