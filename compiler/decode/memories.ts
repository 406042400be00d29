// The memory section.
import { LIMITS } from '../spec/limits.js';
import type { Module } from '../spec/module.js';
import { readMemoryType } from './limits.js';
import type { ByteReader } from './reader.js';

export function decodeMemorySection(r: ByteReader, m: Module): void {
  const n = r.count(LIMITS.memories, 'memories');
  for (let i = 0; i < n; i++) {
    const offset = r.pos;
    m.memories.push({ type: readMemoryType(r), import: undefined, offset });
  }
}
