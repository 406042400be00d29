// What a run has left, short enough to be sent for comparison.
import type { Trace } from '../fuzz/execute.js';

export interface Summary { lines: string[]; memories: string[]; overflow: boolean }

/** The memory's size, the sum of its bytes with weights, and where the first byte is that is not 0. */
function digest(memory: Uint8Array): string {
  let sum = 0;
  for (const byte of memory) sum = (Math.imul(sum, 31) + byte) | 0;
  return `${memory.length} bytes, ${sum}, from ${memory.findIndex((byte) => byte !== 0)}`;
}

export const summary = ({ lines, memories, overflow }: Trace): Summary => ({ lines, memories: memories.map(digest), overflow });
