// How large the memories of a module are and may become, for output that interpreters run: a memory of its own, if it is smaller at the start,
// stays below 2 GiB there, so that addresses are no negative int32 numbers. WebAssembly lets any growing fail; whoever interprets has no such memory.
import type { Memory, Module } from './module.js';

/** Bytes of each memory: those it has from the start, and those it never exceeds. */
export interface MemorySizes { readonly least: readonly number[]; readonly most: readonly number[] }

/** One page short of it: addresses and what is added to them stay int32 numbers. */
const LIMIT = 2 ** 31 - 2 ** 16;
const SPACE = 2 ** 32;

const bytes = (pages: bigint, { pageSizeLog2 }: Memory['type']): number => Number(pages) * 2 ** pageSizeLog2;

/** Does a memory never exceed the limit, though it may be declared to? Its record is made so (runtime/memory.ts). */
export const isLimited = ({ import: from, type }: Memory): boolean => from === undefined && !type.limits.shared && !type.limits.index64 && bytes(type.limits.min, type) <= LIMIT;

export function memorySizes(m: Module): MemorySizes {
  return {
    least: m.memories.map(({ type }) => bytes(type.limits.min, type)),
    most: m.memories.map((memory) => {
      const { type } = memory, { max } = type.limits;
      return Math.min(isLimited(memory) ? LIMIT : SPACE, max === undefined ? SPACE : bytes(max, type));
    }),
  };
}
