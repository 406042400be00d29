// 64-bit division by small constants, without a call: the high word is divided as an int32 (engines multiply for that), and what
// remains of it, below the divisor, goes with the low word into one product of doubles (`i32.divlo_u`). Signed ones divide magnitudes.
// All other divisions are calls of the runtime (runtime/divide64.ts).
import { opId, type OpName } from '../spec/opcodes.js';
import { Kind } from '../spec/types.js';
import { irOp } from '../ir/ops.js';
import type { Node } from '../ir/node.js';
import { isConst, mul, select, sub, xor } from './bits.js';
import { signOf, subPairs, type Pair } from './pairs.js';
import { lowerOps, type WordLowering } from './words.js';

const DIV_U = opId('i32.div_u'), DIVLO_U = irOp('i32.divlo_u');

/** Divisors below it leave the rounding of `i32.divlo_u` an eighth of the room it has (emit/expressions-i32.ts). */
const MAX_DIVISOR = 2 ** 15;

function divide(w: WordLowering, [lo, hi]: Pair, divisor: Node): Pair {
  const high = w.i32(DIV_U, hi, divisor);
  const rest = sub(w, hi, mul(w, high, divisor));
  const both = w.emit(DIVLO_U, Kind.I32, [rest, lo, divisor]);
  // Most numbers are small, and the digits of others become so.
  return [select(w, both, w.i32(DIV_U, lo, divisor), hi), high];
}
function remainder(w: WordLowering, value: Pair, divisor: Node): Node {
  return sub(w, value[0], mul(w, divide(w, value, divisor)[0], divisor));
}
/** The pair for `sign` = 0, its negative for -1. */
const withSign = (w: WordLowering, [lo, hi]: Pair, sign: Node): Pair => subPairs(w, [xor(w, lo, sign), xor(w, hi, sign)], [sign, sign]);

function division(name: OpName, helper: string, byConstant: (w: WordLowering, value: Pair, divisor: Node) => Pair): void {
  lowerOps([name], (w, n) => {
    const [a, b] = n.args, [divisor, high] = w.pair(b);
    const isSmall = isConst(divisor) && isConst(high) && high.imm === 0 && divisor.imm > 1 && divisor.imm <= MAX_DIVISOR;
    if (isSmall) w.replace(n, byConstant(w, w.pair(a), divisor));
    else w.becomeHelper(n, helper, w.words(n.args));
  });
}
division('i64.div_u', 'i64DivU', divide);
division('i64.rem_u', 'i64RemU', (w, value, divisor) => [remainder(w, value, divisor), w.zero()]);
division('i64.div_s', 'i64DivS', (w, value, divisor) => {
  const sign = signOf(w, value[1]);
  return withSign(w, divide(w, withSign(w, value, sign), divisor), sign);
});
division('i64.rem_s', 'i64RemS', (w, value, divisor) => {
  const sign = signOf(w, value[1]);
  const rest = sub(w, xor(w, remainder(w, withSign(w, value, sign), divisor), sign), sign);
  return [rest, signOf(w, rest)];
});
