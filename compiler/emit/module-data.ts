// Data segments. The bytes travel as base64 in the module's text, or as parts of one file beside it. Zeros that go to memory
// known to be zero are left out, which is worth megabytes where a linker laid out tables and .bss as data.
import type { DataSegment, Module } from '../spec/module.js';
import { I32, I64 } from '../spec/types.js';
import { encodeBase64 } from './base64.js';
import type { Initial } from './module-initialisers.js';
import type { ModuleEnv } from './module-env.js';

/** From this length on, a run of zeros costs more than starting a new piece. */
const LONG_RUN = 64;

/** Makes text of a segment's bytes; `kept` if they live on, as a passive segment's do. */
export interface DataStore { segment(bytes: Uint8Array, env: ModuleEnv, kept: boolean): string }

export const inlineData: DataStore = {
  segment: (bytes, env) => (bytes.length === 0 ? EMPTY : `${env.helper('decodeBase64')}("${encodeBase64(bytes)}")`),
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
export function nonZeroPieces(bytes: Uint8Array): [number, number][] {
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

/** Writes the statements that initialise memories from active segments. */
export class ActiveData {
  readonly #module: Module;
  readonly #env: ModuleEnv;
  readonly #store: DataStore;
  /** By memory: the end of what segments have written so far; Infinity once that is not known. */
  readonly #written: number[];

  constructor(m: Module, env: ModuleEnv, store: DataStore) {
    this.#module = m;
    this.#env = env;
    this.#store = store;
    // What is in an imported memory is unknown from the start.
    this.#written = m.memories.map((memory) => (memory.import === undefined ? 0 : Infinity));
  }

  /** Type of the offset expression. */
  offsetType(s: DataSegment): typeof I32 | typeof I64 {
    return this.#module.memories[s.memory].type.limits.index64 ? I64 : I32;
  }

  statements(s: DataSegment, offset: Initial): string {
    const bytes = this.#module.bytes.subarray(s.bytes.start, s.bytes.end);
    const { known, text } = offsetOf(offset);
    const { limits, pageSizeLog2 } = this.#module.memories[s.memory].type;
    const size = Number(limits.min) * 2 ** pageSizeLog2;
    const fits = known !== undefined && known + bytes.length <= size;
    const fresh = fits && known >= this.#written[s.memory];
    // An empty segment writes nothing but is checked too.
    if (fits && bytes.length === 0) return '';
    if (fits) this.#written[s.memory] = Math.max(this.#written[s.memory], known + bytes.length);
    else this.#written[s.memory] = Infinity;
    if (!fresh) return this.#init(s.memory, bytes, text);
    return nonZeroPieces(bytes).map(([start, end]) => this.#init(s.memory, bytes.subarray(start, end), String(known + start))).join('');
  }

  #init(memory: number, bytes: Uint8Array, offset: string): string {
    return `${this.#env.helper('memoryInit')}(${this.#env.memory(memory)},${this.#store.segment(bytes, this.#env, false)},${offset},0,${bytes.length});\n`;
  }
}
