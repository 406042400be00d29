// Splits functions that engines would not optimise: V8 leaves functions above 60 KiB of bytecode to its interpreter and
// baseline code, which are 10 to 400 times slower. Runs of nodes become functions of their own (outline.ts), those first
// whose calls cost least (choose.ts), until each is small enough. Works on words, last before structure.
//
// A function may have too much in small pieces for one round: once they are calls, what is around them fits, and
// becomes a piece that calls pieces. Where too little can be taken out at first, ladders are taken apart (ladder.ts), and it begins anew.
import type { FunctionIR, Node, Region } from '../ir/node.js';
import { chooseRuns } from './choose.js';
import { Layout } from './layout.js';
import { groupRungs } from './ladder.js';
import { limits } from './limits.js';
import { renumber } from './renumber.js';
import { bytesOf } from './size.js';
import { hoistConstants, takeOut } from './take-out.js';

const MOST_ROUNDS = 12;
/** A round that saves less than this part of what is too much is the last. */
const LEAST_PROGRESS = 0.05;
/** Still less than this part too large, a function is not split on if that costs more than all before: engines take it, however wrong the estimate. */
const BEARABLE = 0.1;
/** Code of a group of rungs, as a part of what a function may have: what leads to and from it comes on top. */
const GROUP = 0.6;

/** Splits `fn` if it is too large; the pieces are `fn.pieces`. */
export function splitFunction(fn: FunctionIR): void {
  if (!isLarge(fn)) return;
  hoistConstants(fn);
  const together = new Set<Node>();
  let grouped = false, spent = 0;
  // Laying a function out costs several times what adding up its bytes does, so a round that is not needed is found out without.
  for (let round = 0, before = Infinity; round < MOST_ROUNDS && (round === 0 || isLarge(fn)); round++) {
    const layout = new Layout(fn, together);
    const needed = layout.bytes(0, layout.nodes.length) - limits.function;
    if (needed <= 0 || needed > before * (1 - LEAST_PROGRESS)) break;
    before = needed;
    const runs = chooseRuns(layout, needed);
    const saves = runs.reduce((sum, run) => sum + run.saves, 0);
    if (round === 0 && !grouped && (runs.length === 0 || saves < needed * limits.atFirst)) {
      if (!groupRungs(fn, limits.function * GROUP)) break;
      grouped = true;
      before = Infinity;
      round--;
      continue;
    }
    if (runs.length === 0) break;
    const cost = runs.reduce((sum, { price, saves: own }) => sum + price * own, 0);
    if (round > 0 && needed < limits.function * BEARABLE && cost > spent) break;
    spent += cost;
    takeOut(layout, runs, together);
    renumber(fn);
  }
  for (const piece of fn.pieces) renumber(piece);
}

function isLarge(fn: FunctionIR): boolean {
  let bytes = 0;
  const work: Region[] = [fn.body];
  for (let region = work.pop(); region !== undefined; region = work.pop()) {
    for (const n of region.nodes) {
      if (n.forward !== null) continue;
      bytes += bytesOf(n, fn);
      if (n.regions !== null) for (const inner of n.regions) work.push(inner);
    }
    if (bytes > limits.function) return true;
  }
  return false;
}
