// Small questions about matched nodes that the conditions of rules ask.
import { opId } from '../../spec/opcodes.js';
import { Flag, type Node } from '../../ir/node.js';
import { I32_CONST, isComparison } from './pattern.js';

const AND = opId('i32.and'), OR = opId('i32.or'), XOR = opId('i32.xor');

/** Is the i32 known to be 0 or 1? Looks two levels deep. */
export function isBool(n: Node): boolean {
  return isBoolLeaf(n) || ((n.op === AND || n.op === OR || n.op === XOR) && isBoolLeaf(n.args[0]) && isBoolLeaf(n.args[1]))
    || (n.op === AND && n.args[1].op === I32_CONST && n.args[1].imm === 1);
}
function isBoolLeaf(n: Node): boolean {
  return isComparison(n.op) || (n.flags & Flag.bool) !== 0 || (n.op === I32_CONST && (n.imm === 0 || n.imm === 1));
}

/** Words of the mask of the `count` lowest of 64 bits. */
const lowOnesLo = (count: number): number => (count >= 32 ? -1 : (1 << count) - 1);
const lowOnesHi = (count: number): number => (count >= 64 ? -1 : count <= 32 ? 0 : (1 << (count - 32)) - 1);

/** A constant shift count, NaN unless it is below the width (so that every comparison with it fails). */
export const countOf = (c: Node, bits: number): number => (c.imm >= 0 && c.imm < bits && c.imm2 === 0 ? c.imm : NaN);

/** Do the bits of the constant include the `count` lowest? */
export const coversLow = (c: Node, count: number): boolean =>
  count >= 0 && (c.imm & lowOnesLo(count)) === lowOnesLo(count) && (c.imm2 & lowOnesHi(count)) === lowOnesHi(count);
/** Are the constant's bits all among the `count` lowest? */
export const withinLow = (c: Node, count: number, bits: number): boolean =>
  (c.imm & ~lowOnesLo(count)) === 0 && (bits === 32 || (c.imm2 & ~lowOnesHi(count)) === 0);
/** Do the bits of the constant include all but the `count` lowest? */
export const coversAbove = (c: Node, count: number, bits: number): boolean =>
  count >= 0 && (c.imm | lowOnesLo(count)) === -1 && (bits === 32 || (c.imm2 | lowOnesHi(count)) === -1);

/** A power of two, taken unsigned. */
export function isPowerOfTwo(c: Node, bits: number): boolean {
  const lo = (c.imm & (c.imm - 1)) === 0 && c.imm !== 0;
  if (bits === 32) return lo;
  const hi = (c.imm2 & (c.imm2 - 1)) === 0 && c.imm2 !== 0;
  return (lo && c.imm2 === 0) || (hi && c.imm === 0);
}
