// What is known of accesses to memory and of addresses, for output that interpreters run. They take as long for a test of bounds as for other
// steps, and two for making an address unsigned; so accesses that are inside of what a memory has from the start are told apart, and
// those whose address is no negative int32. Behind any access its address is inside of the memory too, which is below 2 GiB here
// (`memorySizes`), and so is what a pointer in a loop is when the loop goes round.
import { Kind } from '../spec/types.js';
import type { MemorySizes } from '../spec/memory-sizes.js';
import { opId } from '../spec/opcodes.js';
import { Flag, resolve, type Node } from '../ir/node.js';
import { ACCESSED } from '../ir/op-classes.js';
import { I32_MAX, I32_MIN, maxOf, minOf, narrow, zerosOf } from './ranges.js';

const ADD = opId('i32.add'), SUB = opId('i32.sub'), CONST = opId('i32.const');

/** The greatest address that does not trap, without the offset, or NaN if there is none or it may be negative as an int32. */
export function lastAddress(n: Node, sizes: MemorySizes): number {
  const width = ACCESSED[n.op];
  if (width === 0 || resolve(n.args[0]).kind !== Kind.I32) return NaN;
  const last = sizes.most[n.imm2] - n.imm - width;
  return last >= 0 && last <= I32_MAX ? last : NaN;
}

/** Notes what is known of an access, and then what the access tells of its address. */
export function noteAccess(n: Node, sizes: MemorySizes): void {
  const width = ACCESSED[n.op];
  if (width === 0) return;
  const [address] = n.args;
  if (address.kind !== Kind.I32) return;
  n.flags &= ~(Flag.inBounds | Flag.plainAddress);
  if (minOf(address) >= 0) {
    n.flags |= Flag.plainAddress;
    const isAligned = n.imm % width === 0 && (~zerosOf(address) & (width - 1)) === 0;
    if (isAligned && maxOf(address) + n.imm + width <= sizes.least[n.imm2]) n.flags |= Flag.inBounds;
  }
  const last = lastAddress(n, sizes);
  if (Number.isNaN(last)) return;
  narrow(address, 0, last);
  // What a constant was added to is as near.
  if ((address.op !== ADD && address.op !== SUB) || address.args[1].op !== CONST) return;
  const distance = address.op === ADD ? address.args[1].imm : -address.args[1].imm;
  if (-distance >= I32_MIN && last - distance <= I32_MAX) narrow(address.args[0], -distance, last - distance);
}
