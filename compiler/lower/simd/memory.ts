// Loads and stores of vectors, as accesses of words. Loads that only move take the shape their uses want. Stores
// begin with the last word: if it does not fit, nothing has been written.
import { opId, type OpName } from '../../spec/opcodes.js';
import { Kind } from '../../spec/types.js';
import { Flag, type Node } from '../../ir/node.js';
import { ACCESSED } from '../../ir/op-classes.js';
import { mul, shrU } from '../bits.js';
import { lowerOps, type WordLowering } from '../words.js';
import { withPart, withWords } from './lanes.js';
import { Shape, WORD_COUNTS, WORD_KINDS } from './shape.js';
import { intsOfF64 } from './vectors.js';
import { extendWord } from './widening.js';

const LOADS = [opId('i32.load'), opId('f32.load'), opId('f64.load')], STORES = [opId('i32.store'), opId('f32.store'), opId('f64.store')];
const LOAD8_U = opId('i32.load8_u'), LOAD16_U = opId('i32.load16_u'), STORE8 = opId('i32.store8'), STORE16 = opId('i32.store16');

/** An access `offset` bytes behind where `n` points; with more than one argument `n` is a lane access or store. */
function access(w: WordLowering, n: Node, op: number, kind: Kind, offset: number, value: Node[] = []): Node {
  const a = w.emit(op, kind, [w.lo(n.args[0]), ...value]);
  a.imm = n.imm + offset;
  a.imm2 = n.imm2;
  a.flags = n.flags & Flag.unaligned | (ACCESSED[n.op] > 4 ? Flag.mayTear : 0);
  return a;
}
/** The shape a value is stored in: as it is, but shorts are put together. */
function storedShape(w: WordLowering, n: Node): Shape {
  const shape = w.shapeOf(n);
  return shape === Shape.i16x8 ? Shape.i32x4 : shape;
}
const load = (w: WordLowering, n: Node, shape: Shape, offset: number): Node => access(w, n, LOADS[shape], WORD_KINDS[shape], offset);
const zeros = (w: WordLowering, shape: Shape): Node => (shape === Shape.i32x4 ? w.zero() : w.emit(shape === Shape.f32x4 ? opId('f32.const') : opId('f64.const'), WORD_KINDS[shape], []));

lowerOps(['v128.load'], (w, n) => {
  const shape = w.shapeOf(n), size = 16 / WORD_COUNTS[shape];
  w.setVector(n, shape, Array.from({ length: WORD_COUNTS[shape] }, (_, k) => load(w, n, shape, k * size)));
});
lowerOps(['v128.store'], (w, n) => {
  const value = n.args[1], shape = storedShape(w, value), words = w.vector(value, shape), size = 16 / words.length;
  for (let k = words.length - 1; k >= 0; k--) access(w, n, STORES[shape], Kind.None, k * size, [words[k]]);
});

lowerOps(['v128.load8_splat'], (w, n) => { const x = mul(w, access(w, n, LOAD8_U, Kind.I32, 0), 0x01010101); w.setV(n, [x, x, x, x]); });
lowerOps(['v128.load16_splat'], (w, n) => { const x = mul(w, access(w, n, LOAD16_U, Kind.I32, 0), 0x00010001); w.setV(n, [x, x, x, x]); });
lowerOps(['v128.load32_splat'], (w, n) => { const shape = w.shapeOf(n), x = load(w, n, shape, 0); w.setVector(n, shape, [x, x, x, x]); });
/** The 64 bits `n` points to, as words of a shape. */
function load64(w: WordLowering, n: Node, shape: Shape): Node[] {
  return shape === Shape.f64x2 ? [load(w, n, shape, 0)] : [load(w, n, shape, 0), load(w, n, shape, 4)];
}
lowerOps(['v128.load64_splat'], (w, n) => { const shape = w.shapeOf(n), half = load64(w, n, shape); w.setVector(n, shape, [...half, ...half]); });
lowerOps(['v128.load32_zero'], (w, n) => {
  const shape = w.shapeOf(n), zero = zeros(w, shape);
  w.setVector(n, shape, [load(w, n, shape, 0), zero, zero, zero]);
});
lowerOps(['v128.load64_zero'], (w, n) => {
  const shape = w.shapeOf(n), zero = zeros(w, shape), half = load64(w, n, shape);
  w.setVector(n, shape, [...half, ...half.map(() => zero)]);
});

for (const [name, bits, signed] of [
  ['v128.load8x8_s', 8, true], ['v128.load8x8_u', 8, false], ['v128.load16x4_s', 16, true], ['v128.load16x4_u', 16, false],
  ['v128.load32x2_s', 32, true], ['v128.load32x2_u', 32, false],
] as [OpName, 8 | 16 | 32, boolean][]) {
  lowerOps([name], (w, n) => {
    const words = load64(w, n, Shape.i32x4);
    w.setV(n, words.flatMap((x) => extendWord(w, x, bits, signed)));
    if (bits === 8 && !signed) w.setShortLimit(n, 0xff);
  });
}

// Lanes

lowerOps(['v128.load8_lane'], (w, n) => { const x = access(w, n, LOAD8_U, Kind.I32, 0); w.setV(n, withPart(w, w.v(n.args[1]), n.aux as number, 8, x)); });
lowerOps(['v128.load16_lane'], (w, n) => { const x = access(w, n, LOAD16_U, Kind.I32, 0); w.setV(n, withPart(w, w.v(n.args[1]), n.aux as number, 16, x)); });
lowerOps(['v128.load32_lane'], (w, n) => {
  const shape = w.shapeOf(n), x = load(w, n, shape, 0);
  w.setVector(n, shape, withWords(w.vector(n.args[1], shape), n.aux as number, [x]));
});
lowerOps(['v128.load64_lane'], (w, n) => {
  const shape = w.shapeOf(n), half = load64(w, n, shape);
  w.setVector(n, shape, withWords(w.vector(n.args[1], shape), (n.aux as number) * half.length, half));
});
for (const [name, op, bits] of [['v128.store8_lane', STORE8, 8], ['v128.store16_lane', STORE16, 16]] as [OpName, number, number][]) {
  const perWord = 32 / bits;
  lowerOps([name], (w, n) => {
    const lane = n.aux as number;
    access(w, n, op, Kind.None, 0, [shrU(w, w.v(n.args[1])[Math.floor(lane / perWord)], (lane % perWord) * bits)]);
  });
}
lowerOps(['v128.store32_lane'], (w, n) => {
  const value = n.args[1], lane = n.aux as number;
  const shape = storedShape(w, value);
  if (shape === Shape.f64x2) {
    const ints = intsOfF64(w, w.vector(value, shape)[lane >> 1]);
    access(w, n, STORES[Shape.i32x4], Kind.None, 0, [ints[lane & 1]]);
  } else access(w, n, STORES[shape], Kind.None, 0, [w.vector(value, shape)[lane]]);
});
lowerOps(['v128.store64_lane'], (w, n) => {
  const value = n.args[1], lane = n.aux as number, shape = storedShape(w, value), words = w.vector(value, shape);
  if (shape === Shape.f64x2) { access(w, n, STORES[shape], Kind.None, 0, [words[lane]]); return; }
  access(w, n, STORES[shape], Kind.None, 4, [words[2 * lane + 1]]);
  access(w, n, STORES[shape], Kind.None, 0, [words[2 * lane]]);
});
