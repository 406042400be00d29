// Where the roundings of f32 arithmetic are left out or done otherwise (emit/roundings.ts): at the halves between singles, where they
// become infinite or subnormal, with zeros of both signs and NaNs.
import { describe, expect, it } from 'vitest';
import { boundary } from '../../compiler/emit/roundings.js';
import { both, combinations, expectSameCalls } from './both.js';
import { EDGES, literal } from './edges.js';

const SINGLES = EDGES.f32 as readonly number[];
const view = new DataView(new ArrayBuffer(8));
const single = (bits: number): number => { view.setInt32(0, bits); return view.getFloat32(0); };
const bitsOf = (x: number): number => { view.setFloat32(0, x); return view.getInt32(0); };
/** The double before or behind. */
function beside(x: number, by: bigint): number {
  view.setFloat64(0, x);
  view.setBigInt64(0, view.getBigInt64(0) + by);
  return view.getFloat64(0);
}

/** Constants with even and odd last bits, and the ends of all ranges. */
const BITS = [0, 1, 2, 3, 0x7fffff, 0x800000, 0x800001, 0x3f7fffff, 0x3f800000, 0x3f800001, 0x40800000, 0x4b7fffff, 0x4b800000, 0x7f7ffffe, 0x7f7fffff, 0x7f800000].flatMap((b) => [b, b | 0x80000000]);
const CONSTANTS = BITS.map(single);
/** Halves between singles and the doubles beside them. */
const HALVES = [...new Set(BITS.flatMap((b) => [b - 1, b, b + 1]).map(single).filter(Number.isFinite).flatMap((x) => {
  const next = single(bitsOf(x) + 1), half = (x + (Number.isFinite(next) ? next : Math.sign(x) * 2 ** 128)) / 2;
  return [x, half, beside(half, 1n), beside(half, -1n)];
})), 0, -0, NaN, Infinity, -Infinity, 1e-60, -1e-60, 1e300];

describe('comparisons of what was rounded', () => {
  it('know where doubles begin to be rounded to a constant', () => {
    const compare: Record<string, (a: number, b: number) => boolean> = { '<': (a, b) => a < b, '>': (a, b) => a > b, '<=': (a, b) => a <= b, '>=': (a, b) => a >= b };
    for (const bits of BITS) {
      for (const operator of ['<', '>', '<=', '>='] as const) {
        const at = boundary(operator, bits);
        if (at === undefined) continue;
        for (const x of HALVES) expect([operator, x, compare[at.operator](x, at.value)]).toEqual([operator, x, compare[operator](Math.fround(x), single(bits))]);
      }
    }
    expect([boundary('<', 0x40800000), boundary('<', 0x40800001), boundary('>', 0), boundary('>', 0x7f800000), boundary('<', 0x7fc00000), boundary('===', 0)]).toEqual([
      { operator: '<', value: 4 - 2 ** -23 }, { operator: '<=', value: 4 + 2 ** -22 }, { operator: '>', value: 2 ** -150 }, undefined, undefined, undefined,
    ]);
  });

  it.each(['lt', 'gt', 'le', 'ge', 'eq', 'ne'])('%s', (op) => {
    const constants = CONSTANTS.concat(NaN).map((c) => literal('f32', c));
    const pairs = both(`(module (memory (export "memory") 1) ${constants.map((c, k) => `
      (func (export "right${k}") (param f64) (result i32) (f32.${op} (f32.demote_f64 (local.get 0)) ${c}))
      (func (export "left${k}") (param f64) (result i32) (if (result i32) (f32.${op} ${c} (f32.neg (f32.demote_f64 (local.get 0)))) (then (i32.const 2)) (else (i32.const 3))))
      (func (export "sum${k}") (param f32 f32) (result i32) (i32.eqz (f32.${op} (f32.add (local.get 0) (local.get 1)) ${c})))
      (func (export "product${k}") (param f32 f32) (result i32) (f32.${op} ${c} (f32.mul (local.get 0) (local.get 1))))`).join('')})`);
    const some = [0, -0, 1, -1, 3, 2 ** -75, 2 ** -149, -(2 ** -149), 2 ** 64, 1.0000001192092896, 3.4028234663852886e38, 2 ** 103, -(2 ** 102), Infinity, NaN].map(Math.fround);
    constants.forEach((_, k) => {
      for (const name of [`right${k}`, `left${k}`]) expectSameCalls(pairs, name, HALVES.map((x) => [x]));
      for (const name of [`sum${k}`, `product${k}`]) expectSameCalls(pairs, name, combinations([some, some]));
    });
  });
});

/** A value of one f32, returned, stored, as bits, and in a comparison. */
function expectSame(value: string, calls: readonly (readonly unknown[])[], param = 'f32'): void {
  const pairs = both(`(module (memory (export "memory") 1)
    (func (export "value") (param $a ${param}) (param $b f32) (result f32) ${value})
    (func (export "stored") (param $a ${param}) (param $b f32) (result f32) (f32.store (i32.const 8) ${value}) (f32.load (i32.const 8)))
    (func (export "bits") (param $a ${param}) (param $b f32) (result i32) (local $x f32)
      (local.set $x ${value}) (select (i32.const 7) (i32.reinterpret_f32 (local.get $x)) (f32.ne (local.get $x) (local.get $x))))
    (func (export "sum") (param $a ${param}) (param $b f32) (result f32) (f32.add (local.get $b) ${value}))
    (func (export "product") (param $a ${param}) (param $b f32) (result f32) (f32.mul ${value} (local.get $b)))
    (func (export "least") (param $a ${param}) (param $b f32) (result f32) (f32.store (i32.const 8) (f32.min (local.get $b) (f32.abs ${value}))) (f32.load (i32.const 8)))
    (func (export "below") (param $a ${param}) (param $b f32) (result i32) (f32.lt ${value} (f32.const 1))))`);
  for (const name of ['value', 'stored', 'bits', 'sum', 'product', 'least', 'below']) expectSameCalls(pairs, name, calls);
}
const A = '(local.get $a)', B = '(local.get $b)';
const PAIRS = combinations([SINGLES, [0, -0, 1, -0.5, 1e-40, 3e38, Infinity, NaN].map(Math.fround)]);

describe('without roundings', () => {
  it.each([
    ['twice', `(f32.add ${A} ${A})`],
    ['twice the sum', `(f32.add (f32.add ${A} ${B}) (f32.add ${A} ${B}))`],
    ['opposite', `(f32.mul ${A} (f32.const -1))`],
    ['itself', `(f32.mul (f32.const 1) ${A})`],
    ['zero', `(f32.mul ${A} (f32.const 0))`],
    ['negative zero', `(f32.mul (f32.const -0) ${A})`],
    ['a matrix of zeros and ones', `(f32.add (f32.mul ${A} (f32.const 0)) (f32.add (f32.mul ${B} (f32.const 1)) (f32.mul ${A} (f32.const -0))))`],
    ['sums of zeros', `(f32.sub (f32.mul ${A} (f32.const 0)) (f32.neg (f32.mul ${B} (f32.const -0))))`],
    ['product with a zero', `(f32.mul (f32.mul ${A} (f32.const 0)) ${B})`],
    ['least', `(f32.min (f32.add ${A} ${B}) (f32.const 0))`],
    ['greatest', `(f32.max (f32.const 0) (f32.mul ${A} ${B}))`],
    ['absolute', `(f32.abs (f32.sub ${A} ${B}))`],
    ['negated', `(f32.neg (f32.add ${A} ${B}))`],
    ['selected', `(select (f32.add ${A} ${B}) (f32.mul ${A} ${B}) (f32.lt ${A} ${B}))`],
  ])('%s', (_, value) => expectSame(value, PAIRS));

  it.each([2, 4, -2, 0.5, -0.25, 2 ** 127, -(2 ** 126), 2 ** -126, 2 ** -127, 2 ** -149, 3])('times %s', (k) => {
    expectSame(`(f32.mul ${A} ${literal('f32', k)})`, PAIRS);
    expectSame(`(f32.mul ${literal('f32', k)} (f32.add ${A} ${B}))`, PAIRS);
  });

  it('rounds doubles once', () => {
    const calls = combinations([HALVES, [0, 1, -1e-40, NaN].map(Math.fround)]);
    for (const value of ['(f32.demote_f64 $)', '(f32.max (f32.demote_f64 $) (f32.const 0))', '(f32.neg (f32.abs (f32.demote_f64 $)))', '(f32.mul (f32.demote_f64 $) (f32.const 2))']) {
      expectSame(value.replaceAll('$', A), calls, 'f64');
    }
  });

  it.each(['convert_i32_s', 'convert_i32_u'])('%s of integers with few bits', (convert) => {
    const calls = combinations([EDGES.i32, [0, -3].map(Math.fround)]);
    for (const integer of [A, `(i32.and ${A} (i32.const 0x1000000))`, `(i32.and ${A} (i32.const 0x1ffffff))`, `(i32.and ${A} (i32.const -2))`, `(i32.shr_u ${A} (i32.const 8))`,
      `(i32.shr_u ${A} (i32.const 7))`, `(i32.shr_s ${A} (i32.const 7))`, `(i32.shr_s ${A} (i32.const 6))`, `(i32.shr_u ${A} (i32.const 32))`, `(i32.lt_s ${A} (i32.const 3))`]) {
      for (const scale of ['', '0x1p-8', '0x1p20', '0x1p120', '0x1p-140']) {
        expectSame(scale === '' ? `(f32.${convert} ${integer})` : `(f32.mul (f32.${convert} ${integer}) (f32.const ${scale}))`, calls, 'i32');
      }
    }
    const loads = both(`(module (memory (export "memory") 1) (data (i32.const 0) "\\ff\\7f\\80\\00\\01\\fe\\ff\\ff") ${['load8_s', 'load8_u', 'load16_s', 'load16_u'].map((load) => `
      (func (export "${load}") (param i32) (result f32) (f32.${convert} (i32.${load} (local.get 0))))`).join('')})`);
    for (const load of ['load8_s', 'load8_u', 'load16_s', 'load16_u']) expectSameCalls(loads, load, [0, 1, 2, 3, 4, 5, 6].map((at) => [at]));
  });
});
