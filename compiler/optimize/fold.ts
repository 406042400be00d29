// Computes operations whose operands are all constants, exactly as wasm does. What would trap stays, and so does what
// would give a NaN: which NaN is the engine's affair at run time.
import { f32FromBits, f64FromBits } from '../ir/float-bits.js';
import type { Node } from '../ir/node.js';
import { IR_OP_COUNT, irOp, type IrOpName } from '../ir/ops.js';
import { Kind } from '../spec/types.js';
import { CONST_OF_KIND } from './rules/pattern.js';

/** Computes from the operands into `lo` and `hi`; false if it must not be folded. */
type Fold = (n: Node) => boolean;
const folds: (Fold | undefined)[] = new Array<Fold | undefined>(IR_OP_COUNT).fill(undefined);
let lo = 0, hi = 0;

/** By operation: 1 if constants may be folded. */
export const FOLDABLE = new Uint8Array(IR_OP_COUNT);
function on(name: IrOpName, fold: Fold): void {
  folds[irOp(name)] = fold;
  FOLDABLE[irOp(name)] = 1;
}

/** Turns `n`, all of whose operands are constants, into a constant. */
export function foldConstant(n: Node): boolean {
  const fold = folds[n.op];
  lo = hi = 0;
  if (fold === undefined || !fold(n)) return false;
  n.op = CONST_OF_KIND[n.kind];
  n.args = [];
  n.imm = lo;
  n.imm2 = n.kind === Kind.I64 || n.kind === Kind.F64 ? hi : 0;
  n.aux = null;
  return true;
}

// Bits and values

const view = new DataView(new ArrayBuffer(8));
const big = (n: Node): bigint => (BigInt(n.imm2) << 32n) | BigInt(n.imm >>> 0);
const ubig = (n: Node): bigint => BigInt.asUintN(64, big(n));
const f32 = (n: Node): number => f32FromBits(n.imm);
const f64 = (n: Node): number => f64FromBits(n.imm, n.imm2);
function i32(x: number): boolean { lo = x | 0; return true; }
function i64(x: bigint): boolean {
  lo = Number(x & 0xffffffffn) | 0;
  hi = Number((x >> 32n) & 0xffffffffn) | 0;
  return true;
}
function setF32(x: number): boolean {
  if (Number.isNaN(x)) return false;
  view.setFloat32(0, x);
  lo = view.getInt32(0);
  return true;
}
function setF64(x: number): boolean {
  if (Number.isNaN(x)) return false;
  view.setFloat64(0, x);
  hi = view.getInt32(0);
  lo = view.getInt32(4);
  return true;
}

// Integers

const I32_BINARY: Record<string, (a: number, b: number) => number> = {
  add: (a, b) => a + b, sub: (a, b) => a - b, mul: Math.imul, and: (a, b) => a & b, or: (a, b) => a | b, xor: (a, b) => a ^ b,
  shl: (a, b) => a << b, shr_s: (a, b) => a >> b, shr_u: (a, b) => a >>> b,
  rotl: (a, b) => ((b & 31) === 0 ? a : (a << (b & 31)) | (a >>> (32 - (b & 31)))),
  rotr: (a, b) => ((b & 31) === 0 ? a : (a >>> (b & 31)) | (a << (32 - (b & 31)))),
};
for (const [name, f] of Object.entries(I32_BINARY)) on(`i32.${name}` as IrOpName, (n) => i32(f(n.args[0].imm, n.args[1].imm)));

const I64_BINARY: Record<string, (a: bigint, b: bigint) => bigint> = {
  add: (a, b) => a + b, sub: (a, b) => a - b, mul: (a, b) => a * b, and: (a, b) => a & b, or: (a, b) => a | b, xor: (a, b) => a ^ b,
  shl: (a, b) => a << (b & 63n), shr_s: (a, b) => a >> (b & 63n), shr_u: (a, b) => BigInt.asUintN(64, a) >> (b & 63n),
  rotl: (a, b) => { const u = BigInt.asUintN(64, a), k = b & 63n; return (u << k) | (u >> (64n - k)); },
  rotr: (a, b) => { const u = BigInt.asUintN(64, a), k = b & 63n; return (u >> k) | (u << (64n - k)); },
};
for (const [name, f] of Object.entries(I64_BINARY)) on(`i64.${name}` as IrOpName, (n) => i64(f(big(n.args[0]), big(n.args[1]))));

on('i32.div_s', (n) => { const a = n.args[0].imm, b = n.args[1].imm; return b !== 0 && !(b === -1 && a === -2147483648) && i32(a / b); });
on('i32.div_u', (n) => n.args[1].imm !== 0 && i32((n.args[0].imm >>> 0) / (n.args[1].imm >>> 0) >>> 0));
on('i32.rem_s', (n) => n.args[1].imm !== 0 && i32(n.args[0].imm % n.args[1].imm));
on('i32.rem_u', (n) => n.args[1].imm !== 0 && i32((n.args[0].imm >>> 0) % (n.args[1].imm >>> 0)));
on('i64.div_s', (n) => { const a = big(n.args[0]), b = big(n.args[1]); return b !== 0n && !(b === -1n && a === -(1n << 63n)) && i64(a / b); });
on('i64.div_u', (n) => { const b = ubig(n.args[1]); return b !== 0n && i64(ubig(n.args[0]) / b); });
on('i64.rem_s', (n) => { const b = big(n.args[1]); return b !== 0n && i64(big(n.args[0]) % b); });
on('i64.rem_u', (n) => { const b = ubig(n.args[1]); return b !== 0n && i64(ubig(n.args[0]) % b); });

const ctz32 = (a: number): number => (a === 0 ? 32 : 31 - Math.clz32(a & -a));
function popcnt32(a: number): number { let c = 0; for (; a !== 0; a &= a - 1) c++; return c; }
on('i32.clz', (n) => i32(Math.clz32(n.args[0].imm)));
on('i32.ctz', (n) => i32(ctz32(n.args[0].imm)));
on('i32.popcnt', (n) => i32(popcnt32(n.args[0].imm)));
on('i64.clz', ({ args: [a] }) => { lo = a.imm2 !== 0 ? Math.clz32(a.imm2) : 32 + Math.clz32(a.imm); return true; });
on('i64.ctz', ({ args: [a] }) => { lo = a.imm !== 0 ? ctz32(a.imm) : 32 + ctz32(a.imm2); return true; });
on('i64.popcnt', ({ args: [a] }) => { lo = popcnt32(a.imm) + popcnt32(a.imm2); return true; });
on('i32.extend8_s', (n) => i32(n.args[0].imm << 24 >> 24));
on('i32.extend16_s', (n) => i32(n.args[0].imm << 16 >> 16));
for (const bits of [8, 16, 32] as const) on(`i64.extend${bits}_s`, (n) => i64(BigInt.asIntN(bits, big(n.args[0]))));
on('i32.wrap_i64', (n) => i32(n.args[0].imm));
on('i64.extend_i32_s', (n) => { lo = n.args[0].imm; hi = lo >> 31; return true; });
on('i64.extend_i32_u', (n) => { lo = n.args[0].imm; hi = 0; return true; });
const high = (a: bigint, b: bigint): number => Number(BigInt.asIntN(32, (a * b) >> 32n));
on('i32.mulhi_s', (n) => i32(high(BigInt(n.args[0].imm), BigInt(n.args[1].imm))));
on('i32.mulhi_su', (n) => i32(high(BigInt(n.args[0].imm), BigInt(n.args[1].imm >>> 0))));
on('i32.mulhi53_s', (n) => i32(high(BigInt(n.args[0].imm), BigInt(n.args[1].imm))));
on('i32.mulhi53_u', (n) => i32(high(BigInt(n.args[0].imm >>> 0), BigInt(n.args[1].imm))));
on('i32.divlo_u', (n) => i32(Number((BigInt(n.args[0].imm) << 32n | BigInt(n.args[1].imm >>> 0)) / BigInt(n.args[2].imm))));
on('i32.mulhi_u', (n) => i32(Number((BigInt(n.args[0].imm >>> 0) * BigInt(n.args[1].imm >>> 0)) >> 32n)));

// Comparisons

function compare<T>(type: string, read: (n: Node) => T, tests: Record<string, (a: T, b: T) => boolean>): void {
  for (const [name, test] of Object.entries(tests)) on(`${type}.${name}` as IrOpName, (n) => i32(test(read(n.args[0]), read(n.args[1])) ? 1 : 0));
}
const equality = { eq: (a: number | bigint, b: number | bigint): boolean => a === b, ne: (a: number | bigint, b: number | bigint): boolean => a !== b };
const order = (suffix: string): Record<string, (a: number | bigint, b: number | bigint) => boolean> => ({
  [`lt${suffix}`]: (a, b) => a < b, [`gt${suffix}`]: (a, b) => a > b, [`le${suffix}`]: (a, b) => a <= b, [`ge${suffix}`]: (a, b) => a >= b,
});
compare<number | bigint>('i32', (n) => n.imm, { ...equality, ...order('_s') });
compare<number | bigint>('i32', (n) => n.imm >>> 0, order('_u'));
compare<number | bigint>('i64', big, { ...equality, ...order('_s') });
compare<number | bigint>('i64', ubig, order('_u'));
compare<number | bigint>('f32', f32, { ...equality, ...order('') });
compare<number | bigint>('f64', f64, { ...equality, ...order('') });
on('i32.eqz', (n) => i32(n.args[0].imm === 0 ? 1 : 0));
on('i64.eqz', (n) => i32(n.args[0].imm === 0 && n.args[0].imm2 === 0 ? 1 : 0));

// Floats. Results are rounded once more to f32 where they have to be: +, -, *, / and sqrt of f32 are exact that way.

function nearest(x: number): number {
  if (!Number.isFinite(x) || x === 0 || Math.abs(x) >= 4503599627370496) return x;
  const down = Math.floor(x), rest = x - down;
  const r = rest < 0.5 || (rest === 0.5 && down % 2 === 0) ? down : down + 1;
  return r === 0 && x < 0 ? -0 : r;
}
const UNARY: Record<string, (x: number) => number> = { ceil: Math.ceil, floor: Math.floor, trunc: Math.trunc, nearest, sqrt: Math.sqrt };
const BINARY: Record<string, (a: number, b: number) => number> = {
  add: (a, b) => a + b, sub: (a, b) => a - b, mul: (a, b) => a * b, div: (a, b) => a / b, min: Math.min, max: Math.max,
};
for (const [name, f] of Object.entries(UNARY)) {
  on(`f32.${name}` as IrOpName, (n) => setF32(Math.fround(f(f32(n.args[0])))));
  on(`f64.${name}` as IrOpName, (n) => setF64(f(f64(n.args[0]))));
}
for (const [name, f] of Object.entries(BINARY)) {
  on(`f32.${name}` as IrOpName, (n) => setF32(Math.fround(f(f32(n.args[0]), f32(n.args[1])))));
  on(`f64.${name}` as IrOpName, (n) => setF64(f(f64(n.args[0]), f64(n.args[1]))));
}
const SIGN = -2147483648;
on('f32.neg', (n) => i32(n.args[0].imm ^ SIGN));
on('f32.abs', (n) => i32(n.args[0].imm & ~SIGN));
on('f32.copysign', (n) => i32((n.args[0].imm & ~SIGN) | (n.args[1].imm & SIGN)));
on('f64.neg', (n) => { lo = n.args[0].imm; hi = n.args[0].imm2 ^ SIGN; return true; });
on('f64.abs', (n) => { lo = n.args[0].imm; hi = n.args[0].imm2 & ~SIGN; return true; });
on('f64.copysign', (n) => { lo = n.args[0].imm; hi = (n.args[0].imm2 & ~SIGN) | (n.args[1].imm2 & SIGN); return true; });

// Conversions

on('f32.convert_i32_s', (n) => setF32(Math.fround(n.args[0].imm)));
on('f32.convert_i32_u', (n) => setF32(Math.fround(n.args[0].imm >>> 0)));
on('f64.convert_i32_s', (n) => setF64(n.args[0].imm));
on('f64.convert_i32_u', (n) => setF64(n.args[0].imm >>> 0));
on('f64.from_u32', (n) => setF64(n.args[0].imm >>> 0));
on('f64.convert_i64_s', (n) => setF64(Number(big(n.args[0]))));
on('f64.convert_i64_u', (n) => setF64(Number(ubig(n.args[0]))));
on('f32.demote_f64', (n) => setF32(Math.fround(f64(n.args[0]))));
on('f64.promote_f32', (n) => setF64(f32(n.args[0])));
on('f32.reinterpret_i32', ({ args: [a] }) => { view.setInt32(0, a.imm); return setF32(view.getFloat32(0)); });
on('f64.reinterpret_i64', ({ args: [a] }) => { lo = a.imm; hi = a.imm2; return !Number.isNaN(f64(a)); });
on('i32.reinterpret_f32', (n) => i32(n.args[0].imm));
on('i64.reinterpret_f64', ({ args: [a] }) => { lo = a.imm; hi = a.imm2; return true; });

for (const [source, read] of [['f32', f32], ['f64', f64]] as const) {
  on(`i32.trunc_${source}_s`, (n) => { const x = read(n.args[0]); return x > -2147483649 && x < 2147483648 && i32(x); });
  on(`i32.trunc_${source}_u`, (n) => { const x = read(n.args[0]); return x > -1 && x < 4294967296 && i32(x); });
  on(`i32.trunc_sat_${source}_s`, (n) => { const x = read(n.args[0]); return i32(Math.min(2147483647, Math.max(-2147483648, x || 0))); });
  on(`i32.trunc_sat_${source}_u`, (n) => { const x = read(n.args[0]); return i32(Math.min(4294967295, Math.max(0, x || 0))); });
}
