// Loads, stores, and the operations on memories and data segments as wholes.
import { Kind } from '../spec/types.js';
import { assignment, call, identifier, member, number, type Expression, type LVal } from './ast.js';
import { emits, fromNatural, fromSigned, Want, type Emitter, type Writer } from './writer.js';

const load = (method: string, bytes: number): Emitter => (w, n, want) => {
  const e = w.memory.load(w, method, bytes, n.args[0], n.imm, n.imm2);
  return n.kind === Kind.I32 ? fromSigned(e, want) : e;
};
const loadNatural = (method: string, bytes: number): Emitter => (w, n) => fromNatural(w.memory.load(w, method, bytes, n.args[0], n.imm, n.imm2));
emits(load('getInt32', 4), 'i32.load');
emits(load('getInt8', 1), 'i32.load8_s');
emits(loadNatural('getUint8', 1), 'i32.load8_u');
emits(load('getInt16', 2), 'i32.load16_s');
emits(loadNatural('getUint16', 2), 'i32.load16_u');
emits(load('getFloat32', 4), 'f32.load');
emits(load('getFloat64', 8), 'f64.load');

/** The setters convert what they are given, integers modulo their width and singles by rounding. */
const store = (method: string, bytes: number): Emitter => (w, n) =>
  w.memory.store(w, method, bytes, n.args[0], n.imm, n.imm2, w.operand(n.args[1], Want.loose));
emits(store('setInt32', 4), 'i32.store');
emits(store('setInt8', 1), 'i32.store8');
emits(store('setInt16', 2), 'i32.store16');
emits(store('setFloat32', 4), 'f32.store');
emits(store('setFloat64', 8), 'f64.store');

const memory = (w: Writer, index: number): Expression => identifier(w.env.memory(index));
emits((w, n) => member(memory(w, n.imm2), 'n'), 'memory.size');
emits((w, n, want) => {
  const delta = w.operand(n.args[0], n.args[0].kind === Kind.I32 ? Want.unsigned : Want.exact);
  return fromSigned(call(w.helper('memoryGrow'), [memory(w, n.imm2), delta]), want);
}, 'memory.grow');
emits((w, n) => call(w.helper('memoryFill'), [memory(w, n.imm2), ...w.operands(n.args)]), 'memory.fill');
emits((w, n) => call(w.helper('memoryCopy'), [memory(w, n.imm2), memory(w, n.imm), ...w.operands(n.args)]), 'memory.copy');
emits((w, n) => call(w.helper('memoryInit'), [memory(w, n.imm2), identifier(w.env.data(n.imm)), ...w.operands(n.args)]), 'memory.init');

/** A dropped segment is an empty one. */
export const drop = (segment: LVal): Expression => assignment(segment, call(member(segment, 'slice'), [number(0), number(0)]));
emits((w, n) => drop(identifier(w.env.data(n.imm))), 'data.drop');
