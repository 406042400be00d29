// Structs, arrays, i31 and casts (docs/gc.md). Null is left to the engine: a property of null throws, and that becomes
// the trap (runtime/traps.ts).
import { Heap, Kind, heapOf, isConcrete, isNullable, typeIndexOf, type ValType } from '../spec/types.js';
import type { CastInfo } from '../ir/build-gc.js';
import { DESCRIPTOR, Elements, elementBytes, fieldName, type ArrayLayout } from '../ir/gc-layout.js';
import { Flag, type Node } from '../ir/node.js';
import {
  array, assignment, binary, call, conditional, construct, element, FALSE, identifier, member, NULL, number, TRUE, UNDEFINED, type Expression,
} from './ast.js';
import { emits, fromBoolean, fromNatural, fromSigned, isI32Const, Want, type Emitter, type Writer } from './writer.js';

const rtt = (w: Writer, type: number): Expression => identifier(w.env.rtt(type));
const coerce = (n: Node, e: Expression, want: Want): Expression => (n.kind === Kind.I32 ? fromSigned(e, want) : e);

// Structs

emits((w, n) => construct(identifier(w.env.shape(n.imm)), [rtt(w, n.imm), ...w.operands(n.args)]), 'gc.new');
const get: Emitter = (w, n, want) => coerce(n, member(w.operand(n.args[0]), fieldName(n.imm2)), want);
emits(get, 'gc.get', 'gc.get.nonnull', 'gc.get.const', 'gc.get.pure');
emits((w, n) => {
  const place = member(w.operand(n.args[0]), fieldName(n.imm2));
  return assignment(place, w.operand(n.args[1]));
}, 'gc.set');

// Elements

emits((w, n) => {
  const x = w.operand(n.args[0]), at = n.args[1];
  const below = binary('<', w.operand(at, Want.unsigned), member(x, 'n'));
  return conditional(below, w.operand(at), call(w.helper('arrayTrap'), []));
}, 'gc.index');
const isExact = (n: Node): boolean => (n.flags & Flag.nan) !== 0;
const elem = (w: Writer, n: Node): Expression => {
  const elements = member(w.operand(n.args[0]), 'a');
  if (isExact(n)) return call(w.helper(n.kind === Kind.F32 ? 'getElementF32' : 'getElementF64'), [elements, w.operand(n.args[1])]);
  return element(elements, w.operand(n.args[1]));
};
emits((w, n, want) => (n.imm === Elements.i8 || n.imm === Elements.i16 ? fromNatural(elem(w, n)) : coerce(n, elem(w, n), want)), 'gc.elem', 'gc.elem.const', 'gc.at', 'gc.at.const');
emits((w, n) => conditional(binary('===', w.operand(n.args[0]), UNDEFINED), call(w.helper('arrayTrap'), []), number(0)), 'gc.guard');
emits((w, n) => {
  const elements = member(w.operand(n.args[0]), 'a');
  if ((n.flags & (Flag.nan | Flag.nanNumber)) !== 0) return call(w.helper(isExact(n) ? 'setElement' : 'setNumber'), [elements, w.operand(n.args[1]), w.operand(n.args[2])]);
  const place = element(elements, w.operand(n.args[1]));
  const exact = n.imm === Elements.ref || n.imm === Elements.f64 || n.imm === Elements.f32;
  return assignment(place, w.operand(n.args[2], exact ? Want.exact : Want.loose));
}, 'gc.elem.set');
emits((w, n) => fromNatural(member(w.operand(n.args[0]), 'n')), 'array.len');

// Whole arrays

/** `newI32(t3,n,2)` */
function allocate(w: Writer, n: Node, length: Expression): Expression {
  const l = n.aux as ArrayLayout, t = rtt(w, n.imm);
  switch (l.elements) {
    case Elements.i8: return call(w.helper('newI8'), [t, length]);
    case Elements.i16: return call(w.helper('newI16'), [t, length]);
    case Elements.i32: return call(w.helper('newI32'), [t, length, number(l.words)]);
    case Elements.f32: return call(w.helper('newF32'), [t, length]);
    case Elements.f64: return call(w.helper('newF64'), [t, length]);
    case Elements.ref: return call(w.helper('newRefs'), [t, length, NULL]);
  }
}
const layoutOf = (n: Node): ArrayLayout => n.aux as ArrayLayout;
emits((w, n) => allocate(w, n, w.operand(n.args[0])), 'array.new_default');
emits((w, n) => {
  const length = w.operand(n.args[0]), [first, ...rest] = n.args.slice(1);
  if (layoutOf(n).elements === Elements.ref) return call(w.helper('newRefs'), [rtt(w, n.imm), length, w.operand(first)]);
  const x = allocate(w, n, length);
  if (rest.length > 0) return call(w.helper('filledWords'), [x, array([w.operand(first), ...w.operands(rest)])]);
  return isI32Const(first) && first.imm === 0 ? x : call(w.helper(isExact(n) ? 'filledFloats' : 'filled'), [x, w.operand(first)]);
}, 'array.new');
emits((w, n) => {
  const list = array(w.operands(n.args));
  if (layoutOf(n).elements === Elements.ref) return construct(w.helper('GcArray'), [rtt(w, n.imm), list, number(n.imm2)]);
  return call(w.helper(isExact(n) ? 'fixedFloats' : 'fixed'), [allocate(w, n, number(n.imm2)), list]);
}, 'array.new_fixed');
emits((w, n) => {
  const [x, at, ...value] = w.operands(n.args);
  const count = value.pop()!;
  if (value.length > 1) return call(w.helper('arrayFillWords'), [x, at, array(value), count]);
  return call(w.helper(isExact(n) ? 'arrayFillFloats' : 'arrayFill'), [x, at, value[0], count]);
}, 'array.fill');

const COPY = { [Elements.i8]: 'copyI8', [Elements.i16]: 'copyI16', [Elements.i32]: 'copyI32', [Elements.f32]: 'copyF32', [Elements.f64]: 'copyF64', [Elements.ref]: 'copyRefs' };
emits((w, n) => {
  const l = layoutOf(n);
  return call(w.helper(isExact(n) ? 'copyFloats' : COPY[l.elements]), [...w.operands(n.args), ...(l.elements === Elements.i32 ? [number(l.words)] : [])]);
}, 'array.copy');

const READ = { [Elements.i8]: 'dataI8', [Elements.i16]: 'dataI16', [Elements.i32]: 'dataI32', [Elements.f32]: 'dataF32', [Elements.f64]: 'dataF64', [Elements.ref]: '' };
const fromData = (w: Writer, n: Node, x: Expression, at: Expression, offset: Expression, count: Expression): Expression => {
  const l = layoutOf(n);
  return call(w.helper('arrayData'), [x, at, identifier(w.env.data(n.imm2)), offset, count, w.helper(READ[l.elements]), number(l.words), number(elementBytes(l))]);
};
emits((w, n) => {
  const [x, at, offset, count] = w.operands(n.args);
  return fromData(w, n, x, at, offset, count);
}, 'array.init_data');
emits((w, n) => {
  const [offset, count] = w.operands(n.args);
  const length = call(w.helper('dataLength'), [identifier(w.env.data(n.imm2)), offset, count, number(elementBytes(layoutOf(n)))]);
  return fromData(w, n, allocate(w, n, length), number(0), offset, count);
}, 'array.new_data');
emits((w, n) => {
  const [x, at, offset, count] = w.operands(n.args);
  return call(w.helper('arrayElements'), [x, at, identifier(w.env.elem(n.imm2)), offset, count]);
}, 'array.init_elem');
emits((w, n) => call(w.helper('newElements'), [rtt(w, n.imm), identifier(w.env.elem(n.imm2)), ...w.operands(n.args)]), 'array.new_elem');

// i31: a number. Bits beyond the 31 are dropped when it is made.

emits((w, n) => {
  const v = n.args[0];
  if (isI32Const(v)) return number((v.imm << 1) >> 1);
  return binary('>>', binary('<<', w.operand(v, Want.loose), number(1)), number(1));
}, 'ref.i31');
const i31 = (w: Writer, n: Node): Expression => {
  const v = w.operand(n.args[0]);
  return n.imm === 1 ? v : call(w.helper('nonNull'), [v]);
};
emits((w, n, want) => fromSigned(i31(w, n), want), 'i31.get_s');
emits((w, n) => fromNatural(binary('&', i31(w, n), number(0x7fffffff))), 'i31.get_u');
emits((w, n) => call(w.helper('externalize'), w.operands(n.args)), 'extern.convert_any');
emits((w, n) => call(w.helper('internalize'), w.operands(n.args)), 'any.convert_extern');

// Casts

/** Whether `x`, which is not null, is of the heap type of `to`. */
function isOf(w: Writer, x: Expression, to: ValType, info: CastInfo): Expression {
  const t = member(x, 't'), heap = heapOf(to);
  if (isConcrete(heap)) {
    const type = rtt(w, typeIndexOf(heap));
    const same = binary('===', t, type);
    if (!info.final && info.typed) return binary('===', element(member(t, 'supers'), number(info.depth)), type);
    return info.final ? same : conditional(same, TRUE, call(w.helper('isBelow'), [t, type, number(info.depth)]));
  }
  switch (heap) {
    case Heap.eq: return call(w.helper('isEq'), [t]);
    case Heap.i31: return binary('===', t, UNDEFINED);
    case Heap.struct: return call(w.helper('isStruct'), [t]);
    case Heap.array: return call(w.helper('isArray'), [t]);
    case Heap.none: case Heap.nofunc: case Heap.noextern: case Heap.noexn: return FALSE;
    default: return TRUE;
  }
}
function test(w: Writer, n: Node): Expression {
  const x = w.operand(n.args[0]), info = n.aux as CastInfo;
  const is = n.args.length === 1 ? isOf(w, x, n.imm, info) : binary('===', member(x, fieldName(DESCRIPTOR)), w.operand(n.args[1]));
  return info.nonNull ? is : conditional(binary('===', x, NULL), isNullable(n.imm) ? TRUE : FALSE, is);
}
emits((w, n, want) => fromBoolean(w, test(w, n), want), 'gc.test', 'gc.test.desc');
emits((w, n) => conditional(test(w, n), number(0), call(w.helper('castTrap'), [])), 'gc.cast', 'gc.cast.desc');
