// The state of the validation algorithm (spec, appendix "Validation Algorithm"): operand stack,
// control frames and which locals are set. Everything is a flat array that is reused from body to
// body; nothing is allocated for an instruction, so that the walk keeps up with the decoder.
import { CompileError } from '../spec/errors.js';
import type { FuncType, Module } from '../spec/module.js';
import { BOTTOM, Heap, I32, isRef, refType, typeName, typeNames, type ValType } from '../spec/types.js';
import type { ModuleContext } from './context.js';
import { isDefaultable, isSubtype } from './subtyping.js';
import type { TypeContext } from './type-context.js';

/** What opened a control frame; `catch` is any handler of a legacy `try`. */
export const Frame = { func: 0, block: 1, loop: 2, if: 3, else: 4, tryTable: 5, try: 6, catch: 7, catchAll: 8 } as const;
export type Frame = (typeof Frame)[keyof typeof Frame];

/** What `pop_ref` yields where the stack is polymorphic. */
const BOTTOM_REF = refType(Heap.bottom, false);

export class WalkState {
  readonly ctx: ModuleContext;
  readonly module: Module;
  readonly types: TypeContext;

  /** Operand types, `sp` of them; those from `base` up belong to the innermost frame. */
  stack = new Int32Array(1);
  sp = 0;
  base = 0;
  /** The rest of the innermost frame cannot be reached, so that its stack is polymorphic. */
  dead = false;

  /** Control frames, `depth` of them: what opened them, `base`, `dead`, and `initCount` at their start. */
  frameKinds = new Uint8Array(1);
  frameBases = new Int32Array(1);
  frameDead = new Uint8Array(1);
  frameInits = new Int32Array(1);
  readonly frameTypes: FuncType[] = [];
  depth = 0;

  /** Locals, parameters first; whether they are set; and which were set since the body's start, in order. */
  locals = new Int32Array(1);
  localCount = 0;
  localSet = new Uint8Array(1);
  inits: number[] = [];

  results: readonly ValType[] = [];
  func = -1;
  /** Offset of the current instruction. */
  offset = 0;
  section = 'code';
  /** In a constant expression: how many globals it sees. Otherwise -1. */
  constGlobals = -1;

  constructor(ctx: ModuleContext) {
    this.ctx = ctx;
    this.module = ctx.module;
    this.types = ctx.types;
  }

  /** Starts a body: its frame, no locals yet. */
  start(type: FuncType): void {
    this.sp = 0;
    this.depth = 0;
    this.localCount = 0;
    this.inits.length = 0;
    this.results = type.results;
    this.pushFrame(Frame.func, type);
  }

  fail(reason: string): never {
    throw new CompileError(reason, this.func < 0 ? { offset: this.offset, section: this.section } : this.ctx.placeInFunction(this.func, this.offset));
  }

  place(): { offset: number; section: string } {
    return { offset: this.offset, section: this.section };
  }

  // Operands

  push(t: ValType): void {
    if (this.sp === this.stack.length) this.stack = grown(this.stack);
    this.stack[this.sp++] = t;
  }

  pushAll(ts: readonly ValType[]): void {
    for (let k = 0; k < ts.length; k++) this.push(ts[k]);
  }

  /** Pops a value of type `expected` and returns its own type. */
  pop(expected: ValType): ValType {
    if (this.sp > this.base) {
      const t = this.stack[--this.sp];
      if (t !== expected && !isSubtype(this.types, t, expected)) this.mismatch(expected, t);
      return t;
    }
    if (!this.dead) this.fail(`type mismatch: expected ${typeName(expected)} but nothing on stack`);
    return BOTTOM;
  }

  popAll(ts: readonly ValType[]): void {
    for (let k = ts.length - 1; k >= 0; k--) this.pop(ts[k]);
  }

  /** Pops a value of any type. */
  popAny(): ValType {
    if (this.sp > this.base) return this.stack[--this.sp];
    if (!this.dead) this.fail('type mismatch: expected a value but nothing on stack');
    return BOTTOM;
  }

  /** Pops a reference of any type. */
  popRef(): ValType {
    const t = this.popAny();
    if (t === BOTTOM) return BOTTOM_REF;
    if (!isRef(t)) this.fail(`type mismatch: expected a reference type, found ${typeName(t)}`);
    return t;
  }

  /** Checks that values of the types are on top of the stack, and leaves them with their own types. */
  peekAll(ts: readonly ValType[]): void {
    let at = this.sp;
    for (let k = ts.length - 1; k >= 0; k--) {
      if (at === this.base) {
        if (!this.dead) this.fail(`type mismatch: expected ${typeName(ts[k])} but nothing on stack`);
        return;
      }
      const t = this.stack[--at];
      if (t !== ts[k] && !isSubtype(this.types, t, ts[k])) this.mismatch(ts[k], t);
    }
  }

  mismatch(expected: ValType, found: ValType): never {
    this.fail(`type mismatch: expected ${typeName(expected)}, found ${typeName(found)}`);
  }

  // Control

  /** Opens a frame without operands. */
  pushFrame(kind: Frame, type: FuncType): void {
    if (this.depth === this.frameBases.length) {
      this.frameKinds = grown(this.frameKinds);
      this.frameBases = grown(this.frameBases);
      this.frameDead = grown(this.frameDead);
      this.frameInits = grown(this.frameInits);
    }
    const d = this.depth++;
    this.frameKinds[d] = kind;
    this.frameBases[d] = this.base = this.sp;
    this.frameDead[d] = 0;
    this.frameInits[d] = this.inits.length;
    this.frameTypes[d] = type;
    this.dead = false;
  }

  /** Closes the innermost frame, its results popped and checked, and returns its type. */
  popFrame(): FuncType {
    const d = this.depth - 1;
    const type = this.frameTypes[d];
    this.popAll(type.results);
    if (this.sp !== this.base) {
      this.fail(`type mismatch: block requires ${typeNames(type.results)} but stack has more: ${typeNames(this.leftover(type.results))}`);
    }
    const n = this.frameInits[d];
    while (this.inits.length > n) this.localSet[this.inits.pop() as number] = 0;
    this.depth = d;
    if (d > 0) {
      this.base = this.frameBases[d - 1];
      this.dead = this.frameDead[d - 1] !== 0;
    }
    return type;
  }

  /** For the message only: what the frame holds before its results are popped, or as much as one cares to read. */
  private leftover(results: readonly ValType[]): ValType[] {
    return [...this.stack.subarray(Math.max(this.base, this.sp - 8), this.sp), ...results];
  }

  /** After an instruction that does not return. */
  unreachable(): void {
    this.sp = this.base;
    this.dead = true;
    this.frameDead[this.depth - 1] = 1;
  }

  /** Index of the frame a label names. */
  frameAt(label: number): number {
    if (label >= this.depth) this.fail(`unknown label ${label}`);
    return this.depth - 1 - label;
  }

  /** The types a branch to the label carries. */
  labelTypes(label: number): readonly ValType[] {
    const d = this.frameAt(label);
    return this.frameKinds[d] === Frame.loop ? this.frameTypes[d].params : this.frameTypes[d].results;
  }

  // Locals

  /** Adds `count` locals of a type; parameters are set from the start. */
  addLocals(t: ValType, count: number, isParam: boolean): void {
    const end = this.localCount + count;
    while (end > this.locals.length) {
      this.locals = grown(this.locals);
      this.localSet = grown(this.localSet);
    }
    this.locals.fill(t, this.localCount, end);
    this.localSet.fill(isParam || isDefaultable(t) ? 1 : 0, this.localCount, end);
    this.localCount = end;
  }

  localType(index: number): ValType {
    if (index >= this.localCount) this.fail(`unknown local ${index}`);
    return this.locals[index];
  }

  setLocal(index: number): void {
    if (this.localSet[index] !== 0) return;
    this.localSet[index] = 1;
    this.inits.push(index);
  }

  // Entities of the module, or "unknown …"

  memoryAddress(index: number): ValType {
    if (index >= this.module.memories.length) this.fail(`unknown memory ${index}`);
    return this.ctx.memoryAddress[index];
  }

  tableAddress(index: number): ValType {
    if (index >= this.module.tables.length) this.fail(`unknown table ${index}`);
    return this.ctx.tableAddress[index];
  }

  tableElem(index: number): ValType {
    if (index >= this.module.tables.length) this.fail(`unknown table ${index}`);
    return this.module.tables[index].type.elem;
  }

  /** Needs the data count section, which is read before the code (spec 5.5.16). */
  checkData(index: number): void {
    const count = this.module.dataCount;
    if (count === undefined) this.fail('data count section required');
    if (index >= count) this.fail(`unknown data segment ${index}`);
  }

  elemType(index: number): ValType {
    if (index >= this.module.elements.length) this.fail(`unknown elem segment ${index}`);
    return this.module.elements[index].elem;
  }

  tagParams(index: number): readonly ValType[] {
    if (index >= this.module.tags.length) this.fail(`unknown tag ${index}`);
    return this.funcType(this.module.tags[index].type.type).params;
  }

  /** The function type at a type index. */
  funcType(index: number): FuncType {
    if (index >= this.module.types.length) this.fail(`unknown type ${index}`);
    const t = this.module.types[index].composite;
    if (t.kind !== 'func') this.fail(`type mismatch: type ${index} is not a function type`);
    return t;
  }
}

/** The smaller of two address types, which is that of a length. */
export const smallerAddress = (a: ValType, b: ValType): ValType => (a === I32 ? a : b);

function grown<T extends Int32Array | Uint8Array>(a: T): T {
  const b = (a instanceof Int32Array ? new Int32Array(a.length * 2) : new Uint8Array(a.length * 2)) as T;
  b.set(a);
  return b;
}
