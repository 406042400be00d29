import type { FuncType, Module } from '../spec/module.js';
import { type ValType } from '../spec/types.js';
import type { ModuleContext } from './context.js';
import type { TypeContext } from './type-context.js';
/** What opened a control frame; `catch` is any handler of a legacy `try`. */
export declare const Frame: {
    readonly func: 0;
    readonly block: 1;
    readonly loop: 2;
    readonly if: 3;
    readonly else: 4;
    readonly tryTable: 5;
    readonly try: 6;
    readonly catch: 7;
    readonly catchAll: 8;
};
export type Frame = (typeof Frame)[keyof typeof Frame];
export declare class WalkState {
    readonly ctx: ModuleContext;
    readonly module: Module;
    readonly types: TypeContext;
    /** Operand types, `sp` of them; those from `base` up belong to the innermost frame. */
    stack: Int32Array<ArrayBuffer>;
    sp: number;
    base: number;
    /** The rest of the innermost frame cannot be reached, so that its stack is polymorphic. */
    dead: boolean;
    /** Control frames, `depth` of them: what opened them, `base`, `dead`, and `initCount` at their start. */
    frameKinds: Uint8Array<ArrayBuffer>;
    frameBases: Int32Array<ArrayBuffer>;
    frameDead: Uint8Array<ArrayBuffer>;
    frameInits: Int32Array<ArrayBuffer>;
    readonly frameTypes: FuncType[];
    depth: number;
    /** Locals, parameters first; whether they are set; and which were set since the body's start, in order. */
    locals: Int32Array<ArrayBuffer>;
    localCount: number;
    localSet: Uint8Array<ArrayBuffer>;
    inits: number[];
    results: readonly ValType[];
    func: number;
    /** Offset of the current instruction. */
    offset: number;
    section: string;
    /** In a constant expression: how many globals it sees. Otherwise -1. */
    constGlobals: number;
    constructor(ctx: ModuleContext);
    /** Starts a body: its frame, no locals yet. */
    start(type: FuncType): void;
    fail(reason: string): never;
    place(): {
        offset: number;
        section: string;
    };
    push(t: ValType): void;
    pushAll(ts: readonly ValType[]): void;
    /** Pops a value of type `expected` and returns its own type. */
    pop(expected: ValType): ValType;
    popAll(ts: readonly ValType[]): void;
    /** Pops a value of any type. */
    popAny(): ValType;
    /** Pops a reference of any type. */
    popRef(): ValType;
    /** Checks that values of the types are on top of the stack, and leaves them with their own types. */
    peekAll(ts: readonly ValType[]): void;
    mismatch(expected: ValType, found: ValType): never;
    /** Opens a frame without operands. */
    pushFrame(kind: Frame, type: FuncType): void;
    /** Closes the innermost frame, its results popped and checked, and returns its type. */
    popFrame(): FuncType;
    /** For the message only: what the frame holds before its results are popped, or as much as one cares to read. */
    private leftover;
    /** After an instruction that does not return. */
    unreachable(): void;
    /** Index of the frame a label names. */
    frameAt(label: number): number;
    /** The types a branch to the label carries. */
    labelTypes(label: number): readonly ValType[];
    /** Adds `count` locals of a type; parameters are set from the start. */
    addLocals(t: ValType, count: number, isParam: boolean): void;
    localType(index: number): ValType;
    setLocal(index: number): void;
    memoryAddress(index: number): ValType;
    tableAddress(index: number): ValType;
    tableElem(index: number): ValType;
    /** Needs the data count section, which is read before the code (spec 5.5.16). */
    checkData(index: number): void;
    elemType(index: number): ValType;
    tagParams(index: number): readonly ValType[];
    /** The function type at a type index. */
    funcType(index: number): FuncType;
}
/** The smaller of two address types, which is that of a length. */
export declare const smallerAddress: (a: ValType, b: ValType) => ValType;
