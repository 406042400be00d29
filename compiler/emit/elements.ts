// Which loads and stores may go through typed arrays, in output for interpreters and of shared memories (element-access.ts, shared-access.ts), and through which.
import { Flag, type Node } from '../ir/node.js';
import { IR_OP_COUNT } from '../ir/ops.js';
import { opId } from '../spec/opcodes.js';
import { ElementType } from './memory-views.js';

const { int8, uint8, int16, uint16, int32, float32, float64 } = ElementType;
const BYTES = [1, 1, 2, 2, 4, 4, 8];

/** By operation: the type of the elements, or -1. */
const TYPES = new Int8Array(IR_OP_COUNT).fill(-1);
const LOADS = new Uint8Array(IR_OP_COUNT);
for (const [name, type] of [
  ['i32.load8_s', int8], ['i32.load8_u', uint8], ['i32.load16_s', int16], ['i32.load16_u', uint16], ['i32.load', int32], ['f32.load', float32], ['f64.load', float64],
] as const) {
  TYPES[opId(name)] = type;
  LOADS[opId(name)] = 1;
}
for (const [name, type] of [
  ['i32.store8', uint8], ['i32.store16', int16], ['i32.store', int32], ['f32.store', float32], ['f64.store', float64],
] as const) TYPES[opId(name)] = type;

/** The type of the elements that an operation reads or writes; -1 if it does neither. */
export const typeOf = (n: Node): number => TYPES[n.op];
export const isLoad = (n: Node): boolean => LOADS[n.op] !== 0;
/** Their size, or 0. */
export const bytesOf = (n: Node): number => (TYPES[n.op] < 0 ? 0 : BYTES[TYPES[n.op]]);

/** Does the node access memory through an array? Not if the module says that it may not be aligned, its offset says that it is not, or it is of a NaN with its bits. */
export function hasElement(n: Node): boolean {
  const bytes = bytesOf(n);
  return bytes > 0 && (n.flags & (Flag.nan | Flag.nanNumber)) === 0 && (bytes === 1 || ((n.flags & Flag.unaligned) === 0 && n.imm % bytes === 0));
}
