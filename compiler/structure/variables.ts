// Gives classes of values their JavaScript variables: linear scan over the intervals of each class, in the order in which they
// begin, one set of variables per representation (Wimmer and Franz, "Linear scan register allocation on SSA form"). Parameters
// keep their own.
import type { FunctionIR, Node } from '../ir/node.js';
import { truncate } from '../ir/truncate.js';
import { Classes, representation } from './coalesce.js';
import { FreeVariables, type Intervals } from './free-variables.js';
import { LiveRanges } from './live-ranges.js';
import type { Marks } from './marks.js';
import type { Sequence } from './sequence.js';

export class Variables {
  /** Representation of each variable: first the parameters, then those of `fn.vars`, then the others. */
  readonly kinds: number[] = [];

  private readonly ranges = new LiveRanges();
  private readonly classes = new Classes();
  private readonly free = new FreeVariables(3);
  private colour = new Int32Array(0);

  /** The values that have variables, in order of definition. */
  get values(): readonly Node[] { return this.ranges.values; }

  /** Fills `marks.variable` for every value that has a variable. */
  assign(fn: FunctionIR, seq: Sequence, marks: Marks): void {
    const { ranges, classes, kinds, free } = this;
    ranges.compute(fn, seq, marks);
    classes.build(fn.nodeCount, fn.params, ranges);
    truncate(kinds, 0);
    free.clear();
    if (this.colour.length < fn.nodeCount) this.colour = new Int32Array(Math.max(fn.nodeCount, this.colour.length * 2)).fill(-1);
    const { colour } = this;
    for (const p of fn.params) this.make(representation(p.kind));
    for (const kind of fn.vars) this.make(representation(kind));

    for (let i = 0; i < fn.params.length; i++) {
      const root = classes.find(fn.params[i].id);
      this.take(root, i, classes.list(root));
    }
    for (const v of ranges.values) {
      const root = classes.find(v.id);
      if (colour[root] < 0) {
        const list = classes.list(root), kind = representation(v.kind);
        free.advance(list[0], kinds);
        const found = free.find(kind, list);
        this.take(root, found >= 0 ? found : this.make(kind), list);
      }
      marks.variable[v.id] = colour[root];
    }
    for (const v of ranges.values) colour[classes.find(v.id)] = -1;
  }

  private make(kind: number): number {
    this.free.add();
    return this.kinds.push(kind) - 1;
  }
  private take(root: number, variable: number, list: Intervals): void {
    this.colour[root] = variable;
    this.free.take(variable, this.kinds[variable], list);
  }
}
