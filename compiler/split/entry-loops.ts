// Loops of functions that the host calls become functions of their own, with what comes behind them in their block: what stands before a
// loop, in a function that is called seldom and runs long, costs V8 all the rest.
//
// Such a function gets hot within its first call. V8 compiles it for the loop it is in, and beside that as a whole; but what stands before the
// loop ran before V8 noted types, so that code gives up at once in the next call, is thrown away, and V8 goes on with the loop's
// code, which knows less. A function that begins with its loop has nothing that could give up:
//
//   f(a) { …; loop { … } …; loop { … } … }  →  f(a) { …; return f$2(…) }   f$2(…) { loop { … } …; return f$1(…) }   f$1(…) { loop { … } … }
//
// Functions that others of the module call are called often: V8 has noted types when they get hot, and a call more would only cost.
import type { FunctionIR, Node } from '../ir/node.js';
import { opTable } from '../ir/op-classes.js';
import { irOp } from '../ir/ops.js';
import { IS_CONSTANT, Layout } from './layout.js';
import { renumber } from './renumber.js';
import { Runs, type Run } from './runs.js';
import { hoistConstants, takeOut } from './take-out.js';

const LOOP = irOp('loop');
/** Nodes that are no operations V8 would note types of. */
const NOTES_NOTHING = opTable('block', 'param', 'result', 'br', 'yield', 'var.get', 'var.set');
/** A loop that takes more values from outside stays: they are parameters then, of which V8 knows no type. */
const MOST_VALUES = 12;
/** Of one function; each is another look at all of it. */
const MOST_LOOPS = 8;

/** Takes loops that are in no other, and before which something is computed, out of `fn`, the last first; they are `fn.pieces` then. */
export function takeOutLoops(fn: FunctionIR): void {
  let layout = new Layout(fn, new Set());
  if (lastLoop(layout) === null) return;
  hoistConstants(fn);
  const together = new Set<Node>();
  for (let taken = 0; taken < MOST_LOOPS; taken++) {
    layout = new Layout(fn, together);
    const run = lastLoop(layout);
    if (run === null) break;
    takeOut(layout, [run], together, true);
    renumber(fn);
  }
  for (const piece of fn.pieces) renumber(piece);
}

/** The last such loop, up to the end of the region it stands in. */
function lastLoop(layout: Layout): Run | null {
  const { nodes, end, regions } = layout, loops: number[] = [];
  let computes = false;
  for (let at = 0; at < nodes.length; at++) {
    const { op } = nodes[at];
    if (op === LOOP) {
      if (computes) loops.push(at);
      at = end[at] - 1;
      computes = true;
    } else if (IS_CONSTANT[op] === 0 && NOTES_NOTHING[op] === 0) computes = true;
  }
  const runs = new Runs(layout);
  for (const at of loops.reverse()) {
    const laid = regions.find(({ positions }) => positions.includes(at))!;
    const run = runs.weigh(laid, laid.positions.indexOf(at), laid.cuttable, true);
    if (run !== null && run.takes <= MOST_VALUES) return run;
  }
  return null;
}
