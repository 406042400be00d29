// How functions are dealt out to workers: in runs of neighbours, large enough that sending them costs nothing and small
// enough that all workers end at about the same time.
import type { Module } from '../spec/module.js';

/** Functions `from` to `to` (exclusive). */
export interface Chunk { from: number; to: number; bytes: number }

/** Bytes of code in a chunk: about a tenth of a second of work. */
const CHUNK_BYTES = 1 << 17;

const bodyBytes = (m: Module, index: number): number => {
  const body = m.funcs[index].body;
  return body === undefined ? 0 : body.end - body.start;
};

/** All functions with bodies, in order. */
export function chunksOf(m: Module): Chunk[] {
  const chunks: Chunk[] = [];
  let last: Chunk | undefined;
  for (let index = m.importedFuncs; index < m.funcs.length; index++) {
    const bytes = bodyBytes(m, index);
    // A huge function is one by itself, so that it can be started first.
    if (last === undefined || last.bytes + bytes > CHUNK_BYTES) chunks.push(last = { from: index, to: index, bytes: 0 });
    last.to = index + 1;
    last.bytes += bytes;
  }
  return chunks;
}

/** In what order to hand them out: huge functions first, because nobody wants to wait for one at the end. */
export function dealingOrder(chunks: readonly Chunk[]): number[] {
  const order = chunks.map((_, i) => i);
  const weight = (i: number): number => (chunks[i].bytes > CHUNK_BYTES ? chunks[i].bytes : 0);
  return order.sort((a, b) => weight(b) - weight(a) || a - b);
}
