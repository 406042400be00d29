// What one module's validation shares between its parts and hands to the walk over function bodies:
// types, features, the functions that may be referenced, address types as flat arrays.
import { CompileError } from '../spec/errors.js';
import { OPCODES } from '../spec/opcodes.js';
import { Heap, I32, I64, V128, heapOf, isConcrete, isExact, isNullable, isRef, typeIndexOf, typeName } from '../spec/types.js';
import { typeContext } from './type-context.js';
export class ModuleContext {
    #goodTypes;
    #exportNames;
    /** The module's type indices are in bounds already (see `checkTypeIndices`). */
    constructor(module, features) {
        /** 1 for instructions, by row id, whose proposal is known to be on. */
        this.seen = new Uint8Array(OPCODES.length);
        /** The type of each function; filled once the types are known to be valid. */
        this.funcTypes = [];
        this.#goodTypes = new Set();
        this.module = module;
        this.features = features;
        this.types = typeContext(module);
        this.declared = new Uint8Array(module.funcs.length);
        this.memoryAddress = Int32Array.from(module.memories, (m) => (m.type.limits.index64 ? I64 : I32));
        this.tableAddress = Int32Array.from(module.tables, (t) => (t.type.limits.index64 ? I64 : I32));
    }
    /** The proposals the module was seen to use so far; complete after all bodies are validated. */
    get featuresUsed() {
        return this.features.used;
    }
    /** The first use of an instruction: is its proposal on? */
    firstUse(op, place) {
        this.features.require(op.proposal, `instruction ${op.name}`, place);
        this.seen[op.id] = 1;
    }
    /** A value type in use: its type index exists and its proposals are on. */
    checkValType(t, place) {
        if (this.#goodTypes.has(t))
            return;
        checkTypeIndex(t, this.module.types.length, place);
        requireTypeFeatures(this.features, t, place);
        this.#goodTypes.add(t);
    }
    /** The place of byte `offset` in the body of function `func`, with the function's name when it has one. */
    placeInFunction(func, offset) {
        return { offset, section: 'code', func, funcName: this.funcName(func) };
    }
    /** From the name section, or else the first export of the function. */
    funcName(func) {
        const name = this.module.names.funcs.get(func);
        if (name !== undefined)
            return name;
        if (this.#exportNames === undefined) {
            this.#exportNames = new Map();
            for (const e of this.module.exports)
                if (e.kind === 'func' && !this.#exportNames.has(e.index))
                    this.#exportNames.set(e.index, e.name);
        }
        return this.#exportNames.get(func);
    }
}
/** Spec 3.2.4: the index of a concrete reference type is below `typeCount`. */
export function checkTypeIndex(t, typeCount, place) {
    if (isRef(t) && isConcrete(heapOf(t)) && typeIndexOf(heapOf(t)) >= typeCount)
        throw new CompileError(`unknown type ${typeIndexOf(heapOf(t))}`, place);
}
/** The proposals a value type comes from. */
export function requireTypeFeatures(features, t, place) {
    if (t === V128)
        features.require('simd', 'type v128', place);
    if (!isRef(t))
        return;
    const heap = heapOf(t);
    if (heap === Heap.cont || heap === Heap.nocont)
        throw new CompileError(`type ${typeName(t)} needs stack switching, which is not supported`, place);
    if (isExact(t))
        features.require('custom-descriptors', 'an exact reference type', place);
    if (isConcrete(heap) || !isNullable(t))
        features.require('function-references', 'a typed or non-null reference', place);
    else if (heap === Heap.func || heap === Heap.extern)
        features.require('reference-types', 'a reference type', place);
    if (heap === Heap.exn || heap === Heap.noexn)
        features.require('exceptions', 'type exnref', place);
    else if (!isConcrete(heap) && heap !== Heap.func && heap !== Heap.extern)
        features.require('gc', 'a reference type of garbage collection', place);
}
const contexts = new WeakMap();
/** Starts the validation of a module. */
export function createContext(m, features) {
    const ctx = new ModuleContext(m, features);
    contexts.set(m, ctx);
    return ctx;
}
/** The context `validateModule` made for the module. */
export function contextOf(m) {
    const ctx = contexts.get(m);
    if (ctx === undefined)
        throw new Error('validateModule comes before validateFunction');
    return ctx;
}
