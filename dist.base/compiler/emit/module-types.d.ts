import { type Module } from '../spec/module.js';
import { type ValType } from '../spec/types.js';
/** `i`, `?f`, `&<12>`, … */
export declare function typeDescriptor(t: ValType): string;
/** `["(i)i",["{…}","[…]"]]`: recursive groups of several types nested. */
export declare function typesLiteral(m: Module): string;
export declare const KIND_NUMBERS: {
    readonly func: 0;
    readonly table: 1;
    readonly memory: 2;
    readonly global: 3;
    readonly tag: 4;
};
/** Runtime values that know how to link and show each kind, in the order of the numbers. */
export declare const KIND_HELPERS: readonly ['funcKind', 'tableKind', 'memoryKind', 'globalKind', 'tagKind'];
export declare function importsLiteral(m: Module): string;
export declare function exportsLiteral(m: Module): string;
/** Names for the words that a function takes, separated by commas. */
export declare function parameterWords(m: Module, index: number): string;
