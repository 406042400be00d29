// wasm's numeric operations for the test interpreter, from the specification and on BigInt throughout, so that they share
// nothing with the compiler's folding. An i32 is a signed number, an i64 a signed BigInt; floats are their bits, f32 as
// an unsigned number, f64 as an unsigned BigInt.

export class Trap extends Error {}

const view = new DataView(new ArrayBuffer(8));
export const f32 = (bits: number): number => { view.setUint32(0, bits); return view.getFloat32(0); };
export const f64 = (bits: bigint): number => { view.setBigUint64(0, bits); return view.getFloat64(0); };
export const f32Bits = (x: number): number => { if (Number.isNaN(x)) return 0x7fc00000; view.setFloat32(0, x); return view.getUint32(0); };
export const f64Bits = (x: number): bigint => { if (Number.isNaN(x)) return 0x7ff8000000000000n; view.setFloat64(0, x); return view.getBigUint64(0); };

export type Value = number | bigint | null;
type Numeric = (...args: any[]) => Value;

function integer(bits: number, op: string): ((a: bigint, b: bigint) => bigint | boolean) | undefined {
  const n = BigInt(bits);
  const u = (x: bigint): bigint => BigInt.asUintN(bits, x), s = (x: bigint): bigint => BigInt.asIntN(bits, x);
  const k = (b: bigint): bigint => u(b) % n;
  switch (op) {
    case 'add': return (a, b) => a + b;
    case 'sub': return (a, b) => a - b;
    case 'mul': return (a, b) => a * b;
    case 'div_s': return (a, b) => { if (b === 0n || (b === -1n && a === -(1n << (n - 1n)))) throw new Trap('div'); return a / b; };
    case 'div_u': return (a, b) => { if (b === 0n) throw new Trap('div'); return u(a) / u(b); };
    case 'rem_s': return (a, b) => { if (b === 0n) throw new Trap('div'); return a % b; };
    case 'rem_u': return (a, b) => { if (b === 0n) throw new Trap('div'); return u(a) % u(b); };
    case 'and': return (a, b) => a & b;
    case 'or': return (a, b) => a | b;
    case 'xor': return (a, b) => a ^ b;
    case 'shl': return (a, b) => a << k(b);
    case 'shr_s': return (a, b) => a >> k(b);
    case 'shr_u': return (a, b) => u(a) >> k(b);
    case 'rotl': return (a, b) => (u(a) << k(b)) | (u(a) >> (n - k(b)));
    case 'rotr': return (a, b) => (u(a) >> k(b)) | (u(a) << (n - k(b)));
    case 'eqz': return (a) => a === 0n;
    case 'eq': return (a, b) => a === b;
    case 'ne': return (a, b) => a !== b;
    case 'lt_s': return (a, b) => a < b;
    case 'gt_s': return (a, b) => a > b;
    case 'le_s': return (a, b) => a <= b;
    case 'ge_s': return (a, b) => a >= b;
    case 'lt_u': return (a, b) => u(a) < u(b);
    case 'gt_u': return (a, b) => u(a) > u(b);
    case 'le_u': return (a, b) => u(a) <= u(b);
    case 'ge_u': return (a, b) => u(a) >= u(b);
    case 'clz': return (a) => BigInt(u(a) === 0n ? bits : bits - u(a).toString(2).length);
    case 'ctz': return (a) => BigInt(u(a) === 0n ? bits : /0*$/.exec(u(a).toString(2))![0].length);
    case 'popcnt': return (a) => BigInt(u(a).toString(2).replaceAll('0', '').length);
    case 'extend8_s': return (a) => BigInt.asIntN(8, a);
    case 'extend16_s': return (a) => BigInt.asIntN(16, a);
    case 'extend32_s': return (a) => BigInt.asIntN(32, a);
    case 'wrap': return (a) => s(a);
    default: return undefined;
  }
}

function nearest(x: number): number {
  const r = Math.round(x);
  const even = Math.abs(x % 1) === 0.5 && r % 2 !== 0 ? r - 1 : r;
  return even === 0 && (x < 0 || Object.is(x, -0)) ? -0 : even;
}
const FLOAT: Record<string, (a: number, b: number) => number | boolean> = {
  ceil: Math.ceil, floor: Math.floor, trunc: Math.trunc, nearest, sqrt: Math.sqrt, add: (a, b) => a + b, sub: (a, b) => a - b, mul: (a, b) => a * b, div: (a, b) => a / b,
  min: (a, b) => Math.min(a, b), max: (a, b) => Math.max(a, b), eq: (a, b) => a === b, ne: (a, b) => a !== b, lt: (a, b) => a < b, gt: (a, b) => a > b, le: (a, b) => a <= b, ge: (a, b) => a >= b,
};

function truncate(bits: number, signed: boolean, saturate: boolean, x: number): bigint {
  const min = signed ? -(1n << BigInt(bits - 1)) : 0n, max = (1n << BigInt(signed ? bits - 1 : bits)) - 1n;
  if (Number.isNaN(x)) { if (saturate) return 0n; throw new Trap('conversion'); }
  if (!Number.isFinite(x)) { if (saturate) return x < 0 ? min : max; throw new Trap('conversion'); }
  const t = BigInt(Math.trunc(x));
  if (t >= min && t <= max) return t;
  if (saturate) return t < min ? min : max;
  throw new Trap('conversion');
}

/** The meaning of a numeric operation by name, or undefined. */
export function numeric(name: string): Numeric | undefined {
  const [type, op] = name.split('.') as [string, string];
  let m: RegExpExecArray | null;
  if (type === 'i32' || type === 'i64') {
    const bits = type === 'i32' ? 32 : 64;
    const out = (x: bigint): Value => (bits === 32 ? Number(BigInt.asIntN(32, x)) : BigInt.asIntN(64, x));
    const f = integer(bits, op);
    if (f !== undefined && op !== 'wrap') {
      return (a, b) => { const r = f(BigInt(a), b === undefined ? 0n : BigInt(b)); return typeof r === 'boolean' ? Number(r) : out(r); };
    }
    if (op === 'wrap_i64') return (a: bigint) => Number(BigInt.asIntN(32, a));
    if (op === 'extend_i32_s') return (a: number) => BigInt(a);
    if (op === 'extend_i32_u') return (a: number) => BigInt(a >>> 0);
    const high = (a: bigint, b: bigint): number => Number(BigInt.asIntN(32, (a * b) >> 32n));
    if (op === 'mulhi_s' || op === 'mulhi53_s') return (a: number, b: number) => high(BigInt(a), BigInt(b));
    if (op === 'mulhi_su') return (a: number, b: number) => high(BigInt(a), BigInt(b >>> 0));
    if (op === 'mulhi53_u') return (a: number, b: number) => high(BigInt(a >>> 0), BigInt(b));
    if (op === 'mulhi_u') return (a: number, b: number) => Number(BigInt.asIntN(32, (BigInt(a >>> 0) * BigInt(b >>> 0)) >> 32n));
    if (op === 'trunc_in_range') return (a) => Math.trunc(typeof a === 'bigint' ? f64(a) : f32(a)) | 0;
    if (op === 'divlo_u') return (rest: number, word: number, divisor: number) => Number(BigInt.asIntN(32, ((BigInt(rest) << 32n) | BigInt(word >>> 0)) / BigInt(divisor)));
    if (op === 'reinterpret_f32') return (a: number) => a | 0;
    if (op === 'reinterpret_f64') return (a: bigint) => BigInt.asIntN(64, a);
    m = /^trunc_(sat_)?(f32|f64)_([su])$/.exec(op);
    if (m !== null) {
      const [, sat, source, sign] = m;
      return (a) => out(truncate(bits, sign === 's', sat !== undefined, source === 'f32' ? f32(a) : f64(a)));
    }
    return undefined;
  }
  if (type !== 'f32' && type !== 'f64') return undefined;
  const single = type === 'f32';
  const read = (x: any): number => (single ? f32(x) : f64(x));
  const write = (x: number): Value => (single ? f32Bits(Math.fround(x)) : f64Bits(x));
  const f = FLOAT[op];
  if (f !== undefined) return (a, b) => { const r = f(read(a), b === undefined ? 0 : read(b)); return typeof r === 'boolean' ? Number(r) : write(r); };
  const sign = single ? 0x80000000n : 1n << 63n;
  const bitsOf = (x: bigint): Value => (single ? Number(x) : x);
  switch (op) {
    case 'neg': return (a) => bitsOf(BigInt(a) ^ sign);
    case 'abs': return (a) => bitsOf(BigInt(a) & ~sign);
    case 'copysign': return (a, b) => bitsOf((BigInt(a) & ~sign) | (BigInt(b) & sign));
    case 'reinterpret_i32': return (a: number) => a >>> 0;
    case 'reinterpret_i64': return (a: bigint) => BigInt.asUintN(64, a);
    case 'convert_i32_s': return (a: number) => write(a);
    case 'convert_i32_u': case 'from_u32': return (a: number) => write(a >>> 0);
    case 'demote_f64': return (a: bigint) => f32Bits(Math.fround(f64(a)));
    case 'promote_f32': return (a: number) => f64Bits(f32(a));
    case 'convert_i64_s': if (!single) return (a: bigint) => write(Number(a)); break;
    case 'convert_i64_u': if (!single) return (a: bigint) => write(Number(BigInt.asUintN(64, a))); break;
  }
  return undefined;
}
