// High words of products of 32-bit numbers, whose low words are known: `Math.imul` gives those.
//
// The product of doubles, over 2^32, is rounded, but never below an integer it is above. Its floor is the high word, unless
// it was rounded up to the next integer, which takes a low word at the very end of its range: then a little less is rounded
// down. To choose how much costs a comparison that predicts well, and nothing that engines must have seen to compile it;
// to take the low word away from the product instead takes it as a double, which is dear where it is above 2^31, and
// lengthens the chain of what waits for the result.
import type { Node } from '../ir/node.js';
import { binary, call, conditional, number, ZERO, type Expression } from './ast.js';
import { emits, fromDouble, fromSigned, isI32Const, Want, type Emitter, type Writer } from './writer.js';

const MINUS_ONE = number(-1);

/** The product of the first two operands over 2^32. */
function scaled(w: Writer, { args: [a, b] }: Node, wantA: Want, wantB: Want): Expression {
  const left = w.operand(a, wantA);
  if (isI32Const(b)) return binary('*', left, number((wantB === Want.unsigned ? b.imm >>> 0 : b.imm) * 2 ** -32));
  return binary('*', binary('*', left, w.operand(b, wantB)), number(2 ** -32));
}

/** Is the low word, the third operand, one of the last 2^k? */
const isAtEnd = (w: Writer, n: Node, k: number): Expression => binary('===', binary('>>', w.operand(n.args[2], Want.loose), number(k)), MINUS_ONE);

// Up to 2^32 the rounding is by at most 2^-22, so only where the low word is one of the last 2^10 is an integer reached.
emits((w, n, want) => {
  const product = scaled(w, n, Want.unsigned, Want.unsigned);
  return fromDouble(binary('-', product, conditional(isAtEnd(w, n, 10), number(2 ** -20), ZERO)), want);
}, 'i32.mulhi_u');

// ToInt32 rounds towards zero, so signed ones are made positive for it: another rounding, by at most 2^-22.
const signedHigh = (a: Want, b: Want): Emitter => (w, n, want) => {
  const product = scaled(w, n, a, b);
  const positive = binary('+', product, conditional(isAtEnd(w, n, 11), number(2 ** 31 - 2 ** -19), number(2 ** 31)));
  return fromSigned(binary('^', positive, number(-(2 ** 31))), want);
};
emits(signedHigh(Want.exact, Want.exact), 'i32.mulhi_s');
emits(signedHigh(Want.exact, Want.unsigned), 'i32.mulhi_su');

// Products below 2^53 are exact, and their low words are not asked for.
const small = (w: Writer, n: Node, want: Want): Expression => binary('*', w.operand(n.args[0], want), number(n.args[1].imm * 2 ** -32));
emits((w, n, want) => {
  const e = small(w, n, Want.unsigned);
  return fromDouble(n.args[1].imm < 0 ? call(w.helper('floor'), [e]) : e, want);
}, 'i32.mulhi53_u');
emits((w, n, want) => fromDouble(call(w.helper('floor'), [small(w, n, Want.exact)]), want), 'i32.mulhi53_s');
