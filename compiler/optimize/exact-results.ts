// Which sums, differences, products and shifts to the left stay inside the int32 numbers. Where JavaScript is interpreted, `| 0` behind them is a step like any
// other, and it is left out (emit/expressions-i32.ts); compilers know by it that the result is an int32, so there it stays.
import { opId } from '../spec/opcodes.js';
import { Flag, type Node } from '../ir/node.js';
import { I32_MAX, I32_MIN, maxOf, minOf } from './ranges.js';

const ADD = opId('i32.add'), SUB = opId('i32.sub'), MUL = opId('i32.mul'), SHL = opId('i32.shl'), CONST = opId('i32.const');

/** Notes in the flags of an operation, whose operands' facts are known, whether its result is exact. */
export function noteExactness(n: Node): void {
  if (n.op !== ADD && n.op !== SUB && n.op !== MUL && n.op !== SHL) return;
  const [a, b] = n.args;
  let least = minOf(a), most = maxOf(a);
  if (n.op === ADD) { least += minOf(b); most += maxOf(b); }
  else if (n.op === SUB) { least -= maxOf(b); most -= minOf(b); }
  // By what is positive: others make -0 of 0.
  else if (n.op === MUL && b.op === CONST && b.imm > 0) { least *= b.imm; most *= b.imm; }
  else if (n.op === SHL && b.op === CONST) { least *= 2 ** (b.imm & 31); most *= 2 ** (b.imm & 31); }
  else least = -Infinity;
  if (least >= I32_MIN && most <= I32_MAX) n.flags |= Flag.exact; else n.flags &= ~Flag.exact;
}
