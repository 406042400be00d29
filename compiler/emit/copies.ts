// The arguments of an edge are assigned to the parameters or results they set all at once. As a sequence: whoever is
// still read by another copy waits for it, and where copies wait for one another in a circle, the old value of one
// goes through a temporary.
import type { Node } from '../ir/node.js';
import { truncate } from '../ir/truncate.js';
import { Place } from '../structure/marks.js';
import { assign, type Statement } from './ast.js';
import type { Writer } from './writer.js';

export class ParallelCopies {
  private readonly w: Writer;
  private args: Node[] = [];
  private targets: number[] = [];
  /** By copy: how many reads of its target by other copies are still to come, and which copies it reads from. */
  private waits: number[] = [];
  private reads: (number[] | null)[] = [];
  /** By variable: the copy that sets it, or -1. */
  private copyOf = new Int32Array(1).fill(-1);

  constructor(w: Writer) {
    this.w = w;
  }

  /** Is there anything to do? Most values were united with what they are copied to. */
  any(args: readonly Node[], dests: readonly Node[] | null): boolean {
    if (dests === null) return false;
    const { uses, place, variable } = this.w.marks;
    for (let i = 0; i < args.length; i++) {
      const a = args[i].id, d = dests[i].id;
      if (uses[d] !== 0 && (place[a] !== Place.variable || variable[a] !== variable[d])) return true;
    }
    return false;
  }

  emit(args: readonly Node[], dests: readonly Node[] | null, out: Statement[]): void {
    if (dests === null) return;
    const { uses, place, variable } = this.w.marks;
    let first = -1, count = 0;
    for (let i = 0; i < args.length; i++) {
      const a = args[i].id, d = dests[i].id;
      if (uses[d] === 0 || (place[a] === Place.variable && variable[a] === variable[d])) continue;
      if (count++ === 0) first = i;
    }
    if (count === 0) return;
    // Most edges have none or one, and need no lists.
    if (count === 1) { out.push(assign(this.w.names[variable[dests[first].id]], this.w.operand(args[first]))); return; }
    const copies: Node[] = this.args = [], targets: number[] = this.targets = [];
    for (let i = first; i < args.length; i++) {
      const a = args[i], d = dests[i].id;
      if (uses[d] === 0 || (place[a.id] === Place.variable && variable[a.id] === variable[d])) continue;
      copies.push(a);
      targets.push(variable[d]);
    }
    this.sequence(out);
  }

  /** Notes what the expression of copy `by` reads that another copy sets. */
  private note(n: Node, by: number): void {
    const place = this.w.marks.place[n.id];
    if (place === Place.folded) {
      for (const a of n.args) this.note(a, by);
    } else if (place === Place.variable) {
      const set = this.copyOf[this.w.marks.variable[n.id]];
      if (set < 0 || set === by) return;
      this.waits[set]++;
      (this.reads[by] ??= []).push(set);
    }
  }

  private sequence(out: Statement[]): void {
    const { w, targets, waits, reads } = this;
    if (this.copyOf.length < w.names.length) this.copyOf = new Int32Array(2 * w.names.length).fill(-1);
    const { copyOf } = this;
    const copies = this.args;
    const count = copies.length;
    truncate(waits, 0);
    truncate(reads, 0);
    for (let i = 0; i < count; i++) {
      copyOf[targets[i]] = i;
      waits.push(0);
      reads.push(null);
    }
    for (let i = 0; i < count; i++) this.note(copies[i], i);
    for (let i = 0; i < count; i++) copyOf[targets[i]] = -1;
    const ready: number[] = [];
    for (let i = count - 1; i >= 0; i--) if (waits[i] === 0) ready.push(i);
    let done = 0, next = 0;
    while (done < count) {
      let i = ready.pop();
      if (i === undefined) {
        // A circle: keep what the next target holds, for those who still read it.
        while (waits[next] <= 0) next++;
        i = next;
        const kept = w.temporary(targets[i]);
        out.push(assign(kept, w.names[targets[i]]));
        w.rename(targets[i], kept);
      }
      out.push(assign(w.names[targets[i]], w.operand(copies[i])));
      waits[i] = -1;
      done++;
      const freed = reads[i];
      if (freed !== null) for (const k of freed) if (waits[k] > 0 && --waits[k] === 0) ready.push(k);
    }
    w.endRenames();
  }
}
