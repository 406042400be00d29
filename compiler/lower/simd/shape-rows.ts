// What each operation means for the shapes of its operands and its result. Arithmetic on floats fixes both; what only
// moves values (select, shuffles of whole words, loads) takes any shape its words can be moved in; all else is int32 words.
import { OPCODES, opId } from '../../spec/opcodes.js';
import type { Node } from '../../ir/node.js';

/** Bits of `operands`. */
export const Use = {
  i32x4: 1, f32x4: 2, f64x2: 4,
  /** Moved into the result, in the result's shape. */
  move: 8,
  /** Taken in whatever shape it is in, bits and all. */
  asIs: 16,
  /** With `asIs`: which shape is cheapest. */
  likesF32x4: 32, likesF64x2: 64,
} as const;

export interface ShapeRow {
  /** Shapes the result may have, as bits `1 << Shape`; 0 for no vector. */
  readonly result: number;
  /** Bits of `Use` for every v128 operand. */
  readonly operands: number;
  /** Bits of the result come from elsewhere than the v128 operands: from memory or a scalar. */
  readonly source: boolean;
  /** Shape the result is cheapest in, as a bit; 0 for none. */
  readonly likes: number;
}

const I = 1, F = 2, D = 4;
const row = (result: number, operands: number, source = false, likes = 0): ShapeRow => ({ result, operands, source, likes });
export const INTEGER: ShapeRow = row(I, Use.i32x4);
const rows: (ShapeRow | undefined)[] = [];

for (const { name, id, proposal, results } of OPCODES) {
  if (proposal !== 'simd' && proposal !== 'relaxed-simd') continue;
  const floats = name.startsWith('f32x4.') ? F : name.startsWith('f64x2.') ? D : 0;
  const op = name.slice(6);
  if (floats === 0) {
    const from = op.includes('trunc') ? (name.includes('f32x4') ? F : D) : I;
    rows[id] = row(results!.length === 0 ? 0 : I, from);
    continue;
  }
  const likes = floats === F ? Use.likesF32x4 : Use.likesF64x2;
  if (op === 'splat') rows[id] = row(I | floats, 0, true, floats);
  else if (op === 'replace_lane') rows[id] = row(I | floats, Use.move, true, floats);
  else if (op === 'extract_lane') rows[id] = row(0, Use.asIs | likes);
  else if (op === 'abs' || op === 'neg') rows[id] = row(I | floats, Use.move);
  else if (op === 'pmin' || op === 'pmax') rows[id] = row(I | floats, floats | Use.move);
  else if (/^(eq|ne|lt|gt|le|ge)$/.test(op)) rows[id] = row(I, floats);
  else if (op.startsWith('convert')) rows[id] = row(floats, I);
  else if (op.startsWith('promote')) rows[id] = row(D, F);
  else if (op.startsWith('demote')) rows[id] = row(F, D);
  else rows[id] = row(floats, floats);
}
rows[opId('v128.load')] = rows[opId('v128.load64_splat')] = rows[opId('v128.load64_zero')] = row(I | F | D, 0, true);
rows[opId('v128.load32_splat')] = rows[opId('v128.load32_zero')] = row(I | F, 0, true);
rows[opId('v128.load32_lane')] = row(I | F, Use.move, true);
rows[opId('v128.load64_lane')] = row(I | F | D, Use.move, true);
rows[opId('v128.store')] = rows[opId('v128.store64_lane')] = rows[opId('v128.store32_lane')] = row(0, Use.asIs);
rows[opId('select')] = rows[opId('select_t')] = row(I | F | D, Use.move);

const SHUFFLE = opId('i8x16.shuffle'), BITSELECT = opId('v128.bitselect');
const MOVE_WORDS = row(I | F, Use.move), MOVE_PAIRS = row(I | F | D, Use.move);

/** Undefined for operations that are not about vectors: those take int32 words. */
export function shapeRow(n: Node): ShapeRow | undefined {
  if (n.op === SHUFFLE) {
    const size = movedSize(n.aux as Uint8Array);
    return size === 8 ? MOVE_PAIRS : size === 4 ? MOVE_WORDS : INTEGER;
  }
  if (n.op === BITSELECT) {
    const width = maskWidth(n.args[2], 0);
    return width === 64 ? MOVE_PAIRS : width === 32 ? MOVE_WORDS : INTEGER;
  }
  return rows[n.op];
}

/** Size of the units, aligned on both sides, that a shuffle moves: 8, 4, or 1 for anything smaller. */
export function movedSize(lanes: Uint8Array): number {
  let size = 8;
  for (let k = 0; k < 16; k++) {
    const unit = lanes[k & ~3];
    if ((unit & 3) !== 0 || lanes[k] !== unit + (k & 3)) return 1;
    if ((k & 4) !== 0 && ((lanes[k - 4] & 4) !== 0 || lanes[k] !== lanes[k - 4] + 4)) size = 4;
  }
  return size;
}

// Masks: results of comparisons, whose lanes are all ones or all zeros

const masks: number[] = [];
for (const { name, id } of OPCODES) {
  const m = /^([if])(32x4|64x2)\.(eq|ne|[lg][te](_[su])?)$/.exec(name);
  if (m !== null) masks[id] = m[2] === '32x4' ? 32 : 64;
}
const NOT = opId('v128.not');
const COMBINED: ReadonlySet<number> = new Set([opId('v128.and'), opId('v128.or'), opId('v128.xor'), opId('v128.andnot')]);

/** Width of the lanes of a mask made by comparisons of 32- or 64-bit lanes, else 0. */
export function maskWidth(n: Node, depth: number): number {
  const width = masks[n.op];
  if (width !== undefined) return width;
  if (depth > 3) return 0;
  if (n.op === NOT) return maskWidth(n.args[0], depth + 1);
  if (!COMBINED.has(n.op)) return 0;
  const a = maskWidth(n.args[0], depth + 1);
  return a !== 0 && a === maskWidth(n.args[1], depth + 1) ? a : 0;
}
