// How much JavaScript bytecode a node will become. V8 optimises no function above 60 KiB of it, and neither the text nor the
// number of nodes says how much that is: a load is a method call of 30 bytes, an addition 6, a block none, an addition of f32, which is
// rounded by another call, 26.
//
// Fitted to what V8 makes of the large functions of real modules (`--print-bytecode`), where nearly every instruction is in its
// wide form: functions above 8 KiB come out at 0.74 to 1.11 times the estimate, 6% standard deviation, of modules with
// much f32 or SIMD at 0.32 to 1.42, 10%.
import { OPCODES } from '../spec/opcodes.js';
import { Flag, type FunctionIR, type Node } from '../ir/node.js';
import { IR_OP_COUNT, irOp, type IrOpName } from '../ir/ops.js';

/** Of an operation without its operands, by operation. */
const OWN = new Float64Array(IR_OP_COUNT).fill(6);
const own = (bytes: number, ...names: IrOpName[]): void => { for (const name of names) OWN[irOp(name)] = bytes; };

for (const row of OPCODES) if (row.width > 0) OWN[row.id] = row.results !== null && row.results.length === 0 ? 36 : 31;
own(0, 'i32.const', 'f32.const', 'f64.const', 'ref.null', 'ref.func', 'block', 'yield', 'result', 'loop.param', 'param', 'caught', 'var.get');
own(2, 'br', 'return', 'loop', 'if', 'br_if', 'br_table', 'var.set', 'global.get', 'global.set');
own(8, 'unreachable', 'ret.i32', 'ret.f64', 'ret.ref', 'set.ret.i32', 'set.ret.f64', 'set.ret.ref');
own(19, 'call', 'piece', 'helper');
// Rounded by `fround`, a call.
own(21, 'f32.add', 'f32.sub', 'f32.mul', 'f32.div', 'f32.sqrt', 'f32.demote_f64', 'f32.convert_i32_s', 'f32.convert_i32_u');
own(24, 'call_indirect', 'call_ref', 'throw', 'try', 'try_table');
// Written twice: as a call, and left for the loop around (emit/tail-calls.ts).
own(100, 'return_call');
own(145, 'return_call_indirect', 'return_call_ref');
own(128, 'i32.mulhi_u');

const BR_TABLE = irOp('br_table');
/** Of an operand, an argument of an edge, which is copied, and an entry of `br_table`. */
const OPERAND = 2.3, COPY = 5, ENTRY = 8;

/** More of what goes through a typed array, and elsewhere where there is no element (emit/shared-access.ts): functions above 8 KiB come out 1.18 times as long. */
const MORE = new Float64Array(IR_OP_COUNT);
for (const row of OPCODES) if (row.width === 2 || row.width === 4) MORE[row.id] = row.results !== null && row.results.length === 0 ? 20 : 11;

/** Bytes of a node, without its regions. */
export function bytesOf(n: Node, { sharesMemory }: FunctionIR): number {
  let bytes = OWN[n.op] + OPERAND * n.args.length;
  if (sharesMemory && (n.flags & Flag.mayTear) === 0) bytes += MORE[n.op];
  if (n.edges !== null) for (const e of n.edges) bytes += COPY * e.args.length;
  if (n.op === BR_TABLE) bytes += ENTRY * (n.aux as Int32Array).length;
  return bytes;
}

/** Of the place a piece is called from. */
export const bytesOfCall = (takes: number, gives: number, exits: number): number => 19 + 6 * takes + 14 * gives + 14 * exits;
