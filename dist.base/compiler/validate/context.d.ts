import { type ErrorPlace } from '../spec/errors.js';
import type { FuncType, Module } from '../spec/module.js';
import type { OpRow } from '../spec/opcodes.js';
import type { Proposal } from '../spec/opcode-row.js';
import { type ValType } from '../spec/types.js';
import type { FeatureUse } from './features.js';
import { type TypeContext } from './type-context.js';
export declare class ModuleContext {
    #private;
    readonly module: Module;
    readonly types: TypeContext;
    readonly features: FeatureUse;
    /** 1 for functions that `ref.func` may name in bodies (the `refs` of a context, spec 3.1.1). */
    readonly declared: Uint8Array;
    /** 1 for instructions, by row id, whose proposal is known to be on. */
    readonly seen: Uint8Array<ArrayBuffer>;
    /** The type of each function; filled once the types are known to be valid. */
    readonly funcTypes: FuncType[];
    /** The address type (i32 or i64) of each memory and table. */
    readonly memoryAddress: Int32Array;
    readonly tableAddress: Int32Array;
    /** The module's type indices are in bounds already (see `checkTypeIndices`). */
    constructor(module: Module, features: FeatureUse);
    /** The proposals the module was seen to use so far; complete after all bodies are validated. */
    get featuresUsed(): ReadonlySet<Proposal>;
    /** The first use of an instruction: is its proposal on? */
    firstUse(op: OpRow, place: ErrorPlace): void;
    /** A value type in use: its type index exists and its proposals are on. */
    checkValType(t: ValType, place: ErrorPlace): void;
    /** The place of byte `offset` in the body of function `func`, with the function's name when it has one. */
    placeInFunction(func: number, offset: number): ErrorPlace;
    /** From the name section, or else the first export of the function. */
    funcName(func: number): string | undefined;
}
/** Spec 3.2.4: the index of a concrete reference type is below `typeCount`. */
export declare function checkTypeIndex(t: ValType, typeCount: number, place: ErrorPlace): void;
/** The proposals a value type comes from. */
export declare function requireTypeFeatures(features: FeatureUse, t: ValType, place: ErrorPlace): void;
/** Starts the validation of a module. */
export declare function createContext(m: Module, features: FeatureUse): ModuleContext;
/** The context `validateModule` made for the module. */
export declare function contextOf(m: Module): ModuleContext;
