import type { Module, Range } from '../spec/module.js';
import { Kind, type ValType } from '../spec/types.js';
import type { EmitEnv } from './env.js';
/** A value in JavaScript: text of its words, to be evaluated in order, and the bits if they are known. */
export interface Initial {
    kind: Kind;
    words: readonly string[];
    bits: readonly number[] | undefined;
}
/** What initialisers refer to. */
export interface InitialiserScope {
    /** A global's value; its bits too if they are known. */
    globalValue(index: number): Initial;
    funcRecord(index: number): string;
    helper: EmitEnv['helper'];
    /** NaNs that are not canonical are objects (runtime/nan.ts). */
    exactNaNs: boolean;
    /** Text of a call of a function compiled from the expression. */
    compiled(range: Range, type: ValType): string;
}
export declare class Initialisers {
    #private;
    constructor(m: Module, scope: InitialiserScope);
    /** The value of a (validated) constant expression of a type. */
    value(range: Range, type: ValType): Initial;
}
