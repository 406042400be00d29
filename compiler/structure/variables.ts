// Gives classes of values their JavaScript variables: linear scan over the span of each class, one pool per
// representation, with a preference for the variable that last held the same wasm local. Parameters keep their own.
import type { FunctionIR, Node } from '../ir/node.js';
import { Classes, representation } from './coalesce.js';
import { LiveRanges } from './live-ranges.js';
import type { Marks } from './marks.js';
import type { Sequence } from './sequence.js';

export class Variables {
  /** Representation of each variable: first the parameters, then those of `fn.vars`, then the others. */
  readonly kinds: number[] = [];
  /** The wasm local a variable first stood for, or -1. */
  readonly locals: number[] = [];

  private readonly ranges = new LiveRanges();
  private readonly classes = new Classes();
  private readonly active = new Heap();
  private readonly free: number[][] = [[], [], []];
  private readonly isFree: boolean[] = [];
  private ofLocal = new Map<number, number>();
  private colour = new Int32Array(0);

  /** The values that have variables, in order of definition. */
  get values(): readonly Node[] { return this.ranges.values; }

  /** Fills `marks.variable` for every value that has a variable. */
  assign(fn: FunctionIR, seq: Sequence, marks: Marks): void {
    const { ranges, classes, kinds, locals, colour } = this;
    ranges.compute(fn, seq, marks);
    classes.build(fn.nodeCount, fn.params, ranges);
    kinds.length = locals.length = this.isFree.length = 0;
    for (const pool of this.free) pool.length = 0;
    if (this.ofLocal.size > 0) this.ofLocal = new Map();
    this.active.clear();
    if (colour.length < fn.nodeCount) this.colour = new Int32Array(Math.max(fn.nodeCount, colour.length * 2)).fill(-1);
    for (const p of fn.params) {
      const variable = this.make(representation(p.kind), p.local);
      if (p.local >= 0) this.ofLocal.set(3 * p.local + representation(p.kind), variable);
    }
    for (const kind of fn.vars) this.make(representation(kind), -1);

    for (let i = 0; i < fn.params.length; i++) this.take(classes.find(fn.params[i].id), i);
    for (const v of ranges.values) {
      const root = classes.find(v.id);
      let variable = this.colour[root];
      if (variable < 0) {
        this.release(classes.start(root));
        variable = this.choose(representation(v.kind), v.local);
        this.take(root, variable);
      }
      marks.variable[v.id] = variable;
    }
    for (const v of ranges.values) this.colour[classes.find(v.id)] = -1;
  }

  private make(kind: number, local: number): number {
    this.kinds.push(kind);
    this.locals.push(local);
    this.isFree.push(false);
    return this.kinds.length - 1;
  }
  private take(root: number, variable: number): void {
    this.colour[root] = variable;
    this.active.push(this.classes.end(root), variable);
  }
  private release(before: number): void {
    const { active } = this;
    while (active.size > 0 && active.firstKey() < before) {
      const variable = active.pop();
      this.isFree[variable] = true;
      this.free[this.kinds[variable]].push(variable);
    }
  }
  private choose(kind: number, local: number): number {
    if (local >= 0) {
      const last = this.ofLocal.get(3 * local + kind);
      if (last !== undefined && this.isFree[last]) { this.isFree[last] = false; return last; }
    }
    let variable = -1;
    const pool = this.free[kind];
    while (pool.length > 0 && variable < 0) {
      const v = pool.pop()!;
      if (this.isFree[v]) variable = v;
    }
    if (variable < 0) variable = this.make(kind, local);
    this.isFree[variable] = false;
    if (local >= 0) this.ofLocal.set(3 * local + kind, variable);
    return variable;
  }
}

/** A binary heap of (key, value), smallest key first; equal keys in order of value, for determinism. */
class Heap {
  private readonly keys: number[] = [];
  private readonly items: number[] = [];
  get size(): number { return this.keys.length; }
  firstKey(): number { return this.keys[0]; }
  clear(): void { this.keys.length = this.items.length = 0; }

  private before(i: number, j: number): boolean {
    const { keys, items } = this;
    return keys[i] < keys[j] || (keys[i] === keys[j] && items[i] > items[j]);
  }
  private swap(i: number, j: number): void {
    const { keys, items } = this;
    const k = keys[i], v = items[i];
    keys[i] = keys[j];
    items[i] = items[j];
    keys[j] = k;
    items[j] = v;
  }
  push(key: number, value: number): void {
    let i = this.keys.push(key) - 1;
    this.items.push(value);
    for (let up = (i - 1) >> 1; i > 0 && this.before(i, up); up = (i - 1) >> 1) {
      this.swap(i, up);
      i = up;
    }
  }
  pop(): number {
    const { keys, items } = this;
    const value = items[0];
    const last = keys.length - 1;
    this.swap(0, last);
    keys.length = items.length = last;
    for (let i = 0; ;) {
      let down = 2 * i + 1;
      if (down >= last) return value;
      if (down + 1 < last && this.before(down + 1, down)) down++;
      if (!this.before(down, i)) return value;
      this.swap(i, down);
      i = down;
    }
  }
}
