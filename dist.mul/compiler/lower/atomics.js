// Atomic operations over words: a 64-bit result has its high word in R[0], as that of any helper.
import { Kind } from '../spec/types.js';
import { irOp } from '../ir/ops.js';
import { lowerOps } from './words.js';
const HIGH = irOp('ret.i32');
lowerOps(['atomic'], (w, n) => {
    n.args = w.words(n.args);
    w.keep(n);
    if (n.kind !== Kind.I64)
        return;
    n.kind = Kind.I32;
    w.setHi(n, w.emit(HIGH, Kind.I32, []));
});
