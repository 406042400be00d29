// Loads, stores, and the operations on memories and data segments as wholes.
import { Kind } from '../spec/types.js';
import { assignment, binary, call, element, identifier, member, number, ZERO, type Expression, type LVal } from './ast.js';
import { Flag, type Node } from '../ir/node.js';
import { emits, fromDouble, fromNatural, fromSigned, isI32Const, Want, type Emitter, type Writer } from './writer.js';

const load = (method: string, bytes: number): Emitter => (w, n, want) => {
  const e = w.memory.load(w, method, bytes, n);
  return n.kind === Kind.I32 ? fromSigned(e, want) : e;
};
const loadNatural = (method: string, bytes: number): Emitter => (w, n) => fromNatural(w.memory.load(w, method, bytes, n));
emits(load('getInt32', 4), 'i32.load');
emits(load('getInt8', 1), 'i32.load8_s');
emits(loadNatural('getUint8', 1), 'i32.load8_u');
emits(load('getInt16', 2), 'i32.load16_s');
emits(loadNatural('getUint16', 2), 'i32.load16_u');
const isExact = (n: Node): boolean => (n.flags & Flag.nan) !== 0;
const loadFloat = (method: string, bytes: number): Emitter => {
  const plain = load(method, bytes);
  return (w, n, want) => (isExact(n) ? w.memory.loadFloat(w, bytes === 4, n) : plain(w, n, want));
};
emits(loadFloat('getFloat32', 4), 'f32.load');
emits(loadFloat('getFloat64', 8), 'f64.load');

/** The setters convert what they are given, integers modulo their width and singles by rounding. */
const store = (method: string, bytes: number): Emitter => (w, n) =>
  // An int32 as it is: V8 of late and JavaScriptCore store booleans and wider sums several times slower than they coerce them.
  w.memory.store(w, method, bytes, n, w.operand(n.args[1], n.args[1].kind === Kind.I32 ? Want.exact : Want.loose));
emits(store('setInt32', 4), 'i32.store');
emits(store('setInt8', 1), 'i32.store8');
emits(store('setInt16', 2), 'i32.store16');
const storeFloat = (method: string, bytes: number): Emitter => {
  const plain = store(method, bytes);
  const type = bytes === 4 ? 'F32' : 'F64';
  return (w, n, want) => {
    if ((n.flags & (Flag.nan | Flag.nanNumber)) === 0) return plain(w, n, want);
    return w.memory.storeFloat(w, (isExact(n) ? 'store' : 'storeNumber') + type, n, w.operand(n.args[1], isExact(n) ? Want.exact : Want.loose));
  };
};
emits(storeFloat('setFloat32', 4), 'f32.store');
emits(storeFloat('setFloat64', 8), 'f64.store');

const memory = (w: Writer, index: number): Expression => identifier(w.env.memory(index));
/** Pages of one byte may be more than an int32 says; a double is wanted as it is (build-memory.ts). */
const pages = (n: Node, e: Expression, want: Want): Expression => (n.kind === Kind.I32 ? fromDouble(e, want) : e);
emits((w, n, want) => pages(n, member(memory(w, n.imm2), 'n'), want), 'memory.size');
emits((w, n, want) => {
  const delta = w.operand(n.args[0], n.args[0].kind === Kind.I32 ? Want.unsigned : Want.exact);
  return pages(n, call(w.helper('memoryGrow'), [memory(w, n.imm2), delta]), want);
}, 'memory.grow');
emits((w, n) => {
  const [hi, lo] = n.args;
  if (isI32Const(lo) && isI32Const(hi)) return number((hi.imm >>> 0) * 2 ** 32 + (lo.imm >>> 0));
  const high = binary('*', w.operand(hi, Want.unsigned), number(2 ** 32));
  return binary('+', high, w.operand(lo, Want.unsigned));
}, 'address64');
emits((w, n) => call(w.helper(w.env.interprets ? 'fillBytes' : 'memoryFill'), [memory(w, n.imm2), ...w.operands(n.args)]), 'memory.fill');
emits((w, n) => call(w.helper(w.env.interprets ? 'copyBytes' : 'memoryCopy'), [memory(w, n.imm2), memory(w, n.imm), ...w.operands(n.args)]), 'memory.copy');
emits((w, n) => call(w.helper('memoryInit'), [memory(w, n.imm2), identifier(w.env.data(n.imm)), ...w.operands(n.args)]), 'memory.init');

/** Interpreters take as long for the call as for few stores. */
const FEW_ROUNDS = 4;
const rounds = (helper: string): Emitter => (w, n) => {
  const { interprets } = w.env, operands = w.operands(n.args, n.args.length - (interprets ? 1 : 0));
  return call(w.helper(helper), [memory(w, n.imm2), number(n.imm), ...operands, ...(interprets ? [number(FEW_ROUNDS)] : [])]);
};
emits(rounds('fillRounds'), 'fill.rounds');
emits(rounds('copyRounds'), 'copy.rounds');

/** A dropped segment is an empty one. */
export const drop = (segment: LVal): Expression => assignment(segment, call(member(segment, 'slice'), [number(0), number(0)]));
emits((w, n) => drop(identifier(w.env.data(n.imm))), 'data.drop');

/** An element that no sum is kept in (structure/accumulators.ts). */
const NOBODYS = 256;
emits((w) => assignment(element(w.helper('AF'), number(NOBODYS)), ZERO), 'barrier');
