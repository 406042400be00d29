// Loops that are written out where an instruction for whole ranges of memory would do.
import type { FunctionIR } from '../ir/node.js';
import { copyLoop } from './copy-loops.js';
import { isStraight } from './counted-loops.js';
import { fillLoop } from './fill-loops.js';
import { replaceLoops } from './replace-loops.js';

export function bulkLoops(fn: FunctionIR): void {
  if (fn.vars.length > 0) return;
  replaceLoops(fn, (loop) => (isStraight(loop) ? fillLoop(fn, loop) ?? copyLoop(fn, loop) : null));
}
