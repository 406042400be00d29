// What folding an operand into an operation's expression has to respect: how often and in which order the emitted
// JavaScript evaluates it. Kept beside folding, in step with the emitters of the operations.
import { Effect } from '../spec/opcode-row.js';
import { effectsOf, irOp, IR_OP_COUNT, type IrOpName } from '../ir/ops.js';
import { ACCESSED, EFFECTS, opTable } from '../ir/op-classes.js';
import type { Node } from '../ir/node.js';
import { OPCODES } from '../spec/opcodes.js';

export { opTable };

/** By operation, a bit for each operand that is written more than once: it must be a variable or a constant. */
const REPEATED = new Uint8Array(IR_OP_COUNT);
/** By operation, a bit for each operand that is not always evaluated: it must not have effects. */
const CONDITIONAL = new Uint8Array(IR_OP_COUNT);
const mark = (table: Uint8Array, bits: number, ...names: IrOpName[]): void => { for (const name of names) table[irOp(name)] |= bits; };

mark(REPEATED, 0b11, 'i32.rotl', 'i32.rotr', 'gc.index', 'array.new_data');
mark(REPEATED, 0b1, 'gc.test', 'gc.cast', 'gc.test.desc', 'gc.cast.desc');
// Only evaluated where the object is not null.
mark(CONDITIONAL, 0b10, 'gc.test.desc', 'gc.cast.desc');
// The array is allocated before they are evaluated.
mark(REPEATED, 0b11110, 'array.new');
mark(CONDITIONAL, 0b11, 'select', 'select_t');

export const repeats = (op: number, operand: number): boolean => operand < 8 && (REPEATED[op] >> operand & 1) !== 0;
export const isConditional = (op: number, operand: number): boolean => operand < 8 && (CONDITIONAL[op] >> operand & 1) !== 0;

/** Operations written as a method call on the memory's view, or with a segment as first argument. These are evaluated before
 * the operands, so none of the operands may grow the memory or drop the segment: the access would go to what was before. */
const VIEW_FIRST = new Uint8Array(IR_OP_COUNT);
for (const row of OPCODES) if (row.width > 0) VIEW_FIRST[row.id] = 1;
mark(VIEW_FIRST, 1, 'memory.init', 'table.init', 'array.new_data', 'array.new_elem', 'array.init_data', 'array.init_elem');
const MAY_GROW = Effect.call | Effect.writeMemory;
export const readsViewBefore = (op: number, effects: number): boolean => VIEW_FIRST[op] !== 0 && (effects & MAY_GROW) !== 0;

/** V8 puts a view's method into the caller as long as it knows at the call what it found the view to be at its name, which it forgets where
 * ways that computed something meet: `V.setInt32(p, c ? a + 1 : b, !0)` is a call, 4 to 17 times as slow. */
export const isAccess = (op: number): boolean => ACCESSED[op] !== 0;
const SELECTS = opTable('select', 'select_t');
const FORKS = opTable('gc.index', 'gc.guard', 'gc.test', 'gc.cast', 'gc.test.desc', 'gc.cast.desc');
/** Does the expression go two ways, and compute on one of them? Arms that are names or constants compute nothing. */
export function forksHere(n: Node, isFolded: (arm: Node) => boolean): boolean {
  return SELECTS[n.op] !== 0 ? isFolded(n.args[0]) || isFolded(n.args[1]) : FORKS[n.op] !== 0;
}

const CALL_INDIRECT = irOp('call_indirect'), CALL_REF = irOp('call_ref');
const RETURN_CALL_INDIRECT = irOp('return_call_indirect'), RETURN_CALL_REF = irOp('return_call_ref');
/** Operations that check their last operand before they evaluate the others: `callee(T, i, t).f(a, b)`. */
export const checksLastFirst = (op: number): boolean => op === CALL_INDIRECT || op === CALL_REF || op === RETURN_CALL_INDIRECT || op === RETURN_CALL_REF;
/** What that check does. */
export const CHECK_EFFECTS = Effect.trap | Effect.readTable;

const I32_CONST = irOp('i32.const'), DIV_S = irOp('i32.div_s');
/** Operations whose effects depend on their operands. */
const VARIES = opTable('helper', 'i32.div_s', 'i32.div_u', 'i32.rem_s', 'i32.rem_u');
const HELPER = irOp('helper');

/** May this division trap? Not by a constant other than 0, nor other than -1 where the quotient could overflow. */
export function divisionTraps(n: Node): boolean {
  const by = n.args[1];
  return by.op !== I32_CONST || by.imm === 0 || (by.imm === -1 && n.op === DIV_S);
}

/** Effects of an operation, sharper than the table where the operands say more. */
export function effectsHere(n: Node): number {
  const op = n.op;
  if (VARIES[op] === 0) return EFFECTS[op];
  if (op === HELPER) return effectsOf(n);
  return divisionTraps(n) ? Effect.trap : 0;
}

/** Effects that only matter to the value itself: an unused node with no others is dead. */
const HARMLESS = Effect.readMemory | Effect.readGlobal | Effect.readTable | Effect.readHeap | Effect.readVar | Effect.readReg | Effect.alloc;
export const isDroppable = (effects: number): boolean => (effects & ~HARMLESS) === 0;
