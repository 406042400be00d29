// What one module's validation shares between its parts and hands to the walk over function bodies:
// types, features, the functions that may be referenced, address types as flat arrays.
import { CompileError, type ErrorPlace } from '../spec/errors.js';
import type { FuncType, Module } from '../spec/module.js';
import type { OpRow } from '../spec/opcodes.js';
import { OPCODES } from '../spec/opcodes.js';
import type { Proposal } from '../spec/opcode-row.js';
import { Heap, I32, I64, V128, heapOf, isConcrete, isExact, isNullable, isRef, typeIndexOf, typeName, type ValType } from '../spec/types.js';
import type { FeatureUse } from './features.js';
import { typeContext, type TypeContext } from './type-context.js';

export class ModuleContext {
  readonly module: Module;
  readonly types: TypeContext;
  readonly features: FeatureUse;
  /** 1 for functions that `ref.func` may name in bodies (the `refs` of a context, spec 3.1.1). */
  readonly declared: Uint8Array;
  /** Functions of the module as it was decoded, imported ones included. */
  readonly funcCount: number;
  /** 1 for instructions, by row id, whose proposal is known to be on. */
  readonly seen = new Uint8Array(OPCODES.length);
  /** The type of each function; filled once the types are known to be valid. */
  readonly funcTypes: FuncType[] = [];
  /** The address type (i32 or i64) of each memory and table. */
  readonly memoryAddress: Int32Array;
  readonly tableAddress: Int32Array;
  readonly #goodTypes = new Set<ValType>();
  #exportNames: Map<number, string> | undefined;

  /** The module's type indices are in bounds already (see `checkTypeIndices`). */
  constructor(module: Module, features: FeatureUse) {
    this.module = module;
    this.features = features;
    this.types = typeContext(module);
    this.declared = new Uint8Array(module.funcs.length);
    this.funcCount = module.funcs.length;
    this.memoryAddress = Int32Array.from(module.memories, (m) => (m.type.limits.index64 ? I64 : I32));
    this.tableAddress = Int32Array.from(module.tables, (t) => (t.type.limits.index64 ? I64 : I32));
  }

  /** The proposals the module was seen to use so far; complete after all bodies are validated. */
  get featuresUsed(): ReadonlySet<Proposal> {
    return this.features.used;
  }

  /** The first use of an instruction: is its proposal on? */
  firstUse(op: OpRow, place: ErrorPlace): void {
    this.features.require(op.proposal, `instruction ${op.name}`, place);
    this.seen[op.id] = 1;
  }

  /** A value type in use: its type index exists and its proposals are on. */
  checkValType(t: ValType, place: ErrorPlace): void {
    if (this.#goodTypes.has(t)) return;
    checkTypeIndex(t, this.module.types.length, place);
    requireTypeFeatures(this.features, t, place);
    this.#goodTypes.add(t);
  }

  /** The place of byte `offset` in the body of function `func`, with the function's name when it has one. */
  placeInFunction(func: number, offset: number): ErrorPlace {
    return { offset, section: 'code', func, funcName: this.funcName(func) };
  }

  /** From the name section, or else the first export of the function. */
  funcName(func: number): string | undefined {
    const name = this.module.names.funcs.get(func);
    if (name !== undefined) return name;
    if (this.#exportNames === undefined) {
      this.#exportNames = new Map();
      for (const e of this.module.exports) if (e.kind === 'func' && !this.#exportNames.has(e.index)) this.#exportNames.set(e.index, e.name);
    }
    return this.#exportNames.get(func);
  }
}

/** Spec 3.2.4: the index of a concrete reference type is below `typeCount`. */
export function checkTypeIndex(t: ValType, typeCount: number, place: ErrorPlace): void {
  if (isRef(t) && isConcrete(heapOf(t)) && typeIndexOf(heapOf(t)) >= typeCount) throw new CompileError(`unknown type ${typeIndexOf(heapOf(t))}`, place);
}

/** The proposals a value type comes from. */
export function requireTypeFeatures(features: FeatureUse, t: ValType, place: ErrorPlace): void {
  if (t === V128) features.require('simd', 'type v128', place);
  if (!isRef(t)) return;
  const heap = heapOf(t);
  if (heap === Heap.cont || heap === Heap.nocont) throw new CompileError(`type ${typeName(t)} needs stack switching, which is not supported`, place);
  if (isExact(t)) features.require('custom-descriptors', 'an exact reference type', place);
  if (isConcrete(heap) || !isNullable(t)) features.require('function-references', 'a typed or non-null reference', place);
  else if (heap === Heap.func || heap === Heap.extern) features.require('reference-types', 'a reference type', place);
  if (heap === Heap.exn || heap === Heap.noexn) features.require('exceptions', 'type exnref', place);
  else if (!isConcrete(heap) && heap !== Heap.func && heap !== Heap.extern) features.require('gc', 'a reference type of garbage collection', place);
}

const contexts = new WeakMap<Module, ModuleContext>();

/** Starts the validation of a module. */
export function createContext(m: Module, features: FeatureUse): ModuleContext {
  const ctx = new ModuleContext(m, features);
  contexts.set(m, ctx);
  return ctx;
}

/** The context `validateModule` made for the module. */
export function contextOf(m: Module): ModuleContext {
  const ctx = contexts.get(m);
  if (ctx === undefined) throw new Error('validateModule comes before validateFunction');
  return ctx;
}
