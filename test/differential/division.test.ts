// 64-bit division: by small constants in place, by others in a helper.
import { compile } from 'dewasm';
import { describe, expect, it } from 'vitest';
import { wasm } from '../module/wat.js';
import { both, expectSameCalls } from './both.js';

const VALUES = [
  0n, 1n, 9n, 10n, 99n, 0xffffffffn, 0x100000000n, 0x100000001n, 9999999999n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n, 123456789012345678n,
  2n ** 63n - 1n, -(2n ** 63n), -1n, -2n, -10n, -0x100000000n, -0xffffffffn, 0x7ffffffeffffffffn, -0x123456789abcdefn,
];
const DIVISORS = [1n, 2n, 3n, 7n, 10n, 100n, 641n, 10000n, 32767n, 32768n, 32769n, 65535n, 65536n, 1000003n, 2097143n, 2097151n, 2097152n, 2097153n, 1000000000n, 0xffffffffn, 0x100000000n, 10000000000n, -1n, -10n];
/** Values around multiples of the divisor, where a quotient that was rounded up would show. */
const around = (d: bigint): bigint[] => [1n, 2n ** 20n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 43n].flatMap((q) => [d * q - 1n, d * q, d * q + 1n]).map((v) => BigInt.asIntN(64, v));

describe.each(['div_u', 'rem_u', 'div_s', 'rem_s'])('i64.%s by constants', (op) => {
  it.each(DIVISORS)('%s', (d) => {
    const code = `(i64.${op} (local.get 0) (i64.const ${d}))`;
    const pairs = both(`(module (memory (export "memory") 1)
      (func (export "whole") (param i64) (result i64) ${code})
      (func (export "low") (param i64) (result i32) (i32.wrap_i64 ${code}))
      (func (export "of word") (param i64) (result i64) (i64.${op} (i64.and (local.get 0) (i64.const 0xffffffff)) (i64.const ${d})))
      (func (export "digit") (param i64) (result i64) (i64.sub (local.get 0) (i64.mul ${code} (i64.const ${d}))))
      (func (export "and rest") (param i64) (result i64) (i64.add ${code} (i64.rem_u (local.get 0) (i64.const ${d})))))`);
    for (const name of ['whole', 'low', 'of word', 'digit', 'and rest']) expectSameCalls(pairs, name, [...VALUES, ...around(d)].map((v) => [v]));
  });
});

describe.each(['div_u', 'rem_u', 'div_s', 'rem_s'])('i64.%s by variables', (op) => {
  it('small and large', () => {
    const pairs = both(`(module (memory (export "memory") 1) (func (export "f") (param i64 i64) (result i64) (i64.${op} (local.get 0) (local.get 1))))`);
    expectSameCalls(pairs, 'f', [0n, ...DIVISORS].flatMap((d) => [...VALUES, ...around(d)].map((v) => [v, d])));
  });
  it('words, around multiples of all sizes', () => {
    const pairs = both(`(module (memory (export "memory") 1) (func (export "f") (param i64 i64) (result i64) (i64.${op} (local.get 0) (local.get 1))))`);
    const words = [3n, 2n ** 11n + 1n, 2n ** 21n + 1n, 2n ** 31n - 1n, 2n ** 31n, 2n ** 31n + 1n, 2n ** 32n - 2n, 2n ** 32n - 1n];
    const quotients = [2n ** 21n, 2n ** 32n - 1n, 2n ** 32n, 2n ** 33n + 1n, 2n ** 43n - 1n, 2n ** 62n + 5n];
    const near = (d: bigint): bigint[] => quotients.flatMap((q) => [d * q - 1n, d * q, d * q + 1n, d * q + d / 2n]).map((v) => BigInt.asIntN(64, v));
    expectSameCalls(pairs, 'f', words.flatMap((d) => near(d).flatMap((v) => [[v, d], [-v, d], [v, -d]])));
  });
  it('large ones, around multiples', () => {
    const pairs = both(`(module (memory (export "memory") 1) (func (export "f") (param i64 i64) (result i64) (i64.${op} (local.get 0) (local.get 1))))`);
    const large = [2n ** 32n, 2n ** 32n + 1n, 2n ** 33n - 1n, 2n ** 42n - 1n, 2n ** 43n + 7n, 2n ** 53n - 1n, 2n ** 53n + 1n, 0x123456789abcdefn, 2n ** 62n - 1n, 2n ** 63n - 1n];
    const quotients = [1n, 2n, 3n, 1000n, 2n ** 20n - 1n, 2n ** 20n, 2n ** 20n + 1n, 2n ** 31n];
    const near = (d: bigint): bigint[] => quotients.flatMap((q) => [d * q - 1n, d * q, d * q + 1n]).filter((v) => v < 2n ** 64n);
    const word = (v: bigint): bigint => BigInt.asIntN(64, v);
    expectSameCalls(pairs, 'f', large.flatMap((d) => near(d).flatMap((v) => [[word(v), word(d)], [word(-v), word(d)], [word(v), word(-d)], [word(-v), word(-d)]])));
  });
});

describe('i32.rem_s', () => {
  it('is told that its operands are integers', () => {
    const { code } = compile(wasm('(module (func (export "f") (param i32) (result i32) (i32.rem_s (local.get 0) (i32.const 10))))'));
    expect(code).toContain('(a|0)%10|0');
  });
});
