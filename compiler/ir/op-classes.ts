// What passes ask of every node, as tables by operation: a byte looked up in a small table that stays in the cache
// spares touching more of the node than its operation.
import { Effect } from '../spec/opcode-row.js';
import { OPCODES } from '../spec/opcodes.js';
import { Node } from './node.js';
import { IR_OP_COUNT, effectsOf, irOp, type IrOpName } from './ops.js';

const HELPER = irOp('helper');

/** Bits of `Effect`; of `helper`, whose effects depend on the node, all ones. */
export const EFFECTS = new Int32Array(IR_OP_COUNT);
/** 1 for operations that may have regions or edges or end a region. */
export const IS_CONTROL = new Uint8Array(IR_OP_COUNT);
/** 1 for what may own `results` without being control. */
export const IS_MULTIVALUE = new Uint8Array(IR_OP_COUNT);
/** Bytes of memory that an operation accesses, 0 if none. */
export const ACCESSED = new Uint8Array(IR_OP_COUNT);
for (const row of OPCODES) ACCESSED[row.id] = row.width;
for (let op = 0; op < IR_OP_COUNT; op++) {
  EFFECTS[op] = op === HELPER ? -1 : effectsOf(new Node(0, op, 0, []));
  IS_CONTROL[op] = op !== HELPER && EFFECTS[op] & Effect.control ? 1 : 0;
  const row = OPCODES[op];
  IS_MULTIVALUE[op] = row !== undefined && (row.effects & Effect.call || (row.results !== null && row.results.length > 1)) ? 1 : 0;
}

/** A table by operation: 1 for these. */
export function opTable(...names: IrOpName[]): Uint8Array {
  const table = new Uint8Array(IR_OP_COUNT);
  for (const name of names) table[irOp(name)] = 1;
  return table;
}
