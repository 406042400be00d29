// Data segments. The bytes travel in the module's text, as base64 or hex digits, or as parts of one file beside it. Zeros that go to memory
// known to be zero are left out, which is worth megabytes where a linker laid out tables and .bss as data.
import type { DataSegment, Module } from '../spec/module.js';
import { I32, I64 } from '../spec/types.js';
import { encodeBase64, encodeHex } from './bytes-text.js';
import type { Initial } from './module-initialisers.js';
import type { ModuleEnv } from './module-env.js';

/** From this length on, a run of zeros costs more than starting a new piece. */
const LONG_RUN = 64;

/** Makes text of a segment's bytes; `kept` if they live on, as a passive segment's do. */
export interface DataStore { segment(bytes: Uint8Array, env: ModuleEnv, kept: boolean): string }

export const inlineData: DataStore = {
  segment: (bytes, env) => (bytes.length === 0 ? EMPTY : `${env.helper('decodeBase64')}("${encodeBase64(bytes)}")`),
};

/**
 * For minified output, which is made to be sent compressed: gzip finds what repeats in bytes only where it begins at the same of three
 * places in base64, and everywhere in hex digits. A third more text than base64, and 1% less of all when compressed, 9% where data is most of it.
 */
export const hexData: DataStore = {
  segment: (bytes, env) => (bytes.length === 0 ? EMPTY : `${env.helper('decodeHex')}("${encodeHex(bytes)}")`),
};

/** Bytes of all segments one after the other; the text refers to them as `$data(start,end)`. */
export class DataFile implements DataStore {
  readonly #parts: Uint8Array[] = [];
  #length = 0;

  segment(bytes: Uint8Array, _env: ModuleEnv, kept: boolean): string {
    if (bytes.length === 0) return EMPTY;
    const start = this.#length;
    this.#parts.push(bytes);
    this.#length += bytes.length;
    return `$data(${start},${this.#length})${kept ? '.slice()' : ''}`;
  }

  bytes(): Uint8Array {
    const all = new Uint8Array(this.#length);
    let at = 0;
    for (const part of this.#parts) {
      all.set(part, at);
      at += part.length;
    }
    return all;
  }
}

export const EMPTY = 'new Uint8Array(0)';

/** The parts of `bytes` between long runs of zeros, as [start, end]. */
function nonZeroPieces(bytes: Uint8Array): [number, number][] {
  const pieces: [number, number][] = [];
  let start = -1;
  let end = 0;
  for (let i = 0; i < bytes.length; i++) {
    if (bytes[i] === 0) continue;
    if (start < 0) start = i;
    else if (i - end >= LONG_RUN) {
      pieces.push([start, end]);
      start = i;
    }
    end = i + 1;
  }
  if (start >= 0) pieces.push([start, end]);
  return pieces;
}

/** An offset as a number: known, or as text. */
export function offsetOf(value: Initial): { known: number | undefined; text: string } {
  if (value.bits !== undefined) {
    const [lo, hi = 0] = value.bits;
    const known = (hi >>> 0) * 2 ** 32 + (lo >>> 0);
    return { known, text: String(known) };
  }
  const [lo, hi] = value.words;
  // The word order of evaluation must stay low, high: the high word may be in R[0].
  return { known: undefined, text: hi === undefined ? lo : `(${lo}>>>0)+(${hi}>>>0)*4294967296` };
}

/** An active segment and where it goes. */
export interface ActiveSegment { segment: DataSegment; offset: Initial }

/** Bytes of a segment that nothing overlaps; `rank` is the segment's place among all by address. */
interface Piece { at: number; bytes: Uint8Array; rank: number }

/**
 * Writes the statements that initialise memories from active segments, which are given in order. Segments that are known to
 * fit and to overlap nothing are taken together where only zeros are between them, because linkers cut data at every few
 * zeros (Go's makes a hundred thousand segments of one image).
 */
export class ActiveData {
  readonly #module: Module;
  readonly #env: ModuleEnv;
  readonly #store: DataStore;
  readonly #statements: string[] = [];
  /** Not yet written, all of one memory. */
  readonly #pending: Piece[] = [];
  #pendingMemory = 0;

  constructor(m: Module, env: ModuleEnv, store: DataStore) {
    this.#module = m;
    this.#env = env;
    this.#store = store;
  }

  /** Type of the offset expression. */
  offsetType(s: DataSegment): typeof I32 | typeof I64 {
    return this.#module.memories[s.memory].type.limits.index64 ? I64 : I32;
  }

  statements(segments: readonly ActiveSegment[]): string[] {
    const ranks = this.#ranks(segments);
    segments.forEach(({ segment, offset }, i) => {
      const bytes = this.#bytes(segment);
      const { known, text } = offsetOf(offset);
      const rank = ranks[i];
      if (rank === undefined || known === undefined) {
        // What was before a trap stays written.
        this.#flush();
        this.#init(segment.memory, bytes, text);
        return;
      }
      if (this.#pendingMemory !== segment.memory) this.#flush();
      this.#pendingMemory = segment.memory;
      for (const [start, end] of nonZeroPieces(bytes)) this.#pending.push({ at: known + start, bytes: bytes.subarray(start, end), rank });
    });
    this.#flush();
    return this.#statements;
  }

  #bytes(s: DataSegment): Uint8Array {
    return this.#module.bytes.subarray(s.bytes.start, s.bytes.end);
  }

  /** By segment: its rank by address, or undefined if it may trap, overlaps another, or is not known to go to zeros. */
  #ranks(segments: readonly ActiveSegment[]): (number | undefined)[] {
    const ranks = new Array<number | undefined>(segments.length).fill(undefined);
    this.#module.memories.forEach((memory, index) => {
      // What is in an imported memory is not known.
      if (memory.import !== undefined) return;
      const size = Number(memory.type.limits.min) * 2 ** memory.type.pageSizeLog2;
      const spans: { i: number; start: number; end: number }[] = [];
      for (const [i, { segment, offset }] of segments.entries()) {
        if (segment.memory !== index) continue;
        const start = offsetOf(offset).known;
        const end = (start ?? Infinity) + segment.bytes.end - segment.bytes.start;
        // Behind one of unknown place nothing is known any more.
        if (start === undefined || end > size) break;
        spans.push({ i, start, end });
      }
      spans.sort((a, b) => a.start - b.start || a.end - b.end);
      let reached = 0;
      spans.forEach(({ i, start, end }, rank) => {
        const next = spans[rank + 1];
        if (start >= reached && (next === undefined || next.start >= end)) ranks[i] = rank;
        reached = Math.max(reached, end);
      });
    });
    return ranks;
  }

  #flush(): void {
    const pending = this.#pending;
    for (let from = 0; from < pending.length;) {
      let to = from + 1;
      while (to < pending.length && isClose(pending[to - 1], pending[to])) to++;
      this.#init(this.#pendingMemory, joined(pending, from, to), String(pending[from].at));
      from = to;
    }
    pending.length = 0;
  }

  #init(memory: number, bytes: Uint8Array, offset: string): void {
    this.#statements.push(`${this.#env.helper('memoryInit')}(${this.#env.memory(memory)},${this.#store.segment(bytes, this.#env, false)},${offset},0,${bytes.length});\n`);
  }
}

/** Is there little, and nothing but zeros, between two pieces? */
function isClose(a: Piece, b: Piece): boolean {
  const gap = b.at - (a.at + a.bytes.length);
  return (b.rank === a.rank || b.rank === a.rank + 1) && gap >= 0 && gap < LONG_RUN;
}

/** Pieces `from` to `to` (exclusive) with the zeros between them. */
function joined(pieces: readonly Piece[], from: number, to: number): Uint8Array {
  if (to === from + 1) return pieces[from].bytes;
  const start = pieces[from].at;
  const last = pieces[to - 1];
  const all = new Uint8Array(last.at + last.bytes.length - start);
  for (let i = from; i < to; i++) all.set(pieces[i].bytes, pieces[i].at - start);
  return all;
}
