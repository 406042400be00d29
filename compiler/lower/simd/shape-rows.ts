// What each operation means for the shapes of its operands and its result. Arithmetic on floats fixes both; what only
// moves values (select, shuffles of whole words, loads) takes any shape its words can be moved in; arithmetic on shorts is
// done on int32 words or on single shorts, operands and result alike; all else is int32 words.
import { OPCODES, opId, type OpName } from '../../spec/opcodes.js';
import type { Node } from '../../ir/node.js';

/** Bits of `operands`. */
export const Use = {
  i32x4: 1, f32x4: 2, f64x2: 4,
  /** Moved into the result, in the result's shape. */
  move: 16,
  /** Taken in whatever shape it is in, bits and all. */
  asIs: 32,
  /** With `asIs`: which shape is cheapest. */
  likesF32x4: 64, likesF64x2: 128,
  /** With `asIs`: shorts are put together to words here. */
  packs: 256,
  /** Computed with in the result's shape, int32 words or shorts. */
  shorts: 512,
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
  /** Operations that shorts save over words, counted in what it takes to put a vector of shorts together. */
  readonly gain: number;
}

const I = 1, F = 2, D = 4, S = 8;
const row = (result: number, operands: number, source = false, likes = 0, gain = 0): ShapeRow => ({ result, operands, source, likes, gain });
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
rows[opId('v128.store')] = rows[opId('v128.store64_lane')] = rows[opId('v128.store32_lane')] = row(0, Use.asIs | Use.packs);
rows[opId('select')] = rows[opId('select_t')] = row(I | F | D | S, Use.move);

// Shorts. What is gained was counted from the code of either way (lanes8-16.ts, shorts.ts); a vector is put together by 12.

const onShorts = (names: string, operands: number, gain: number): void => {
  for (const name of names.split(' ')) rows[opId(name as OpName)] = row(I | S, operands, false, 0, gain);
};
const signs = (names: string): string => names.split(' ').flatMap((name) => [`i16x8.${name}_s`, `i16x8.${name}_u`]).join(' ');
onShorts('i16x8.add i16x8.sub i16x8.mul i16x8.neg', Use.shorts, 1.3);
onShorts('i16x8.abs i16x8.q15mulr_sat_s i16x8.relaxed_q15mulr_s', Use.shorts, 1);
onShorts(`${signs('min max')} i16x8.shl`, Use.shorts, 0.5);
onShorts(`${signs('shr add_sat sub_sat')} i16x8.avgr_u`, Use.shorts, 0);
onShorts('v128.and v128.or v128.xor v128.andnot v128.not v128.bitselect', Use.shorts, -0.4);
onShorts(signs('extend_low_i8x16 extend_high_i8x16'), Use.i32x4, 0.3);
onShorts(signs('extmul_low_i8x16 extmul_high_i8x16 narrow_i32x4'), Use.i32x4, 1);
onShorts(signs('extadd_pairwise_i8x16'), Use.i32x4, -0.7);
for (const name of ['v128.load8x8_s', 'v128.load8x8_u', 'v128.load16_splat', 'i16x8.splat'] as const) rows[opId(name)] = row(I | S, 0, false, 0, 0.3);
rows[opId('i16x8.replace_lane')] = row(I | S, Use.shorts, false, 0, 0.3);
for (const name of [
  'i8x16.narrow_i16x8_s', 'i8x16.narrow_i16x8_u', 'i32x4.dot_i16x8_s', 'i32x4.extadd_pairwise_i16x8_s', 'i32x4.extadd_pairwise_i16x8_u',
  ...['extend', 'extmul'].flatMap((op) => ['low', 'high'].flatMap((half) => ['s', 'u'].map((sign) => `i32x4.${op}_${half}_i16x8_${sign}` as OpName))),
] as const) rows[opId(name)] = row(I, Use.asIs);
for (const name of ['i16x8.extract_lane_s', 'i16x8.extract_lane_u'] as const) rows[opId(name)] = row(0, Use.asIs);

const SHUFFLE = opId('i8x16.shuffle'), BITSELECT = opId('v128.bitselect');
const MOVE_WORDS = row(I | F | S, Use.move), MOVE_PAIRS = row(I | F | D | S, Use.move), MOVE_SHORTS = row(I | S, Use.shorts, false, 0, 1), WIDEN = row(I | S, Use.i32x4, false, 0, 0.3);
const CHOOSE_WORDS = row(I | F, Use.move), CHOOSE_PAIRS = row(I | F | D, Use.move);

/** Undefined for operations that are not about vectors: those take int32 words. */
export function shapeRow(n: Node): ShapeRow | undefined {
  if (n.op === SHUFFLE) {
    const size = movedSize(n.aux as Uint8Array);
    return size === 8 ? MOVE_PAIRS : size === 4 ? MOVE_WORDS : size === 2 ? MOVE_SHORTS : widensBytes(n) ? WIDEN : INTEGER;
  }
  if (n.op === BITSELECT) {
    const width = maskWidth(n.args[2], 0);
    return width === 64 ? CHOOSE_PAIRS : width === 32 ? CHOOSE_WORDS : rows[BITSELECT];
  }
  // Masks stay what tests and choices of lanes look for.
  if ((n.op === NOT || COMBINED.has(n.op)) && maskWidth(n, 0) !== 0) return INTEGER;
  return rows[n.op];
}

/** Size of the units, aligned on both sides, that a shuffle moves. */
export function movedSize(lanes: Uint8Array): number {
  for (const size of [8, 4, 2]) if (lanes.every((from, k) => (lanes[k & -size] & (size - 1)) === 0 && from === lanes[k & -size] + (k & (size - 1)))) return size;
  return 1;
}

const CONST = opId('v128.const');
/** Does a shuffle put a zero above every byte? That is how some compilers extend them. */
export function widensBytes(n: Node): boolean {
  return (n.aux as Uint8Array).every((from, k) => {
    const source = n.args[from >> 4], bytes = source.aux as Uint8Array | null;
    return k % 2 === 0 || (source.op === CONST && (bytes === null || bytes[from & 15] === 0));
  });
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
function maskWidth(n: Node, depth: number): number {
  const width = masks[n.op];
  if (width !== undefined) return width;
  if (depth > 3) return 0;
  if (n.op === NOT) return maskWidth(n.args[0], depth + 1);
  if (!COMBINED.has(n.op)) return 0;
  const a = maskWidth(n.args[0], depth + 1);
  return a !== 0 && a === maskWidth(n.args[1], depth + 1) ? a : 0;
}
