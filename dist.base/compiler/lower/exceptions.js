// What a try catches, as words: the payload of a clause gets the high words of its i64 values, before the edges or
// regions that use them are lowered, and the IR variable that `delegate` works with gets its place among the words.
import { clausesOf } from '../ir/catches.js';
import { lowerOps } from './words.js';
function lowerTry(w, n) {
    for (const clause of clausesOf(n))
        clause.payload = w.widen(clause.payload, n);
    const handlers = n.aux;
    if (handlers.skipVar >= 0)
        handlers.skipVar = w.variableWord(handlers.skipVar);
    w.control(n);
}
lowerOps(['try', 'try_table'], lowerTry);
