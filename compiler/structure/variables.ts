// Gives classes of values their JavaScript variables: linear scan over the span of each class, one pool per
// representation, with a preference for the variable that last held the same wasm local. Parameters keep their own.
import { grown } from '../ir/control-index.js';
import type { FunctionIR, Node } from '../ir/node.js';
import { truncate } from '../ir/truncate.js';
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
    for (const list of [kinds, locals, this.isFree]) truncate(list, 0);
    for (const pool of this.free) truncate(pool, 0);
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
