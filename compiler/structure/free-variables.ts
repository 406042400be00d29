// Which variables are free, at a place that only moves forward. One that is taken again further on is free until then: the
// holes of what it holds are used. The variable with the lowest number is given out, so that the first few do most of the work,
// which makes the text compress better than if all took turns.
import { grown } from '../ir/control-index.js';
import { truncate } from '../ir/truncate.js';

/** Start and end of each interval, both included; sorted and disjoint, one at least. */
export type Intervals = readonly number[];

const NONE: Intervals = [];
/** Intervals that a variable may have ahead: whatever is to go between is compared with them. */
const MAX_AHEAD = 4000;

export class FreeVariables {
  /** Variables by the end of the interval they were last given for. */
  private readonly taken = new Heap();
  /** By kind: a bit for each variable that is not in `taken`, 32 in a word. */
  private readonly bits: Int32Array[] = [];
  private words = 0;
  /** By variable: what else was given to it, and how many numbers of that are over. */
  private readonly ahead: Intervals[] = [];
  private readonly passed: number[] = [];
  private at = 0;

  constructor(kinds: number) {
    for (let kind = 0; kind < kinds; kind++) this.bits.push(new Int32Array(4));
  }

  clear(): void {
    for (const bits of this.bits) bits.fill(0, 0, this.words);
    this.words = this.at = 0;
    this.taken.clear();
    truncate(this.ahead, 0);
    truncate(this.passed, 0);
  }

  /** One more variable, which is not free. */
  add(): void {
    const variable = this.ahead.length;
    this.ahead.push(NONE);
    this.passed.push(0);
    this.words = (variable >> 5) + 1;
    if (this.words > this.bits[0].length) for (let kind = 0; kind < this.bits.length; kind++) this.bits[kind] = grown(this.bits[kind], this.words);
  }

  /** Goes on to `at`; `kinds` are those of the variables. */
  advance(at: number, kinds: readonly number[]): void {
    const { taken, bits } = this;
    if (at > this.at) this.at = at;
    while (taken.size > 0 && taken.firstKey() < at) {
      const variable = taken.pop();
      bits[kinds[variable]][variable >> 5] |= 1 << variable;
    }
  }

  /** The first variable of the kind that is free over all of the intervals, or -1. */
  find(kind: number, intervals: Intervals): number {
    // What is over is forgotten.
    if (intervals[0] < this.at) return -1;
    const bits = this.bits[kind];
    for (let w = 0; w < this.words; w++) {
      for (let word = bits[w]; word !== 0; word &= word - 1) {
        const variable = 32 * w + 31 - Math.clz32(word & -word);
        if (this.isApart(variable, intervals)) return variable;
      }
    }
    return -1;
  }

  /** Does what the variable has ahead leave the intervals alone? */
  private isApart(variable: number, intervals: Intervals): boolean {
    const ahead = this.ahead[variable];
    let i = this.passed[variable];
    while (i < ahead.length && ahead[i + 1] < this.at) i += 2;
    this.passed[variable] = i;
    if (ahead.length - i > MAX_AHEAD) return false;
    for (let k = 0; i < ahead.length && k < intervals.length;) {
      if (ahead[i + 1] < intervals[k]) i += 2;
      else if (intervals[k + 1] < ahead[i]) k += 2;
      else return false;
    }
    return true;
  }

  /** Gives the variable, free over the intervals, to them. */
  take(variable: number, kind: number, intervals: Intervals): void {
    this.bits[kind][variable >> 5] &= ~(1 << variable);
    this.taken.push(intervals[1], variable);
    if (intervals.length === 2) return;
    this.ahead[variable] = merged(this.ahead[variable], this.passed[variable], intervals, 2);
    this.passed[variable] = 0;
  }
}

/** Both lists from these places on, in one. */
function merged(a: Intervals, i: number, b: Intervals, k: number): Intervals {
  const all: number[] = [];
  while (i < a.length || k < b.length) {
    if (k === b.length || (i < a.length && a[i] < b[k])) all.push(a[i++], a[i++]); else all.push(b[k++], b[k++]);
  }
  return all;
}

/** A binary heap of (key, value), smallest key first; of equal ones the largest value, for determinism. Its arrays keep their
 * length: setting that of an array is a call into the engine, which for every end of a live range cost a hundredth of all time. */
class Heap {
  private keys = new Int32Array(1);
  private items = new Int32Array(1);
  size = 0;
  firstKey(): number { return this.keys[0]; }
  clear(): void { this.size = 0; }

  push(key: number, value: number): void {
    let i = this.size++;
    if (i === this.keys.length) {
      this.keys = grown(this.keys, i + 1);
      this.items = grown(this.items, i + 1);
    }
    const { keys, items } = this;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (keys[up] < key || (keys[up] === key && items[up] >= value)) break;
      keys[i] = keys[up];
      items[i] = items[up];
      i = up;
    }
    keys[i] = key;
    items[i] = value;
  }
  pop(): number {
    const { keys, items } = this, top = items[0], last = --this.size, key = keys[last], value = items[last];
    let i = 0;
    for (;;) {
      let down = 2 * i + 1;
      if (down >= last) break;
      if (down + 1 < last && (keys[down + 1] < keys[down] || (keys[down + 1] === keys[down] && items[down + 1] > items[down]))) down++;
      if (key < keys[down] || (key === keys[down] && value >= items[down])) break;
      keys[i] = keys[down];
      items[i] = items[down];
      i = down;
    }
    keys[i] = key;
    items[i] = value;
    return top;
  }
}
