// Unsigned comparisons, also as they are made for engines that would compare doubles: between variables, constants at the ends of
// the range, operands known not to be negative; as values, conditions, carries and masks.
import { expect, it } from 'vitest';
import { compile } from 'dewasm';
import { wasm } from '../module/wat.js';
import { both, combinations, expectSameCalls, LEVELS } from './both.js';
import { EDGES, literal } from './edges.js';

const OPS = ['lt_u', 'gt_u', 'le_u', 'ge_u'];
const CONSTANTS = [0, 1, -1, 255, 0x7fffffff, -0x80000000, -0x7fffffff];
const OPERANDS: [string, string][] = [
  ['(local.get 0)', '(local.get 1)'], ['(i32.add (local.get 0) (local.get 1))', '(local.get 0)'], ['(i32.and (local.get 0) (i32.const 255))', '(local.get 1)'],
  ['(i32.shr_u (local.get 0) (i32.const 1))', '(i32.shr_u (local.get 1) (i32.const 3))'],
  ...CONSTANTS.flatMap((c): [string, string][] => [['(local.get 0)', literal('i32', c)], [literal('i32', c), '(i32.xor (local.get 1) (local.get 0))']]),
];
const FORMS = [
  (c: string) => c,
  (c: string) => `(i32.eqz ${c})`,
  (c: string) => `(if (result i32) ${c} (then (i32.const 7)) (else (local.get 1)))`,
  (c: string) => `(select (local.get 0) (local.get 1) ${c})`,
  (c: string) => `(i32.add (i32.add (local.get 0) ${c}) (local.get 1))`,
  (c: string) => `(i32.and (i32.sub (i32.const 0) ${c}) (local.get 1))`,
];
const cases = OPS.flatMap((op) => OPERANDS.flatMap(([a, b]) => FORMS.map((form) => form(`(i32.${op} ${a} ${b})`))));
const TEXT = `(module ${cases.map((body, k) => `(func (export "${k}") (param i32 i32) (result i32) ${body})`).join('\n')}
  ${OPS.map((op) => `(func (export "${op} long") (param i64 i64) (result i32) (i64.${op} (local.get 0) (local.get 1)))`).join('\n')}
  (func (export "sum") (param i64 i64) (result i64) (i64.sub (i64.add (local.get 0) (local.get 1)) (i64.mul (local.get 0) (i64.const 0xc2b2ae3d27d4eb4f)))))`;

it('the same as natively', () => {
  const pairs = both(TEXT, () => ({}), [...LEVELS, 2].map((optimize, k) => ({ optimize, ...(k < 4 && { engine: 'spidermonkey' as const }) })));
  const words = combinations([EDGES.i32.filter((_, k) => k % 3 === 0 || k > 25), EDGES.i32.filter((_, k) => k % 2 === 0)]), longs = combinations([EDGES.i64, EDGES.i64]);
  for (let k = 0; k < cases.length; k++) expectSameCalls(pairs, String(k), words);
  for (const name of [...OPS.map((op) => `${op} long`), 'sum']) expectSameCalls(pairs, name, longs);
}, 120_000);

it('nothing is unsigned where doubles would be compared', () => {
  const text = '(module (func (export "f") (param i32 i32) (result i32) (i32.lt_u (local.get 0) (local.get 1))))';
  expect(compile(wasm(text), { engine: 'spidermonkey' }).code).toContain('(a^-2147483648)<(b^-2147483648)');
  expect(compile(wasm(text)).code).toContain('a>>>0<b>>>0');
});
