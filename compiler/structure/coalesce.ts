// Unites values that are copied into one another at edges, where their live ranges allow, so that the copies vanish.
// Classes are a union-find forest over node ids; each keeps its intervals sorted. The values of one wasm local come first: they
// were one variable before, so they hardly ever overlap, while a copy between two locals may stand in the way of all
// the others of both. Then inner loops' back edges.
import { MAX_WEIGHT, type LiveRanges } from './live-ranges.js';
import type { Node } from '../ir/node.js';
import { truncate } from '../ir/truncate.js';
import { Kind } from '../spec/types.js';

/** Intervals a class may have: merging lists costs their length. */
const MAX_INTERVALS = 2000;

export class Classes {
  private parent = new Int32Array(0);
  /** By root: first write and last read. */
  private first = new Int32Array(0);
  private last = new Int32Array(0);
  /** By root: start and end of every interval, sorted and disjoint, for classes that have more than one. */
  private lists = new Map<number, number[]>();
  /** By root: 1 if a parameter of the function is in it. */
  private fixed = new Uint8Array(0);
  /** By id: the wasm local, or -1. */
  private local = new Int32Array(0);

  find(id: number): number {
    const { parent } = this;
    let root = id;
    while (parent[root] !== root) root = parent[root] = parent[parent[root]];
    return root;
  }
  /** Start and end of every interval of a class. */
  list(root: number): number[] {
    return this.lists.get(root) ?? [this.first[root], this.last[root]];
  }

  private unite(a: number, b: number): void {
    const x = this.find(a), y = this.find(b);
    if (x === y || (this.fixed[x] !== 0 && this.fixed[y] !== 0)) return;
    const { first, last, lists } = this;
    const start = first[x] < first[y] ? first[x] : first[y], end = last[x] > last[y] ? last[x] : last[y];
    const apart = last[x] < first[y] || last[y] < first[x];
    if (apart && end - start === last[x] - first[x] + last[y] - first[y] + 1 && (lists.size === 0 || (!lists.has(x) && !lists.has(y)))) {
      // The usual case: one ends as the other starts, and they become one interval.
      const root = this.fixed[y] !== 0 ? y : x;
      this.parent[root === x ? y : x] = root;
      first[root] = start;
      last[root] = end;
      return;
    }
    if (!apart && !lists.has(x) && !lists.has(y)) return;
    const p = this.list(x), q = this.list(y);
    const merged = p.length < q.length ? merge(q, p) : merge(p, q);
    if (merged === null) return;
    const root = this.fixed[y] !== 0 || (this.fixed[x] === 0 && q.length > p.length) ? y : x;
    const child = root === x ? y : x;
    this.parent[child] = root;
    first[root] = start;
    last[root] = end;
    if (merged.length > 2) lists.set(root, merged); else lists.delete(root);
    lists.delete(child);
  }

  build(nodeCount: number, params: readonly Node[], ranges: LiveRanges): void {
    if (this.parent.length < nodeCount) {
      this.parent = new Int32Array(Math.max(nodeCount, this.parent.length * 2));
      this.fixed = new Uint8Array(this.parent.length);
      this.local = new Int32Array(this.parent.length);
      this.first = new Int32Array(this.parent.length);
      this.last = new Int32Array(this.parent.length);
    }
    this.lists = ranges.lists;
    for (const v of ranges.values) {
      this.parent[v.id] = v.id;
      this.fixed[v.id] = 0;
      this.local[v.id] = v.local;
      this.first[v.id] = ranges.start[v.id];
      this.last[v.id] = ranges.end[v.id];
    }
    for (const p of params) this.fixed[p.id] = 1;
    const { from, to, weight, count } = ranges.copies;
    const byWeight: number[][] = [];
    for (let i = count - 1; i >= 0; i--) (byWeight[weight[i]] ??= []).push(i);
    const { local } = this;
    for (const sameLocal of [true, false]) {
      for (let w = MAX_WEIGHT; w >= 0; w--) {
        const some = byWeight[w];
        if (some === undefined) continue;
        for (const i of some) if ((local[from[i]] >= 0 && local[from[i]] === local[to[i]]) === sameLocal) this.unite(from[i], to[i]);
      }
    }
  }
}

const places: number[] = [];
/** The union of two sorted lists of disjoint intervals, or null if any two overlap; `small` is the shorter one, `large` is used up. */
function merge(large: number[], small: number[]): number[] | null {
  if (large.length + small.length > 2 * MAX_INTERVALS) return null;
  truncate(places, 0);
  for (let i = 0; i < small.length; i += 2) {
    const start = small[i], end = small[i + 1];
    // The first interval that does not end before this one starts.
    let low = 0, high = large.length >> 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (large[2 * middle + 1] < start) low = middle + 1; else high = middle;
    }
    if (2 * low < large.length && large[2 * low] <= end) return null;
    places.push(2 * low);
  }
  // Where one ends as the other starts, they become one interval: chains of copies keep the lists short.
  for (let i = places.length - 1; i >= 0; i--) {
    const at = places[i], start = small[2 * i], end = small[2 * i + 1];
    const after = at < large.length && large[at] === end + 1;
    if (at > 0 && large[at - 1] + 1 === start) {
      if (after) large.splice(at - 1, 2); else large[at - 1] = end;
    } else if (after) large[at] = start;
    else {
      // By hand: `splice` makes a list of what it takes out, here of nothing.
      large.push(start, end);
      for (let k = large.length - 1; k > at + 1; k--) large[k] = large[k - 2];
      large[at] = start;
      large[at + 1] = end;
    }
  }
  return large;
}

/** Values of a kind share variables only with their like: engines keep integers, doubles and references apart. */
export const representation = (kind: Kind): number => (kind === Kind.I32 ? 0 : kind === Kind.Ref ? 2 : 1);
