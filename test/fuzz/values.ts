// Values at the edges, as bits: where rounding, wrapping, sign and traps change.
import { F32, F64, I32, I64, type Type } from './encode.js';
import type { Random } from './random.js';

const WORDS = [0, 1, 2, 3, 4, 5, 7, 8, 15, 16, 24, 31, 32, 33, 63, 64, 100, 127, 128, 255, 256, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7ffffffe, 0x7fffffff, 0x80000000, 0x80000001,
  0xffffffff, 0xfffffffe, 0xffffff80, 0xffffff7f, 0xffff8000, 0xffff0000, 0xff00, 0xff0000, 0xff000000, 0x55555555, 0xaaaaaaaa];
const LONGS = [0x100000000n, 0xffffffffn, 0x1ffffffffn, 0x7fffffffffffffffn, 0x8000000000000000n, 0x8000000000000001n, 0xffffffff00000000n, 0xffffffff80000000n,
  0xffffffff7fffffffn, 0x80000000n, 0x7fffffff00000000n, 0x20000000000000n, 0x1fffffffffffffn, 0x20000000000001n, 0x123456789abcdef0n, 0xfedcba9876543210n, 0x8000000000000400n];
const NUMBERS = [0, 1, -1, 2, 0.5, -0.5, 1.5, 2.5, -2.5, 3.5, 0.1, 100, 1e10, -1e10, 1e30, -1e30, 3.4028234663852886e38, 1.401298464324817e-45, 1.1754943508222875e-38,
  2147483647, 2147483648, -2147483648, -2147483649, 4294967295, 4294967296, -4294967296, 9007199254740991, 9223372036854774784, 9223372036854775807, -9223372036854775808, 18446744073709551615,
  2147483647.5, -0.9999999, 16777217, 8388609, Infinity, -Infinity];
const NUMBERS_F64 = [...NUMBERS, 1e300, 5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 1.0000000000000002, 4503599627370497.5];

const view = new DataView(new ArrayBuffer(8));
export function f32Bits(x: number): bigint { view.setFloat32(0, x); return BigInt(view.getUint32(0)); }
export function f64Bits(x: number): bigint { view.setFloat64(0, x); return view.getBigUint64(0); }

/** Bits of a value; never of a NaN. */
export function edgeBits(r: Random, type: Type): bigint {
  switch (type) {
    case I32: return BigInt(r.chance(80) ? r.pick(WORDS) : r.bits() >>> r.below(32));
    case I64: return r.chance(40) ? r.pick(LONGS) : r.chance(50) ? BigInt.asUintN(64, BigInt(r.pick(WORDS) | 0)) : r.chance(50) ? BigInt(r.pick(WORDS)) : (BigInt(r.bits() >>> 0) << 32n) | BigInt(r.bits() >>> 0);
    case F32: return f32Bits(number(r, NUMBERS));
    case F64: return f64Bits(number(r, NUMBERS_F64));
    default: return 0n;
  }
}
function number(r: Random, list: readonly number[]): number {
  const x = r.chance(70) ? r.pick(list) : r.chance(50) ? r.bits() / 2 ** r.below(40) : r.below(20) - 10;
  return r.chance(50) ? x : -x;
}

/** What JavaScript passes for a value of the type. */
export function argument(r: Random, type: Type): number | bigint | null {
  const bits = edgeBits(r, type);
  switch (type) {
    case I32: return Number(BigInt.asIntN(32, bits));
    case I64: return BigInt.asIntN(64, bits);
    case F32: view.setUint32(0, Number(bits)); return view.getFloat32(0);
    case F64: view.setBigUint64(0, bits); return view.getFloat64(0);
    default: return null;
  }
}
