// Operations that treat every word of their vectors alike.
import type { OpName } from '../../spec/opcodes.js';
import type { Node } from '../../ir/node.js';
import { lowerOps, type WordLowering } from '../words.js';
import type { Mask } from './shape.js';

export type Binary = (w: WordLowering, a: Node, b: Node) => Node;
export type Unary = (w: WordLowering, a: Node) => Node;
export function eachWord1(name: OpName, operation: Unary): void {
  lowerOps([name], (w, n) => { w.setV(n, w.v(n.args[0]).map((a) => operation(w, a))); });
}
export function eachWord(name: OpName, operation: Binary): void {
  lowerOps([name], (w, n) => {
    const a = w.v(n.args[0]), b = w.v(n.args[1]);
    w.setV(n, a.map((x, k) => operation(w, x, b[k])));
  });
}

/** The bits of the mask that `n` tests, if it is one with lanes of that size. */
export function maskBits(w: WordLowering, n: Node, lane: Mask['lane']): Node[] | null {
  const mask = w.mask(n.args[0]);
  return mask !== null && mask.lane === lane ? mask.bits : null;
}
