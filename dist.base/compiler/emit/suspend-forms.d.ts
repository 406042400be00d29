import type { Module } from '../spec/module.js';
export interface SuspendForms {
    /** May a function, imported or not, suspend? */
    mayFunction(index: number): boolean;
    /** May a call by table or reference of this type? */
    mayIndirect(typeIndex: number): boolean;
}
/** What the option `jspi` names. */
export interface SuspendingImports {
    /** Indices of imported functions; their positions among all imports beside them. */
    funcs: {
        func: number;
        at: number;
    }[];
    /** Functions that come in through tables and references may suspend, even if no import does. */
    references: boolean;
}
export declare function suspendingImports(m: Module, option: string): SuspendingImports;
/** The answers for a module; undefined if nothing in it can suspend. */
export declare function suspendScan(m: Module, { funcs, references: comeIn }: SuspendingImports): SuspendForms | undefined;
