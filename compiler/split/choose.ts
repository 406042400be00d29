// Which runs to take out of a function that is too large: those whose calls cost least for what they save, until the
// rest is small enough. Every region is cut into stretches that fit, where few values are alive; whole control
// nodes are candidates by themselves, in sizes that grow by steps, so that all of it stays linear.
import type { LaidRegion, Layout } from './layout.js';
import { IS_CONSTANT } from './layout.js';
import { limits } from './limits.js';
import { Runs, type Run } from './runs.js';

/** A control node is weighed if it is larger than the largest candidate in it, and than the largest one of no use, by these factors. */
const STEP = 1.5, SMALL_STEP = 1.15;

class Candidates {
  private readonly layout: Layout;
  private readonly runs: Runs;
  readonly found: Run[] = [];
  /** By position of a control node, -1 for the body: bytes that the next one around must be larger than to be weighed. */
  private readonly above = new Map<number, number>();

  constructor(layout: Layout) {
    this.layout = layout;
    this.runs = new Runs(layout);
    // Inner regions come after the ones around them.
    for (let r = layout.regions.length - 1; r >= 0; r--) this.region(layout.regions[r]);
  }

  private add(laid: LaidRegion, from: number, to: number): void {
    const run = this.runs.weigh(laid, from, to);
    if (run !== null) this.found.push(run);
    const { positions, end } = laid;
    const bytes = this.layout.bytes(positions[from], to < positions.length ? positions[to] : end);
    this.note(laid.owner, bytes * (run === null ? SMALL_STEP : STEP));
  }
  private note(owner: number, bytes: number): void {
    if (bytes > this.nextAbove(owner)) this.above.set(owner, bytes);
  }
  private nextAbove(owner: number): number { return this.above.get(owner) ?? 0; }

  private region(laid: LaidRegion): void {
    const { layout } = this, { positions } = laid, { nodes, end } = layout;
    let first = 0;
    while (first < laid.cuttable && IS_CONSTANT[nodes[positions[first]].op] !== 0) first++;
    if (first === laid.cuttable) return;
    const all = layout.bytes(positions[first], laid.end);
    let from = first;
    for (let k = first; k < laid.cuttable; k++) {
      const at = positions[k], bytes = layout.bytes(at, end[at]);
      if (nodes[at].regions !== null) {
        const above = this.nextAbove(at);
        this.note(laid.owner, above);
        if (bytes <= limits.function && bytes > above) this.add(laid, k, k + 1);
      }
      // What holds most of the region stands alone, so that what is beside it can be taken without it.
      if (bytes <= limits.function && 2 * bytes <= all) continue;
      this.stretches(laid, from, k);
      from = k + 1;
    }
    this.stretches(laid, from, laid.cuttable);
    if (from > first && all <= limits.function && all > this.nextAbove(laid.owner)) this.add(laid, first, laid.cuttable);
  }

  /** Cuts the nodes `from` to `to`, none of which is too large itself. */
  private stretches(laid: LaidRegion, from: number, to: number): void {
    const { layout } = this, { positions } = laid;
    const place = (k: number): number => (k < positions.length ? positions[k] : laid.end);
    while (from < to) {
      while (from < to && !layout.mayCut(place(from))) from++;
      if (from === to) return;
      const start = place(from);
      if (layout.bytes(start, place(to)) <= limits.function && layout.mayCut(place(to))) {
        if (to - from > 1 || layout.nodes[start].regions === null) this.add(laid, from, to);
        return;
      }
      let best = -1;
      for (let k = from + 1; k <= to; k++) {
        const bytes = layout.bytes(start, place(k));
        if (bytes > limits.function) break;
        if (layout.mayCut(place(k)) && (bytes < limits.function / 2 || best < 0 || layout.crossing[place(k)] <= layout.crossing[place(best)])) best = k;
      }
      if (best < 0) return;
      this.add(laid, from, best);
      from = best;
    }
  }
}

/**
 * Parts of what is needed that a run must save to be taken. Small runs are the cheapest for what they save, but where not enough can be saved
 * by them, they must not stand in the way of those around them.
 */
const LEAST_PARTS = [0, 1 / 64, 1 / 16, 1 / 4];

/** Runs that do not overlap, in order of position, and together save `needed` bytes if there are enough. */
export function chooseRuns(layout: Layout, needed: number): Run[] {
  const { found } = new Candidates(layout);
  found.sort((a, b) => a.price - b.price || a.start - b.start);
  let best: Choice = { runs: [], saved: 0, spent: 0 };
  for (const part of LEAST_PARTS) {
    const next = chooseOf(found.filter(({ saves }) => saves >= part * needed), layout, needed);
    if (best.saved >= needed ? next.saved >= needed && next.spent < best.spent : next.saved > best.saved) best = next;
  }
  return best.runs.sort((a, b) => a.start - b.start);
}

interface Choice { runs: Run[]; saved: number; spent: number }

/**
 * Those of the best price first, but a run that saves more than is still needed is not worth its price: each such is weighed as the
 * last one, with what was chosen before it, and the cheapest of these endings wins.
 */
function chooseOf(found: readonly Run[], layout: Layout, needed: number): Choice {
  const taken = new Taken(layout.nodes.length), runs: Run[] = [];
  let saved = 0, spent = 0, ending: Choice | null = null;
  for (const run of found) {
    if (ending !== null && spent >= ending.spent) break;
    if (!taken.isFree(run.start, run.end)) continue;
    const cost = run.price * run.saves;
    if (saved + run.saves >= needed) {
      if (ending === null || spent + cost < ending.spent) ending = { runs: [...runs, run], saved: saved + run.saves, spent: spent + cost };
      continue;
    }
    taken.take(run.start, run.end);
    runs.push(run);
    saved += run.saves;
    spent += cost;
  }
  return ending ?? { runs, saved, spent };
}

/** Intervals that do not overlap: a binary indexed tree counts the positions that are in one. */
class Taken {
  private readonly tree: Int32Array;
  private readonly inside: Uint8Array;
  constructor(size: number) {
    this.tree = new Int32Array(size + 1);
    this.inside = new Uint8Array(size);
  }
  /** How many intervals begin before a position. */
  private begun(at: number): number {
    let sum = 0;
    for (let i = at; i > 0; i -= i & -i) sum += this.tree[i];
    return sum;
  }
  isFree(start: number, end: number): boolean { return this.inside[start] === 0 && this.begun(end) === this.begun(start); }
  take(start: number, end: number): void {
    this.inside.fill(1, start, end);
    for (let i = start + 1; i < this.tree.length; i += i & -i) this.tree[i]++;
  }
}
