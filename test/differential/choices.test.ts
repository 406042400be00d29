// Choices without branches, as C compilers write them and as lanes of vectors are lowered: by the sign of a difference, by masks
// made of comparisons, between variables and constants at the ends of the range, of operands whose range is known and of any.
import { describe, it } from 'vitest';
import { both, combinations, expectSameCalls } from './both.js';

const WORDS = [0, 1, -1, 2, 127, 128, -128, 255, 32767, -32768, 65535, 0x3fffffff, 0x40000000, -0x40000000, -0x40000001, 0x7ffffffe, 0x7fffffff, -0x7fffffff, -0x80000000];
const CONSTANTS = [0, 1, -1, 5, 255, -32768, 0x40000000, 0x7fffffff, -0x7fffffff, -0x80000000];
/** Operands of a known range, and of any. */
const RANGES = {
  any: (x: string) => x,
  byte: (x: string) => `(i32.and ${x} (i32.const 255))`,
  'signed byte': (x: string) => `(i32.extend8_s ${x})`,
  short: (x: string) => `(i32.extend16_s ${x})`,
  half: (x: string) => `(i32.shr_s ${x} (i32.const 1))`,
  'half, unsigned': (x: string) => `(i32.shr_u ${x} (i32.const 1))`,
} as const;

const sign = (x: string): string => `(i32.shr_s ${x} (i32.const 31))`;
const choose = (a: string, b: string, mask: string, swapped: boolean): string => {
  const masked = `(i32.and (i32.xor ${a} ${b}) ${mask})`;
  return swapped ? `(i32.xor ${b} ${masked})` : `(i32.xor ${masked} ${b})`;
};
const COMPARISONS = ['lt_s', 'gt_s', 'le_s', 'ge_s', 'lt_u', 'gt_u'];

/** All forms of choosing between two expressions. */
function forms(a: string, b: string): string[] {
  const masks = [sign(`(i32.sub ${a} ${b})`), sign(`(i32.sub ${b} ${a})`), ...COMPARISONS.map((c) => `(i32.sub (i32.const 0) (i32.${c} ${a} ${b}))`)];
  return [
    ...masks.flatMap((mask) => [choose(a, b, mask, false), choose(b, a, mask, true), mask]),
    `(i32.and ${a} ${sign(a)})`, `(i32.and ${a} (i32.xor ${sign(a)} (i32.const -1)))`, `(i32.and ${a} (i32.sub (i32.const 0) (i32.gt_s ${a} (i32.const 0))))`,
    `(i32.extend8_s (i32.and ${a} ${b}))`, `(i32.shr_u (i32.and ${a} ${b}) (i32.const 7))`, `(i32.gt_s (i32.and ${a} ${b}) (i32.const -129))`,
  ];
}

describe.each(Object.entries(RANGES))('%s', (_, range) => {
  const check = (a: string, b: string): void => {
    const all = forms(a, b);
    const pairs = both(`(module (memory (export "memory") 1) ${all.map((text, i) => `(func (export "${i}") (param i32 i32) (result i32) ${text})`).join('\n')})`);
    all.forEach((_, i) => expectSameCalls(pairs, String(i), combinations([WORDS, WORDS])));
  };
  it('two variables', () => check(range('(local.get 0)'), range('(local.get 1)')));
  it.each(CONSTANTS)('and %i', (c) => check(range('(local.get 0)'), `(i32.const ${c})`));
});
