import type { ExnClass, ExnRec, TagRec } from '../types.js';
/** One per realm, so that exceptions are known to every bundled copy of the runtime. */
export declare const Exn: ExnClass;
export declare function createExn(): ExnClass;
/** The operand of a `throw`. */
export declare function exn(tag: TagRec, words: unknown[]): ExnRec;
export declare function exceptionObject(rec: ExnRec): object;
export declare const Exception: import("./define-interface.js").Interface;
