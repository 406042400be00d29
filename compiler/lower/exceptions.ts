// What a try catches, as words: the payload of a clause gets the high words of its i64 values, before the edges or
// regions that use them are lowered, and the IR variable that `delegate` works with gets its place among the words.
import { clausesOf, type TryHandlers } from '../ir/catches.js';
import type { Node } from '../ir/node.js';
import { lowerOps, type WordLowering } from './words.js';

function lowerTry(w: WordLowering, n: Node): void {
  for (const clause of clausesOf(n)) clause.payload = w.widen(clause.payload, n);
  const handlers = n.aux as TryHandlers;
  if (handlers.skipVar >= 0) handlers.skipVar = w.variableWord(handlers.skipVar);
  w.control(n);
}
lowerOps(['try', 'try_table'], lowerTry);
