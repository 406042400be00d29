// Products with constants, which are plain multiplications where those are exact. Products of 64-bit values that come from 32-bit ones, by every kind of extension and by constants, whole and shifted into one word:
// each combination is written in a form of its own.
import { compile } from 'dewasm';
import { describe, expect, it } from 'vitest';
import { wasm } from '../module/wat.js';
import { both, combinations, expectSameCalls } from './both.js';

const WORDS = [0, 1, -1, 255, 32768, -32768, 65535, 65537, -0x7654321, 0x5a5a5a5a, 0x7fffffff, -0x80000000];
const FACTORS: Record<string, string> = {
  s: '(i64.extend_i32_s (local.get $))',
  u: '(i64.extend_i32_u (local.get $))',
  'high s': '(i64.or (i64.extend_i32_u (local.get $)) (i64.shl (i64.extend_i32_u (i32.mul (local.get $) (i32.const 0x9e3779b1))) (i64.const 32)))',
  byte: '(i64.extend_i32_u (i32.and (local.get $) (i32.const 255)))',
  'signed byte': '(i64.extend8_s (i64.extend_i32_u (local.get $)))',
};
const CONSTANTS = ['0', '1', '-1', '3', '5', '-5', '7', '31', '1048575', '1048577', '2097151', '2097152', '-2097152', '-2097153', '93000', '0x7fffffff', '0x80000000', '0xfffffffb', '-0x80000000', '0x100000000', '0x100000005', '-0x100000005', '6364136223846793005', '-7046029254386353131'];
const SHIFTS = [1, 2, 7, 8, 15, 16, 17, 31, 32, 33, 48, 63];

const factor = (kind: string, param: number): string => FACTORS[kind].replaceAll('$', String(param));

function check(product: string, calls: unknown[][]): void {
  const pairs = both(`(module (memory (export "memory") 1)
    (func (export "whole") (param i32 i32) (result i64) ${product})
    (func (export "high") (param i32 i32) (result i32) (i32.wrap_i64 (i64.shr_u ${product} (i64.const 32))))
    (func (export "sum") (param i32 i32) (result i64) (i64.add ${product} (i64.extend_i32_s (local.get 0))))
    (func (export "less") (param i32 i32) (result i32) (i64.lt_s ${product} (i64.extend_i32_s (local.get 1))))
    (func (export "below") (param i32 i32) (result i32) (i64.lt_u ${product} (i64.extend_i32_u (local.get 1))))
    (func (export "zero") (param i32 i32) (result i32) (i64.eqz ${product}))
    (func (export "same") (param i32 i32) (result i32) (i64.eq ${product} (i64.extend_i32_s (local.get 1))))
    ${SHIFTS.flatMap((k) => ['s', 'u'].map((sign) => `(func (export "${k}${sign}") (param i32 i32) (result i32) (i32.wrap_i64 (i64.shr_${sign} ${product} (i64.const ${k}))))`)).join('\n')})`);
  for (const name of ['whole', 'high', 'sum', 'less', 'below', 'zero', 'same', ...SHIFTS.flatMap((k) => [`${k}s`, `${k}u`])]) expectSameCalls(pairs, name, calls);
}

describe('products', () => {
  const kinds = Object.keys(FACTORS);
  it.each(kinds.flatMap((a) => kinds.map((b) => [a, b])))('%s by %s', (a, b) => {
    check(`(i64.mul ${factor(a, 0)} ${factor(b, 1)})`, combinations([WORDS, WORDS]));
  });
  it.each(kinds.flatMap((a) => CONSTANTS.map((c) => [a, c])))('%s by %s', (a, c) => {
    check(`(i64.mul ${factor(a, 0)} (i64.const ${c}))`, combinations([WORDS, [7, -7]]));
  });
});

describe('products just below a multiple of 2^32', () => {
  // The other factor that makes the low word `low`; of large products the double is then that multiple itself.
  const inverse = (c: number): number => {
    let x = c;
    for (let k = 0; k < 5; k++) x = Math.imul(x, 2 - Math.imul(c, x));
    return x;
  };
  const LOWS = [0, 1, 2, 1023, 1024, 1025, 2047, 2048, 2049, 4096].flatMap((k) => [-k, k]);
  it.each([0xfffffffb, 0x80000001, 0x7fffffff, 0x9e3779b1, 668265295, 2246822519, 400000003, 33554467])('%i', (c) => {
    const others = LOWS.map((low) => Math.imul(inverse(c | 0), low));
    expect(others.map((x) => Math.imul(x, c))).toEqual(LOWS.map((low) => low | 0));
    for (const [a, b] of [['u', 'u'], ['s', 's'], ['s', 'u'], ['u', 's'], ['high s', 'u'], ['high s', 'high s']]) {
      check(`(i64.mul ${factor(a, 0)} ${factor(b, 1)})`, others.map((x) => [x, c | 0]));
    }
    for (const sign of ['u', 's']) check(`(i64.mul ${factor(sign, 0)} (i64.const ${c}))`, others.map((x) => [x, x]));
  });
  it('the double is such a multiple', () => {
    const c = 0xfffffffb, x = Math.imul(inverse(c | 0), -1) >>> 0;
    expect((x * c) / 2 ** 32).toBe(Math.ceil(Number((BigInt(x) * BigInt(c)) >> 32n) + 0.5));
  });
});

describe('32-bit products with constants', () => {
  const SIZES = [3, -3, 10, 400, -32767, 32768, -32768, 32769, 65537, 4194303, 4194304, -4194304, 4194305, -4194305, 0x7fffffff, -0x80000000, -0x61c88647];
  it.each(SIZES)('%i', (c) => {
    const product = `(i32.mul (local.get 0) (i32.const ${c}))`;
    // More terms than are added before a sum is brought back to 32 bits.
    const long = Array.from({ length: 150 }, (_, k) => `(i32.mul (i32.xor (local.get ${k & 1}) (i32.const ${(k * 0x2545f49) % 0x7fffffff})) (i32.const ${c}))`).reduce((sum, each) => `(i32.add ${sum} ${each})`);
    const pairs = both(`(module (memory (export "memory") 1) (data (i32.const 0) "dewasm")
      (func (export "whole") (param i32 i32) (result i32) ${product})
      (func (export "sum") (param i32 i32) (result i32) (i32.add (i32.sub (local.get 1) ${product}) (i32.mul (local.get 1) (i32.const ${c}))))
      (func (export "long") (param i32 i32) (result i32) ${long})
      (func (export "condition") (param i32 i32) (result i32) (if (result i32) ${product} (then (i32.const 1)) (else (i32.const 2))))
      (func (export "less") (param i32 i32) (result i32) (i32.lt_s ${product} (local.get 1)))
      (func (export "below") (param i32 i32) (result i32) (i32.lt_u ${product} (i32.mul (local.get 1) (i32.const ${c}))))
      (func (export "shifted") (param i32 i32) (result i32) (i32.shr_u ${product} (i32.mul (local.get 1) (i32.const ${c}))))
      (func (export "quotient") (param i32 i32) (result i32) (i32.div_s ${product} (i32.const 7)))
      (func (export "float") (param i32 i32) (result f64) (f64.div (f64.const 1) (f64.convert_i32_s ${product})))
      (func (export "unsigned") (param i32 i32) (result f64) (f64.convert_i32_u ${product}))
      (func (export "load") (param i32 i32) (result i32) (i32.load8_u offset=3 ${product})))`);
    for (const name of ['whole', 'sum', 'long', 'condition', 'less', 'below', 'shifted', 'quotient', 'float', 'unsigned', 'load']) {
      expectSameCalls(pairs, name, combinations([[...WORDS, 4194304, 2048], WORDS]));
    }
  });
});

describe('sums and differences that fit one word', () => {
  it.each(['add', 'sub', 'mul', 'and', 'or', 'xor'])('%s', (op) => {
    for (const [a, b] of [['byte', 'byte'], ['signed byte', 'byte'], ['signed byte', 'signed byte'], ['s', 'byte']]) {
      check(`(i64.${op} ${factor(a, 0)} ${factor(b, 1)})`, combinations([WORDS, WORDS]));
    }
  });
  it('in loops', () => {
    const pairs = both(`(module (memory (export "memory") 1)
      (func (export "run") (param i32 i32) (result i64) (local $k i64) (local $sum i64)
        (loop $again
          (local.set $sum (i64.add (i64.mul (local.get $sum) (i64.const 31)) (i64.mul (local.get $k) (i64.extend_i32_s (local.get 0)))))
          (br_if $again (i64.lt_u (local.tee $k (i64.add (local.get $k) (i64.const 1))) (i64.extend_i32_u (i32.and (local.get 1) (i32.const 31))))))
        (i64.add (local.get $sum) (local.get $k))))`);
    expectSameCalls(pairs, 'run', combinations([WORDS, [0, 1, 9, 31]]));
  });
});

it('products beside what has no type for engines are int32 numbers themselves', () => {
  const text = (operand: string): string => compile(wasm(`(module (import "m" "f" (func $f (param i32) (result i32))) (global $g (mut i32) (i32.const 5)) (memory 1)
    (func (export "run") (param i32) (result i32) (i32.add (i32.mul (local.get 0) (i32.const 3)) ${operand})))`)).code.match(/^function f1.*$/m)![0];
  expect(text('(call $f (local.get 0))')).toMatch(/return \(a\*3\|0\)\+f0\(a\)\|0/);
  expect(text('(global.get $g)')).toMatch(/return \(a\*3\|0\)\+g0\|0/);
  expect(text('(i32.load (i32.const 8))')).toMatch(/return a\*3\+/);
});
