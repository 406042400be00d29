// An exception instance: what a `throw` instruction allocates and what a WebAssembly.Exception object wraps.

import type { TagRec } from '../types.js';

export interface ExnRec {
  /** The tag it was thrown with. */
  t: TagRec;
  /** The payload as words, see "Values inside a module" in docs/abi.md. */
  a: unknown[];
  /** `stack`, where the maker asked for one. */
  s?: string;
  /** Its WebAssembly.Exception object, once made. */
  o: object | null;
}

export function exception(tag: TagRec, words: unknown[]): ExnRec {
  return { t: tag, a: words, o: null };
}
