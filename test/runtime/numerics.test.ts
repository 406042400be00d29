// Every numeric helper against the instruction it stands for, on edge values and random ones.
import { describe, expect, test } from 'vitest';
import * as runtime from 'dewasm/runtime';
import { native, randomInts } from './native.js';

const R = runtime.R as Int32Array;
const helpers = runtime as unknown as Record<string, (...words: number[]) => number>;
type Type = 'i32' | 'i64' | 'f32' | 'f64';
const V = { i32: 'i32', i64: 'i64', f32: 'f32', f64: 'f64' } as const;

/** Helper, instruction, parameter types, result type. */
const CASES: [string, string, Type[], Type][] = [
  ...['div_s', 'div_u', 'rem_s', 'rem_u'].flatMap((op): [string, string, Type[], Type][] => (['i32', 'i64'] as const).map((t) => [t + camel(op), `${t}.${op}`, [t, t], t])),
  ['i32Ctz', 'i32.ctz', ['i32'], 'i32'], ['i32Popcnt', 'i32.popcnt', ['i32'], 'i32'],
  ['i64Mul', 'i64.mul', ['i64', 'i64'], 'i64'],
  ...['shl', 'shr_s', 'shr_u', 'rotl', 'rotr'].map((op): [string, string, Type[], Type] => ['i64' + camel(op), `i64.${op}`, ['i64', 'i64'], 'i64']),
  ...['clz', 'ctz', 'popcnt'].map((op): [string, string, Type[], Type] => ['i64' + camel(op), `i64.${op}`, ['i64'], 'i64']),
  ...(['i32', 'i64'] as const).flatMap((t) => ['s', 'u'].flatMap((sign) => (['f32', 'f64'] as const).flatMap((from): [string, string, Type[], Type][] => [
    [`${t}Trunc${sign.toUpperCase()}`, `${t}.trunc_${from}_${sign}`, [from], t],
    [`${t}TruncSat${sign.toUpperCase()}`, `${t}.trunc_sat_${from}_${sign}`, [from], t],
  ]))),
  ...(['f32', 'f64'] as const).flatMap((t) => ['s', 'u'].map((sign): [string, string, Type[], Type] => [`i64To${t.toUpperCase()}${sign.toUpperCase()}`, `${t}.convert_i64_${sign}`, ['i64'], t])),
  ['nearest', 'f64.nearest', ['f64'], 'f64'], ['nearest', 'f32.nearest', ['f32'], 'f32'],
  ['copysign', 'f64.copysign', ['f64', 'f64'], 'f64'], ['copysign', 'f32.copysign', ['f32', 'f32'], 'f32'],
  ['f32Bits', 'i32.reinterpret_f32', ['f32'], 'i32'], ['f32FromBits', 'f32.reinterpret_i32', ['i32'], 'f32'],
  ['f64Bits', 'i64.reinterpret_f64', ['f64'], 'i64'], ['f64FromBits', 'f64.reinterpret_i64', ['i64'], 'f64'],
];
function camel(op: string): string {
  return op.split('_').map((s) => s[0].toUpperCase() + s.slice(1)).join('');
}

const wat = `(module ${CASES.map(([, op, params, result]) => `(func (export "${op}") ${params.map((t) => `(param ${V[t]})`).join('')} (result ${V[result]}) (${op} ${params.map((_, i) => `(local.get ${i})`).join(' ')}))`).join('\n')})`;
const reference = native(wat);

const int = randomInts(0x1234567);
const INT32 = [0, 1, -1, 2, -2, 3, 7, -7, 10, 31, 32, 33, 63, 64, 65, 100, 255, 256, 65535, 65536, 65537, 0x7fff, 0x7fffffff, 0x7ffffffe, -0x80000000, -0x7fffffff, 0x55555555, -0x55555556, 1e9, -1e9];
const around = (b: bigint): bigint[] => [-2n, -1n, 0n, 1n, 2n].map((d) => BigInt.asIntN(64, b + d));
const INT64 = [...new Set([0n, 3n, 5n, 7n, 10n, 63n, 64n, 65n, 1000000007n, 0x5555555555555555n, ...[15n, 16n, 21n, 24n, 31n, 32n, 33n, 47n, 48n, 52n, 53n, 54n, 61n, 62n, 63n].flatMap((k) => [...around(1n << k), ...around(-(1n << k))])])];
const FLOAT = [0, -0, 0.5, -0.5, 1, -1, 1.5, -1.5, 2.5, -2.5, 0.49999999999999994, -0.49999999999999994, 0.9999999999999999, -0.9999999999999999, -0.99999994, 4503599627370495.5, 4503599627370496.5, -4503599627370495.5, 8388607.5, 8388608.5, 2147483647, 2147483647.5, 2147483648, 2147483520, -2147483648, -2147483648.5, -2147483649, 4294967295, 4294967295.9, 4294967296, 4294967040, 9223372036854774784, 9223372036854775808, -9223372036854775808, -9223372036854777856, 18446744073709549568, 18446744073709551616, 1e300, -1e300, Infinity, -Infinity, NaN, 5e-324, -5e-324, 1.1754943508222875e-38, 3.4028234663852886e38];

function randomValue(t: Type): number | bigint {
  if (t === 'i32') return int() >> (int() & 31);
  if (t === 'i64') return ((BigInt(int()) << 32n) | BigInt(int() >>> 0)) >> BigInt(int() & 63);
  const x = (int() + int() / 4294967296) * 2 ** ((int() % 80) / 2 | 0);
  return t === 'f32' ? Math.fround(x) : x;
}
const edges = (t: Type): (number | bigint)[] => (t === 'i32' ? INT32 : t === 'i64' ? INT64 : t === 'f32' ? FLOAT.map(Math.fround) : FLOAT);

const words = (t: Type, v: number | bigint): number[] => (t === 'i64' ? [Number(BigInt.asIntN(32, v as bigint)), Number((v as bigint) >> 32n)] : [v as number]);
function outcome(f: () => unknown): unknown {
  try {
    return f();
  } catch (e) {
    return 'trap: ' + (e as Error).message;
  }
}

describe.each(CASES)('%s is %s', (helper, op, params, result) => {
  // f32 arguments reach a helper as the f32 values they are; clz and its like return one word.
  const counts = /Clz|Ctz|Popcnt/.test(helper);
  const shift = /^i64\.(sh|rot)/.test(op);
  const ours = (args: (number | bigint)[]): unknown => {
    const w = args.flatMap((v, i) => (shift && i === 1 ? [Number(BigInt.asIntN(32, v as bigint))] : words(params[i], v)));
    const low = helpers[helper](...w);
    if (result === 'i32' || counts) expect(low, `${helper} returns an int32`).toBe(low | 0);
    if (result !== 'i64') return low;
    return counts ? BigInt(low) : (BigInt(R[0]) << 32n) | BigInt(low >>> 0);
  };
  test('gives the same results and traps', () => {
    const tried: (number | bigint)[][] = params.length === 1 ? edges(params[0]).map((a) => [a]) : edges(params[0]).flatMap((a) => edges(params[1]).map((b) => [a, b]));
    for (let i = 0; i < 3000; i++) tried.push(params.map((t) => randomValue(t)));
    for (const args of tried) {
      const want = outcome(() => reference[op](...args));
      const got = outcome(() => ours(args));
      if (!Object.is(want, got)) expect.fail(`${op}(${args.join(', ')}): expected ${String(want)}, got ${String(got)}`);
    }
  });
});

test('64-bit division is right where an estimate of the quotient is off', () => {
  // Dividends one below and at multiples of the divisor, all sizes.
  for (let i = 0; i < 20000; i++) {
    const d = BigInt.asUintN(64, randomValue('i64') as bigint) >> BigInt(int() & 63);
    if (d === 0n) continue;
    const q = BigInt.asUintN(64, randomValue('i64') as bigint) % (0xffffffffffffffffn / d + 1n);
    for (const n of [q * d - 1n, q * d, q * d + d - 1n]) {
      if (n < 0n || n > 0xffffffffffffffffn) continue;
      const w = [...words('i64', BigInt.asIntN(64, n)), ...words('i64', BigInt.asIntN(64, d))];
      const ql = helpers.i64DivU(...w), qh = R[0];
      const rl = helpers.i64RemU(...w), rh = R[0];
      const quotient = (BigInt(qh >>> 0) << 32n) | BigInt(ql >>> 0);
      const remainder = (BigInt(rh >>> 0) << 32n) | BigInt(rl >>> 0);
      if (quotient !== n / d || remainder !== n % d) expect.fail(`${n} / ${d}: got ${quotient} rest ${remainder}`);
    }
  }
});

test('i64 to f32 rounds once', () => {
  // Ties between two f32s, and one bit above and below them.
  for (let i = 0; i < 20000; i++) {
    const shift = BigInt(int() & 39);
    const tie = (BigInt(int() >>> 8 | 1 << 23) << shift << 1n | 1n << shift) + BigInt((int() % 3));
    for (const v of [BigInt.asIntN(64, tie), BigInt.asIntN(64, -tie)]) {
      const [l, h] = words('i64', v);
      for (const sign of ['S', 'U']) {
        const want = reference[`f32.convert_i64_${sign.toLowerCase()}`](v);
        const got = helpers[`i64ToF32${sign}`](l, h);
        if (want !== got) expect.fail(`${v} ${sign}: expected ${String(want)}, got ${got}`);
      }
    }
  }
});

test('BigInt conversion is ToBigInt64', () => {
  for (const v of INT64) {
    const l = (runtime.i64FromBig as (b: unknown) => number)(v);
    expect((runtime.i64ToBig as (l: number, h: number) => bigint)(l, R[0])).toBe(v);
  }
  const from = runtime.i64FromBig as (b: unknown) => number;
  expect([from((1n << 64n) + 5n), R[0]]).toEqual([5, 0]);
  expect([from('-1'), R[0]]).toEqual([-1, -1]);
  expect([from(true), R[0]]).toEqual([1, 0]);
  expect(() => from(1)).toThrow(TypeError);
  expect(() => from(undefined)).toThrow(TypeError);
});

test('i64MulHighU is the high word of a product', () => {
  for (let i = 0; i < 20000; i++) {
    const a = i < INT32.length ** 2 ? INT32[i % INT32.length] : int();
    const b = i < INT32.length ** 2 ? INT32[(i / INT32.length) | 0] : int();
    expect(helpers.i64MulHighU(a, b) | 0).toBe(Number(BigInt.asIntN(32, (BigInt(a >>> 0) * BigInt(b >>> 0)) >> 32n)));
  }
});
