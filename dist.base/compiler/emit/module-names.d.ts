import type { Module } from '../spec/module.js';
/** What the letters stand for; the order of fields is the order in docs and output. */
declare const LETTER: {
    readonly func: 'f';
    readonly tail: 'c';
    readonly suspend: 's';
    readonly suspendTail: 'y';
    readonly funcRecord: 'F';
    readonly type: 't';
    readonly global: 'g';
    readonly globalRecord: 'G';
    readonly memory: 'M';
    readonly table: 'T';
    readonly tag: 'X';
    readonly data: 'B';
    readonly elem: 'E';
    readonly init: 'i';
    readonly exportGlue: '$x';
    readonly importGlue: '$m';
};
export type Named = keyof typeof LETTER;
/** A name from the name section as part of an ASCII identifier; empty when nothing is left of it. */
export declare function sanitise(name: string): string;
export declare class ModuleNames {
    #private;
    constructor(m: Module, readable: boolean);
    of(what: Named, index: number): string;
    /** `of('func', index)`, which every call needs. */
    func(index: number): string;
    /** A word of a global that is held in variables. */
    globalWord(index: number, word: number): string;
    view(memory: number): string;
}
export {};
