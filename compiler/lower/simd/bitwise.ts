// Bitwise operations on whole vectors. Of masks, results of comparisons, the conditions are combined beside the words: tests
// and choices of lanes then need no words at all.
import type { OpName } from '../../spec/opcodes.js';
import { and, blend, ne, or, select, xor } from '../bits.js';
import { lowerOps } from '../words.js';
import type { Binary } from './each-word.js';
import { Shape } from './shape.js';

lowerOps(['v128.any_true'], (w, n) => {
  const conditions = w.conditions(n.args[0]);
  if (conditions !== null) { n.forward = conditions.reduce((x, y) => or(w, x, y)); return; }
  n.forward = ne(w, w.v(n.args[0]).reduce((x, y) => or(w, x, y)), 0);
});
// Of masks, the conditions are combined as well.
for (const [name, operation] of [['v128.and', and], ['v128.or', or], ['v128.xor', xor], ['v128.andnot', (w, a, b) => and(w, a, xor(w, b, 1))]] as [OpName, Binary][]) {
  const words: Binary = name === 'v128.andnot' ? (w, a, b) => and(w, a, xor(w, b, -1)) : operation;
  lowerOps([name], (w, n) => {
    const [x, y] = n.args, a = w.conditions(x), b = w.conditions(y);
    const vx = w.v(x), vy = w.v(y), result = vx.map((word, k) => words(w, word, vy[k]));
    if (a !== null && b !== null && a.length === b.length) w.setMask(n, result, a.map((c, k) => operation(w, c, b[k])));
    else w.setV(n, result);
  });
}
lowerOps(['v128.not'], (w, n) => {
  const a = w.conditions(n.args[0]), words = w.v(n.args[0]).map((x) => xor(w, x, -1));
  if (a !== null) w.setMask(n, words, a.map((c) => xor(w, c, 1))); else w.setV(n, words);
});

/** Choices by a mask of comparisons are made word by word in whatever shape the words are in. */
lowerOps(['v128.bitselect'], (w, n) => {
  const [x, y, m] = n.args, shape = w.shapeOf(n), a = w.vector(x, shape), b = w.vector(y, shape);
  if (shape === Shape.i32x4) {
    const mask = w.v(m);
    w.setV(n, a.map((word, k) => blend(w, word, b[k], mask[k])));
    return;
  }
  const conditions = w.conditions(m)!, perCondition = a.length / conditions.length;
  w.setVector(n, shape, a.map((word, k) => select(w, word, b[k], conditions[Math.floor(k / perCondition)])));
});

for (const name of ['i8x16.relaxed_laneselect', 'i16x8.relaxed_laneselect', 'i32x4.relaxed_laneselect', 'i64x2.relaxed_laneselect'] as OpName[]) {
  lowerOps([name], (w, n) => {
    const [a, b, mask] = n.args.map((x) => w.v(x));
    w.setV(n, a.map((word, k) => blend(w, word, b[k], mask[k])));
  });
}
