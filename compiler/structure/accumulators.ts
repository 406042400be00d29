// Which variables a function keeps in an array of floats (`AF` of the runtime) instead: the sums of a loop that has more of
// them than there are registers.
//
// V8 computes f32 in doubles, keeps at the end of a round all new values for the state it would need to stop there, and
// schedules what leads to them side by side: all loads, then all products, then all sums, each with a store and a load of
// its own. An assignment to an element is where it stands, is its own rounding, and takes half the memory; JavaScriptCore,
// which has arithmetic on floats, likes it too.
//
// A value that the same round reads again would wait for the store, so a parameter of the loop counts only if its next value
// goes nowhere else. With fewer than MIN of them registers suffice.
import { Effect } from '../spec/opcode-row.js';
import { Kind } from '../spec/types.js';
import { irOp } from '../ir/ops.js';
import type { FunctionIR, Node } from '../ir/node.js';
import { Place, type Marks } from './marks.js';
import { Item, type Sequence } from './sequence.js';

const BLOCK = irOp('block'), LOOP = irOp('loop'), YIELD = irOp('yield');

const MIN = 16;
/** Elements of the array. */
const MAX = 256;

/** Does anything in the function call other code? */
function calls(seq: Sequence, marks: Marks): boolean {
  for (let at = 0; at < seq.length; at++) {
    const n = seq.nodes[at];
    if (seq.items[at] <= Item.enter && n.op !== BLOCK && (marks.effects[n.id] & Effect.call) !== 0) return true;
  }
  return false;
}

/** Parameters of loops, by the loop, each true as long as its next values only go round. */
function candidates(seq: Sequence, marks: Marks): Node[] {
  const loops: Node[] = [];
  for (let at = 0; at < seq.length; at++) {
    const n = seq.nodes[at];
    if (seq.items[at] === Item.enter && n.op === LOOP && n.params!.filter((p) => isSum(p, marks)).length >= MIN) loops.push(n);
  }
  if (loops.length === 0 || calls(seq, marks)) return [];

  const read = new Set<Node>();
  for (let at = 0; at < seq.length; at++) {
    const n = seq.nodes[at];
    if (seq.items[at] <= Item.enter && n.op !== YIELD && n.op !== LOOP) for (const a of n.args) if (a.kind === Kind.F32) read.add(a);
  }
  const excluded = new Set<Node>();
  for (let at = 0; at < seq.length; at++) {
    const { edges } = seq.nodes[at];
    if (edges === null || seq.items[at] > Item.enter) continue;
    for (const { target, args } of edges) {
      if (target.op !== LOOP) continue;
      target.params!.forEach((p, k) => { if (args[k] !== p && read.has(args[k])) excluded.add(p); });
    }
  }
  return loops.flatMap((loop) => {
    const sums = loop.params!.filter((p) => isSum(p, marks) && !excluded.has(p));
    return sums.length >= MIN ? sums : [];
  });
}
const isSum = (p: Node, marks: Marks): boolean => p.kind === Kind.F32 && marks.place[p.id] === Place.variable;

/** The variables that become elements, in order; `values` are all that have variables, the first `fixed` of which stay. */
export function accumulators(fn: FunctionIR, seq: Sequence, marks: Marks, values: readonly Node[], fixed: number): number[] {
  if (!fn.hasFloats || fn.keepsNaNs) return [];
  const sums = candidates(seq, marks);
  if (sums.length === 0) return [];
  const chosen = new Set(sums.map((p) => marks.variable[p.id]).filter((v) => v >= fixed));
  // A double that shares the variable would be rounded.
  for (const v of values) if (v.kind !== Kind.F32) chosen.delete(marks.variable[v.id]);
  return chosen.size < MIN ? [] : [...chosen].sort((a, b) => a - b).slice(0, MAX);
}
