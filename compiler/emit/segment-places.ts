// Whether the records of the functions in tables get names. A record that only one place of a segment holds can be made there.
// With very many functions it has to be: what no inner function mentions takes a slot of the engine's stack while `create` runs, and
// output of some compilers (Haskell's makes a function of every continuation) has so many that the stack does not hold them. So in
// such modules lists are made by inner functions, which takes the functions they name off the stack as well.
import type { ElementSegment } from '../spec/module.js';

/** Places in tables from which records go without names; V8's stack holds about 110 000 slots. */
const MANY = 10_000;

/** How often segments hold each function. */
export class SegmentPlaces {
  readonly #counts = new Map<number, number>();
  readonly unnamed: boolean;

  constructor(segments: readonly ElementSegment[]) {
    const size = segments.reduce((sum, { funcs }) => sum + (funcs?.length ?? 0), 0);
    this.unnamed = size >= MANY;
    if (!this.unnamed) return;
    for (const { funcs } of segments) for (const f of funcs ?? []) this.#counts.set(f, this.of(f) + 1);
  }

  of(func: number): number {
    return this.#counts.get(func) ?? 0;
  }
}
