// Values where operations change their behaviour, by type.
const I32 = [0, 1, -1, 2, 3, 5, 7, 8, 16, 24, 31, 32, 33, 63, 64, 127, 128, 255, 256, -128, -129, 32767, 32768, 65535, 65536, -32768, -32769, 0x7ffffffe, 0x7fffffff, -0x80000000, -0x7fffffff,
  0x55555555, -0x55555556, 0xff0000, -0x1000000, 0x12345678] as const;
const I64 = [0n, 1n, -1n, 2n, 7n, 31n, 32n, 33n, 63n, 64n, 127n, 128n, -128n, 255n, -129n, 32768n, 65535n, 0x7fffffffn, 0x80000000n, 0xffffffffn, 0x100000000n, 0x1ffffffffn, -0x80000000n, -0x80000001n,
  -0x100000000n, 0x1fffffffffffffn, 0x20000000000001n, -0x20000000000001n, 0x7fffffffffffffffn, -0x8000000000000000n, -0x7fffffffffffffffn, 0x7fffffff00000000n, 0x123456789abcdef0n,
  -0x123456789abcdef0n, 0x5555555555555555n] as const;
const F64 = [0, -0, 1, -1, 0.5, -0.5, 1.5, 2.5, -1.5, -2.5, 0.1, 0.49999999999999994, 4503599627370497.5, -4503599627370495.5, 2147483647, 2147483647.5, 2147483648, -2147483648, -2147483648.9, -2147483649, 4294967295,
  4294967295.9, 4294967296, -0.9999999999, 9007199254740991, 9007199254740993, 9223372036854774784, 9223372036854775808, -9223372036854775808, -9223372036854777856, 18446744073709549568,
  18446744073709551616, 1e300, -1e300, 1.7976931348623157e308, 5e-324, -5e-324, 2.2250738585072014e-308, 3.4028234663852886e38, 3.4028235677973366e38, 1.401298464324817e-45, 7.006492321624085e-46,
  1.1754943508222875e-38, 16777217, Infinity, -Infinity, NaN] as const;
const F32 = [...new Set(F64.map(Math.fround)), 8388608.5, 8388609, -8388607.5, 0.3, 3, 16777215, Math.fround(0.49999997), Math.fround(-2.1)] as const;

export const EDGES: Readonly<Record<'i32' | 'i64' | 'f32' | 'f64', readonly (number | bigint)[]>> = { i32: I32, i64: I64, f32: F32, f64: F64 };
export type Numeric = keyof typeof EDGES;

/** A constant in the text format. */
export function literal(type: Numeric, value: number | bigint): string {
  if (typeof value === 'bigint' || type === 'i32') return `(${type}.const ${value})`;
  const n = Math.abs(value), sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return `(${type}.const ${sign}${Number.isNaN(value) ? 'nan' : n === Infinity ? 'inf' : n})`;
}
