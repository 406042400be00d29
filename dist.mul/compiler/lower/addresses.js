// 64-bit addresses over words: where the high word is known to be zero the low one is the address, as in a 32-bit memory.
import { opId } from '../spec/opcodes.js';
import { lowerOps } from './words.js';
const CONST = opId('i32.const');
lowerOps(['address64'], (w, n) => {
    const [lo, hi] = w.pair(n.args[0]);
    if (hi.op === CONST && hi.imm === 0) {
        n.forward = lo;
        return;
    }
    n.args = [hi, lo];
    w.keep(n);
});
