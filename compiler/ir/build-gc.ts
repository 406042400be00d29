// Structs, arrays, i31 and casts as IR nodes. Allocations and accesses stay one node each, with their layout in `aux`, until
// their values are lowered to words (lower/gc.ts); casts and tests concern one word and get their final form here.
// A cast is a check beside the value, which stays the node it is.
import type { Instruction } from '../spec/instruction.js';
import { funcTypeAt, type StructType } from '../spec/module.js';
import { opId } from '../spec/opcodes.js';
import {
  Heap, I16, I8, Kind, concrete, heapOf, isConcrete, isExact, isNullable, isRef, kindOf, refType, typeIndexOf, type ValType,
} from '../spec/types.js';
import { contextOf } from '../validate/context.js';
import { isHeapSubtype } from '../validate/subtyping.js';
import type { FunctionBuilder } from './build.js';
import { onInstructions as on } from './build-instructions.js';
import { arrayLayout, DESCRIPTOR, structLayout } from './gc-layout.js';
import { Flag, type Node } from './node.js';
import { irOp } from './ops.js';

const CONST = opId('i32.const'), EQZ = opId('i32.eqz'), IS_NULL = opId('ref.is_null');
const TEST = irOp('gc.test'), CAST = irOp('gc.cast');

/** Casts and tests: `imm` is the type asked for. */
export interface CastInfo {
  /** Of a concrete type: nothing is below it, and how deep it is in its hierarchy. */
  final: boolean;
  depth: number;
  /** The value is known not to be null. */
  nonNull: boolean;
  /** If not null, it is known to have a type, unlike an i31. */
  typed: boolean;
}

// What is known of a value where it is defined, whatever way leads there

const DEFINED: Partial<Record<number, (b: FunctionBuilder, n: Node) => ValType | undefined>> = {};
const defines = (name: Parameters<typeof irOp>[0], type: (b: FunctionBuilder, n: Node) => ValType | undefined): void => { DEFINED[irOp(name)] = type; };
defines('param', (b, n) => (b.funcIndex < 0 ? undefined : funcTypeAt(b.m, b.m.funcs[b.funcIndex].type).params[n.imm]));
defines('ref.func', (b, n) => refType(concrete(b.m.funcs[n.imm].type), false));
defines('ref.i31', () => refType(Heap.i31, false));
defines('call', (b, n) => funcTypeAt(b.m, b.m.funcs[n.imm].type).results[0]);
defines('call_indirect', (b, n) => funcTypeAt(b.m, n.imm).results[0]);
defines('call_ref', (b, n) => funcTypeAt(b.m, n.imm).results[0]);
defines('global.get', (b, n) => b.m.globals[n.imm].type.type);
defines('table.get', (b, n) => b.m.tables[n.imm].type.elem);
defines('struct.get', (b, n) => (b.m.types[n.imm].composite as StructType).fields[n.imm2].type);
defines('array.get', (b, n) => arrayLayout(b.m, n.imm).type);
for (const name of ['struct.new', 'struct.new_default', 'struct.new_desc', 'struct.new_default_desc', 'array.new', 'array.new_default', 'array.new_fixed', 'array.new_data', 'array.new_elem'] as const) {
  defines(name, (_, n) => refType(concrete(n.imm), false));
}

function typeOf(b: FunctionBuilder, n: Node): ValType | undefined {
  // A value has the type of any local it was put into.
  const t = DEFINED[n.op]?.(b, n) ?? (n.local >= 0 ? b.localTypes[n.local] : undefined);
  return t !== undefined && isRef(t) ? t : undefined;
}
function isNonNull(b: FunctionBuilder, n: Node): boolean {
  const t = typeOf(b, n);
  return t !== undefined && !isNullable(t);
}

// Casts

function constant(b: FunctionBuilder, value: number): Node {
  const n = b.add(CONST, Kind.I32, []);
  n.imm = value;
  return n;
}

/** Whether a value that is not null is of heap type `heap`: known, or undefined. */
function answer(b: FunctionBuilder, from: ValType | undefined, to: ValType): boolean | undefined {
  const heap = heapOf(to), ctx = contextOf(b.m).types;
  if (heap === Heap.any || heap === Heap.func || heap === Heap.extern || heap === Heap.exn) return true;
  if (heap === Heap.none || heap === Heap.nofunc || heap === Heap.noextern || heap === Heap.noexn) return false;
  if (from === undefined) return undefined;
  const known = heapOf(from);
  // What is of the type may be of one below it.
  if (isHeapSubtype(ctx, known, heap)) return isExact(to) && !isExact(from) ? undefined : true;
  // Hierarchies are trees: types that are not above one another have nothing in common but null.
  return isHeapSubtype(ctx, heap, known) ? undefined : false;
}

const TYPED: ReadonlySet<number> = new Set([Heap.struct, Heap.array, Heap.func]);

function castInfo(b: FunctionBuilder, from: ValType | undefined, to: ValType): CastInfo {
  const heap = heapOf(to), nonNull = from !== undefined && !isNullable(from);
  const typed = from !== undefined && (isConcrete(heapOf(from)) || TYPED.has(heapOf(from)));
  if (!isConcrete(heap)) return { final: false, depth: 0, nonNull, typed };
  let depth = 0;
  for (let t = b.m.types[typeIndexOf(heap)]; t.supers.length > 0; t = b.m.types[t.supers[0]]) depth++;
  return { final: isExact(to) || b.m.types[typeIndexOf(heap)].final, depth, nonNull, typed };
}

/** A node that is 1 if `r` is of type `to` and 0 otherwise. */
function testNode(b: FunctionBuilder, r: Node, to: ValType): Node {
  const from = typeOf(b, r), known = answer(b, from, to);
  const nonNull = from !== undefined && !isNullable(from);
  if (known !== undefined) {
    if (nonNull || known === isNullable(to)) return constant(b, known ? 1 : 0);
    const isNull = b.add(IS_NULL, Kind.I32, [r]);
    return known ? b.add(EQZ, Kind.I32, [isNull]) : isNull;
  }
  const n = b.add(TEST, Kind.I32, [r]);
  n.imm = to;
  n.aux = castInfo(b, from, to);
  n.flags |= Flag.bool;
  return n;
}

on(['ref.test', 'ref.test_null'], (b, i) => b.push(testNode(b, b.pop(), i.to)));
on(['ref.cast', 'ref.cast_null'], (b, i) => {
  const r = b.stack[b.stack.length - 1], from = typeOf(b, r), nonNull = from !== undefined && !isNullable(from);
  if (answer(b, from, i.to) === true && (nonNull || isNullable(i.to))) return;
  const n = b.add(CAST, Kind.None, [r]);
  n.imm = i.to;
  n.aux = castInfo(b, from, i.to);
});
function castBranch(b: FunctionBuilder, i: Instruction, onFail: boolean): void {
  const r = b.pop(), is = testNode(b, r, i.to);
  const condition = onFail ? b.add(EQZ, Kind.I32, [is]) : is;
  b.push(r);
  b.branchIf(condition, i.index);
}
on(['br_on_cast'], (b, i) => castBranch(b, i, false));
on(['br_on_cast_fail'], (b, i) => castBranch(b, i, true));

// Custom descriptors: an object is of the type whose descriptor it carries

const GET_CONST = irOp('gc.get.const'), AS_NON_NULL = opId('ref.as_non_null'), TEST_DESC = irOp('gc.test.desc'), CAST_DESC = irOp('gc.cast.desc');

on(['ref.get_desc'], (b, i) => {
  const n = b.add(GET_CONST, Kind.Ref, [b.pop()]);
  n.imm = i.index;
  n.imm2 = DESCRIPTOR;
  b.push(n);
});
/** The descriptor on the stack, which traps if it is null. */
const popDescriptor = (b: FunctionBuilder): Node => b.add(AS_NON_NULL, Kind.Ref, [b.pop()]);
function descriptorNode(b: FunctionBuilder, op: number, kind: Kind, r: Node, descriptor: Node, to: ValType): Node {
  const n = b.add(op, kind, [r, descriptor]);
  n.imm = to;
  n.aux = castInfo(b, typeOf(b, r), to);
  return n;
}
on(['ref.cast_desc_eq', 'ref.cast_desc_eq_null'], (b, i) => {
  const descriptor = popDescriptor(b);
  descriptorNode(b, CAST_DESC, Kind.None, b.stack[b.stack.length - 1], descriptor, i.to);
});
function descriptorBranch(b: FunctionBuilder, i: Instruction, onFail: boolean): void {
  const descriptor = popDescriptor(b), r = b.stack[b.stack.length - 1];
  const is = descriptorNode(b, TEST_DESC, Kind.I32, r, descriptor, i.to);
  is.flags |= Flag.bool;
  b.branchIf(onFail ? b.add(EQZ, Kind.I32, [is]) : is, i.index);
}
on(['br_on_cast_desc_eq'], (b, i) => descriptorBranch(b, i, false));
on(['br_on_cast_desc_eq_fail'], (b, i) => descriptorBranch(b, i, true));

// Other references

const EXTERNALIZE = opId('extern.convert_any'), INTERNALIZE = opId('any.convert_extern');
/** Going out and coming in again changes nothing, and the other way round neither. */
function convert(b: FunctionBuilder, op: number, inverse: number): void {
  const r = b.pop();
  b.push(r.op === inverse ? r.args[0] : b.add(op, Kind.Ref, [r]));
}
on(['extern.convert_any'], (b) => convert(b, EXTERNALIZE, INTERNALIZE));
on(['any.convert_extern'], (b) => convert(b, INTERNALIZE, EXTERNALIZE));
on(['ref.eq'], (b, i) => b.push(b.add(i.op.id, Kind.I32, b.popMany(2))));
on(['ref.i31'], (b, i) => b.push(b.add(i.op.id, Kind.Ref, [b.pop()])));
on(['i31.get_s', 'i31.get_u'], (b, i) => {
  const r = b.pop();
  const n = b.add(i.op.id, Kind.I32, [r]);
  n.imm = isNonNull(b, r) ? 1 : 0;
  b.push(n);
});

// Structs: imm = type, imm2 = field

function structNode(b: FunctionBuilder, i: Instruction, kind: Kind, args: Node[]): Node {
  const n = b.add(i.op.id, kind, args);
  n.imm = i.index;
  n.imm2 = i.index2;
  n.aux = structLayout(b.m, i.index);
  return n;
}
on(['struct.new', 'struct.new_desc'], (b, i) => {
  const { fields, described } = structLayout(b.m, i.index);
  b.push(structNode(b, i, Kind.Ref, b.popMany(fields.length + (described ? 1 : 0))));
});
on(['struct.new_default', 'struct.new_default_desc'], (b, i) => {
  b.push(structNode(b, i, Kind.Ref, b.popMany(structLayout(b.m, i.index).described ? 1 : 0)));
});
on(['struct.get', 'struct.get_s', 'struct.get_u'], (b, i) => {
  const field = structLayout(b.m, i.index).fields[i.index2];
  const r = b.pop();
  const n = structNode(b, i, kindOf(field.type), [r]);
  if (isNonNull(b, r)) n.flags |= NON_NULL;
  b.push(n);
});
on(['struct.set'], (b, i) => { structNode(b, i, Kind.None, b.popMany(2)); });
/** Of `struct.get`: the object is known not to be null. Cleared by lowering. */
export const NON_NULL = 1 << 30;

// Arrays: imm = type, aux = layout

function arrayNode(b: FunctionBuilder, i: Instruction, kind: Kind, args: Node[]): Node {
  const n = b.add(i.op.id, kind, args);
  n.imm = i.index;
  n.imm2 = i.index2;
  n.aux = arrayLayout(b.m, i.index);
  return n;
}
on(['array.new'], (b, i) => b.push(arrayNode(b, i, Kind.Ref, b.popMany(2))));
on(['array.new_default'], (b, i) => b.push(arrayNode(b, i, Kind.Ref, b.popMany(1))));
on(['array.new_fixed'], (b, i) => b.push(arrayNode(b, i, Kind.Ref, b.popMany(i.index2))));
on(['array.new_data', 'array.new_elem'], (b, i) => b.push(arrayNode(b, i, Kind.Ref, b.popMany(2))));
on(['array.get', 'array.get_s', 'array.get_u'], (b, i) => {
  const { type } = arrayLayout(b.m, i.index);
  b.push(arrayNode(b, i, type === I8 || type === I16 ? Kind.I32 : kindOf(type), b.popMany(2)));
});
on(['array.set'], (b, i) => { arrayNode(b, i, Kind.None, b.popMany(3)); });
on(['array.len'], (b, i) => b.push(b.add(i.op.id, Kind.I32, [b.pop()])));
on(['array.fill', 'array.init_data', 'array.init_elem'], (b, i) => { arrayNode(b, i, Kind.None, b.popMany(4)); });
on(['array.copy'], (b, i) => { arrayNode(b, i, Kind.None, b.popMany(5)); });
