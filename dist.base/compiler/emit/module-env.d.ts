import type { Module } from '../spec/module.js';
import type { Options } from '../options.js';
import { type Expression } from './ast.js';
import type { EmitEnv } from './env.js';
import { ModuleNames } from './module-names.js';
import { Shapes } from './module-shapes.js';
import type { SuspendForms } from './suspend-forms.js';
/** Indices and names that were asked for. */
export interface Uses {
    helpers: Set<string>;
    views: Set<number>;
    memories: Set<number>;
    tables: Set<number>;
    datas: Set<number>;
    elems: Set<number>;
    globals: Set<number>;
    rtts: Set<number>;
    tags: Set<number>;
    funcRefs: Set<number>;
    /** Functions whose tail form someone calls, and those that have one of their own. */
    tailForms: Set<number>;
    ownTailForms: Set<number>;
    /** The same of suspend forms: functions that make tail calls, or that someone took to. */
    suspendTailForms: Set<number>;
    /** Layouts of structs that are allocated. */
    shapes: Set<string>;
}
export declare const noUses: () => Uses;
/** Adds what another environment was asked for. */
export declare function addUses(to: Uses, from: Uses): void;
/** How a global is held: in a record if it crosses the module's border and may change, else in variables. */
export type GlobalPlace = 'record' | 'variable';
export declare function globalPlaces(m: Module): GlobalPlace[];
export declare class ModuleEnv implements EmitEnv {
    #private;
    readonly names: ModuleNames;
    readonly uses: Uses;
    readonly shapes: Shapes;
    readonly noTraps: boolean;
    readonly readable: boolean;
    readonly sharesMemory: boolean;
    /** Bits of immutable integer globals whose value is known: functions see literals. */
    readonly constants: Map<number, readonly number[]>;
    /** Set while a suspend form is emitted: calls in it may suspend. */
    inSuspendForm: boolean;
    constructor(m: Module, options: Pick<Options, 'traps' | 'readable'>, mayTailCall: (index: number) => boolean, suspends?: SuspendForms);
    func(index: number): string;
    view(memory: number): string;
    memory(index: number): string;
    table(index: number): string;
    data(index: number): string;
    elem(index: number): string;
    tag(index: number): string;
    rtt(typeIndex: number): string;
    shape(typeIndex: number): string;
    funcRecord(index: number): string;
    funcRef(index: number): Expression;
    helper(name: string): string;
    tailForm(index: number): string | undefined;
    /**
     * Tells whether the function that is emitted next has a tail form. Others go on being told what its bytes say, which may be
     * that it has one when it has not: what a function is told must not depend on which were emitted before it.
     */
    beginFunction(index: number, tailCalls: boolean): void;
    /** Whether a function has a suspend form. */
    maySuspend(index: number): boolean;
    suspendForm(index: number): string | undefined;
    suspendTailForm(index: number): string | undefined;
    suspendsIndirectly(typeIndex: number): boolean;
    global(index: number, word: number): Expression;
    /** The same as text. */
    globalText(index: number, word: number): string;
}
