import { lowerOps } from '../words.js';
export function eachWord1(name, operation) {
    lowerOps([name], (w, n) => { w.setV(n, w.v(n.args[0]).map((a) => operation(w, a))); });
}
export function eachWord(name, operation) {
    lowerOps([name], (w, n) => {
        const a = w.v(n.args[0]), b = w.v(n.args[1]);
        w.setV(n, a.map((x, k) => operation(w, x, b[k])));
    });
}
/** The bits of the mask that `n` tests, if it is one with lanes of that size. */
export function maskBits(w, n, lane) {
    const mask = w.mask(n.args[0]);
    return mask !== null && mask.lane === lane ? mask.bits : null;
}
