// Identifiers of everything a module defines. Each is a letter that says what it is and an index, so none can meet another;
// helpers of the runtime are longer and without a number after one letter, and what wraps a module starts with `$`. Names
// from the name section only decorate, before a `$`, which helpers and variables of functions do not contain.
import type { Module } from '../spec/module.js';
import { ELEMENT_LETTERS } from './memory-views.js';

/** What the letters stand for; the order of fields is the order in docs and output. */
const LETTER = {
  func: 'f', tail: 'c', suspend: 's', suspendTail: 'y', funcRecord: 'F', type: 't', global: 'g', globalRecord: 'G', memory: 'M', table: 'T', tag: 'X',
  data: 'B', elem: 'E', init: 'i', refCall: 'd', exportGlue: '$x', importGlue: '$m',
} as const;
export type Named = keyof typeof LETTER;

/** Words of a global after the first: high word, then the upper lanes. */
const WORD_SUFFIX = ['', 'h', 'j', 'k'] as const;
const LONGEST = 60;

/** A name from the name section as part of an ASCII identifier; empty when nothing is left of it. */
function sanitise(name: string): string {
  const plain = name.slice(0, 4 * LONGEST).replace(/[^A-Za-z0-9_]+/g, '_').replace(/^_+$/, '').slice(0, LONGEST);
  return /^[0-9]/.test(plain) ? `_${plain}` : plain;
}

export class ModuleNames {
  readonly #funcs: string[] = [];
  readonly #readable: Module['names'] | undefined;

  constructor(m: Module, readable: boolean) {
    this.#readable = readable ? m.names : undefined;
  }

  of(what: Named, index: number): string {
    const short = LETTER[what] + index;
    if (this.#readable === undefined) return short;
    const name = this.#given(what, index);
    const plain = name === undefined ? '' : sanitise(name);
    return plain === '' ? short : `${plain}$${short}`;
  }

  /** `of('func', index)`, which every call needs. */
  func(index: number): string {
    return this.#funcs[index] ??= this.of('func', index);
  }

  /** A word of a global that is held in variables. */
  globalWord(index: number, word: number): string {
    return this.of('global', index) + WORD_SUFFIX[word];
  }

  /** The function that calls functions of a type in a table. */
  tableCall(table: number, type: number): string {
    return `${this.of('refCall', type)}$${table}`;
  }

  view(memory: number): string {
    return memory === 0 ? 'D' : `D${memory}`;
  }

  plainView(memory: number): string {
    return memory === 0 ? 'P' : `P${memory}`;
  }

  /** A typed array over a memory. */
  elements(memory: number, type: number): string {
    return `D${memory}${ELEMENT_LETTERS[type]}`;
  }

  elementCount(memory: number, type: number): string {
    return `${this.elements(memory, type)}n`;
  }

  /** What reads and writes where there is no element. */
  slowLoad(memory: number, type: number): string {
    return `L${memory}${ELEMENT_LETTERS[type]}`;
  }

  slowStore(memory: number, type: number): string {
    return `S${memory}${ELEMENT_LETTERS[type]}`;
  }

  #given(what: Named, index: number): string | undefined {
    const names = this.#readable;
    switch (what) {
      case 'func': case 'tail': case 'suspend': case 'suspendTail': case 'funcRecord': return names?.funcs.get(index);
      case 'global': case 'globalRecord': return names?.globals.get(index);
      case 'memory': return names?.memories.get(index);
      case 'table': return names?.tables.get(index);
      case 'tag': return names?.tags.get(index);
      case 'type': return names?.types.get(index);
      default: return undefined;
    }
  }
}
