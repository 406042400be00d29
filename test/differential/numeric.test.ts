// Every numeric instruction of MVP and 2.0 on the values where it could go wrong: with operands that come in, are constant on
// either side, or equal; and the result used in every way that lets the compiler write it differently.
import { describe, expect, it } from 'vitest';
import { OPCODES } from '../../compiler/spec/opcodes.js';
import { typeName } from '../../compiler/spec/types.js';
import { both, combinations, expectSameCalls } from './both.js';
import { EDGES, literal, type Numeric } from './edges.js';

interface Op { name: string; params: Numeric[]; result: Numeric }
const PROPOSALS = new Set(['mvp', 'sign-extension', 'saturating-float-to-int']);
const OPS: Op[] = OPCODES.filter((row) => PROPOSALS.has(row.proposal) && /^[if](32|64)\./.test(row.name) && row.width === 0 && row.params !== null && row.params.length > 0)
  .map((row) => ({ name: row.name, params: row.params!.map((t) => typeName(t) as Numeric), result: typeName(row.results![0]) as Numeric }));

/** Ways to use a result, by its type: the text around it, and what that gives. */
const USES: Record<Numeric, readonly (readonly [use: string, text: (value: string) => string, result: Numeric])[]> = {
  i32: [
    ['condition', (v) => `(if (result i32) ${v} (then (i32.const 11)) (else (i32.const 22)))`, 'i32'],
    ['not', (v) => `(i32.eqz ${v})`, 'i32'],
    ['twice not', (v) => `(i32.eqz (i32.eqz ${v}))`, 'i32'],
    ['select 0 5', (v) => `(select (i32.const 0) (i32.const 5) ${v})`, 'i32'],
    ['select 7 0', (v) => `(select (i32.const 7) (i32.const 0) ${v})`, 'i32'],
    ['select 3 9', (v) => `(select (i32.const 3) (i32.const 9) ${v})`, 'i32'],
    ['select 0 1', (v) => `(select (i32.const 0) (i32.const 1) (i32.eqz ${v}))`, 'i32'],
    ['select -1 0', (v) => `(i32.add (select (i32.const -1) (i32.const 0) ${v}) (i32.const 1))`, 'i32'],
    ['float select', (v) => `(select (f64.const 1.5) (f64.const 2.5) ${v})`, 'f64'],
    ['wide select', (v) => `(select (i64.const 0x100000002) (i64.const -3) ${v})`, 'i64'],
    ['below, unsigned', (v) => `(i32.lt_u ${v} (i32.const 1000))`, 'i32'],
    ['above, unsigned', (v) => `(i32.gt_u (i32.const -5) ${v})`, 'i32'],
    ['below, signed', (v) => `(i32.lt_s ${v} (i32.const 3))`, 'i32'],
    ['equal', (v) => `(i32.eq ${v} (i32.const -1))`, 'i32'],
    ['sum', (v) => `(i32.add (i32.sub ${v} (i32.const 7)) (i32.add ${v} (i32.const 0x7fffffff)))`, 'i32'],
    ['truth of a sum', (v) => `(if (result i32) (i32.add ${v} (i32.const 1)) (then (i32.const 1)) (else (i32.const 2)))`, 'i32'],
    ['difference from 0', (v) => `(i32.sub (i32.const 0) ${v})`, 'i32'],
    ['product', (v) => `(i32.mul ${v} (i32.const 0x10001))`, 'i32'],
    ['low bits', (v) => `(i32.and ${v} (i32.const 255))`, 'i32'],
    ['high bits', (v) => `(i32.shr_u ${v} (i32.const 3))`, 'i32'],
    ['sign', (v) => `(i32.shr_s ${v} (i32.const 31))`, 'i32'],
    ['byte', (v) => `(i32.extend8_s ${v})`, 'i32'],
    ['divided', (v) => `(i32.div_u ${v} (i32.const 10))`, 'i32'],
    ['remainder', (v) => `(i32.rem_s ${v} (i32.const 8))`, 'i32'],
    ['double, unsigned', (v) => `(f64.convert_i32_u ${v})`, 'f64'],
    ['double', (v) => `(f64.convert_i32_s ${v})`, 'f64'],
    ['float, unsigned', (v) => `(f32.convert_i32_u ${v})`, 'f32'],
    ['wide', (v) => `(i64.extend_i32_s ${v})`, 'i64'],
    ['wide, unsigned', (v) => `(i64.extend_i32_u ${v})`, 'i64'],
    ['wide sum', (v) => `(i64.add (i64.extend_i32_u ${v}) (i64.const 0xffffffff))`, 'i64'],
    ['stored', (v) => `(i32.store16 (i32.const 8) ${v}) (i32.load (i32.const 6))`, 'i32'],
    ['switch', (v) => `(block $c (block $b (block $a (br_table $a $b $c ${v})) (return (i32.const 1))) (return (i32.const 2))) (i32.const 3)`, 'i32'],
    ['address', (v) => `(i32.load8_u offset=3 (i32.and ${v} (i32.const 63)))`, 'i32'],
  ],
  i64: [
    ['low word', (v) => `(i32.wrap_i64 ${v})`, 'i32'],
    ['high word', (v) => `(i32.wrap_i64 (i64.shr_u ${v} (i64.const 32)))`, 'i32'],
    ['is zero', (v) => `(i64.eqz ${v})`, 'i32'],
    ['not zero', (v) => `(i64.ne ${v} (i64.const 0))`, 'i32'],
    ['condition', (v) => `(if (result i32) (i64.eqz ${v}) (then (i32.const 11)) (else (i32.const 22)))`, 'i32'],
    ['below, signed', (v) => `(i64.lt_s ${v} (i64.const 5))`, 'i32'],
    ['below, unsigned', (v) => `(i64.lt_u ${v} (i64.const 0x100000000))`, 'i32'],
    ['low bits', (v) => `(i64.and ${v} (i64.const 0xffff))`, 'i64'],
    ['sign', (v) => `(i64.shr_s ${v} (i64.const 63))`, 'i64'],
    ['shifted', (v) => `(i64.shl ${v} (i64.const 40))`, 'i64'],
    ['sum', (v) => `(i64.add ${v} (i64.const -1))`, 'i64'],
    ['double', (v) => `(f64.convert_i64_s ${v})`, 'f64'],
    ['float, unsigned', (v) => `(f32.convert_i64_u ${v})`, 'f32'],
    ['stored', (v) => `(i64.store offset=1 (i32.const 8) ${v}) (i64.load (i32.const 7))`, 'i64'],
    ['stored word', (v) => `(i64.store32 (i32.const 8) ${v}) (i64.load32_s (i32.const 7))`, 'i64'],
  ],
  f32: [
    ['rounded again', (v) => `(f32.add ${v} (f32.const 0.1))`, 'f32'],
    ['product', (v) => `(f32.mul ${v} ${v})`, 'f32'],
    ['double', (v) => `(f64.promote_f32 ${v})`, 'f64'],
    ['stored', (v) => `(f32.store (i32.const 8) ${v}) (f32.load (i32.const 8))`, 'f32'],
    ['positive', (v) => `(if (result i32) (f32.gt ${v} (f32.const 0)) (then (i32.const 1)) (else (i32.const 2)))`, 'i32'],
    ['not positive', (v) => `(i32.eqz (f32.gt ${v} (f32.const 0)))`, 'i32'],
    ['selected', (v) => `(select ${v} (f32.const 1) (f32.ge ${v} (f32.const 1)))`, 'f32'],
    ['integer', (v) => `(i32.trunc_sat_f32_u ${v})`, 'i32'],
  ],
  f64: [
    ['product', (v) => `(f64.mul ${v} ${v})`, 'f64'],
    ['rounded', (v) => `(f32.demote_f64 ${v})`, 'f32'],
    ['stored', (v) => `(f64.store (i32.const 9) ${v}) (f64.load (i32.const 9))`, 'f64'],
    ['stored as a float', (v) => `(f32.store (i32.const 8) (f32.demote_f64 ${v})) (f32.load (i32.const 8))`, 'f32'],
    ['not below', (v) => `(i32.eqz (f64.lt ${v} (f64.const 1)))`, 'i32'],
    ['jumps unless above', (v) => `(block (br_if 0 (f64.ge ${v} (f64.const 0.5))) (return (i32.const 1))) (i32.const 2)`, 'i32'],
    ['integer', (v) => `(i64.trunc_sat_f64_s ${v})`, 'i64'],
  ],
};

const local = (k: number): string => `(local.get ${k})`;
const func = (name: string, params: readonly Numeric[], result: Numeric, body: string): string =>
  `(func (export ${JSON.stringify(name)}) (param ${params.join(' ')}) (result ${result}) ${body})`;

/** Fewer of the values, for what comes with many combinations: every third, from where the operation's name says. */
const some = <T>(list: readonly T[], from: string): T[] => list.filter((_, k) => k % 3 === from.length % 3);

describe.each(OPS.map((op) => [op.name, op] as const))('%s', (name, { params, result }) => {
  it('on operands', () => {
    expect(params.length).toBeLessThan(3);
    const text = `(module ${func('plain', params, result, `(${name} ${params.map((_, k) => local(k)).join(' ')})`)})`;
    expectSameCalls(both(text), 'plain', combinations(params.map((t) => EDGES[t])));
  });

  it('used in every way', () => {
    const value = `(${name} ${params.map((_, k) => local(k)).join(' ')})`;
    const funcs = USES[result].map(([use, text, type]) => func(use, params, type, text(value)));
    const pairs = both(`(module (memory (export "memory") 1) (data (i32.const 0) "\\01\\82\\03\\84\\05\\86\\07\\88\\09\\8a") ${funcs.join('\n')})`);
    const calls = combinations(params.map((t) => (params.length > 1 ? some(EDGES[t], name) : EDGES[t])));
    for (const [use] of USES[result]) expectSameCalls(pairs, use, calls);
  });

  it.runIf(params.length === 2)('on a constant', () => {
    const [type] = params, constants = EDGES[type];
    const funcs = constants.flatMap((c, k) => [
      func(`right ${k}`, [type], result, `(${name} ${local(0)} ${literal(type, c)})`), func(`left ${k}`, [type], result, `(${name} ${literal(type, c)} ${local(0)})`),
      // Twice, as rules join constants.
      ...(result === type ? [func(`both ${k}`, [type], result, `(${name} (${name} ${local(0)} ${literal(type, c)}) ${literal(type, constants[(k * 7 + 3) % constants.length])})`)] : []),
    ]);
    const pairs = both(`(module ${funcs.join('\n')} ${func('same', [type], result, `(${name} ${local(0)} ${local(0)})`)})`);
    const calls = combinations([EDGES[type]]);
    expectSameCalls(pairs, 'same', calls);
    constants.forEach((_, k) => {
      for (const side of result === type ? ['right', 'left', 'both'] : ['right', 'left']) expectSameCalls(pairs, `${side} ${k}`, calls);
    });
  });

  it.runIf(params.length === 2)('of constants', () => {
    const [type] = params, calls = combinations([some(EDGES[type], name), some(EDGES[type], `${name}.`)]);
    const pairs = both(`(module ${calls.map(([a, b], k) => func(String(k), ['i32'], result, `(${name} ${literal(type, a as number)} ${literal(type, b as number)})`)).join('\n')})`);
    calls.forEach((_, k) => { expectSameCalls(pairs, String(k), [[0]]); });
  });
  it.runIf(params.length === 1)('of a constant', () => {
    const [type] = params;
    const pairs = both(`(module ${EDGES[type].map((c, k) => func(String(k), ['i32'], result, `(${name} ${literal(type, c)})`)).join('\n')})`);
    EDGES[type].forEach((_, k) => { expectSameCalls(pairs, String(k), [[0]]); });
  });
});
