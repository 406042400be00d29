// Saturating conversions as compilers spell them out for WebAssembly without instructions for them, and forms that are nearly those.
import { describe, it } from 'vitest';
import { LEVELS, both, combinations, expectSameCalls } from './both.js';

const NUMBERS = [
  0, -0, 0.5, -0.5, 0.99, 1, -1, 255.9, -255.9, 1e9, -1e9, 1073741824, 1073741888, 2147483392, 2147483520, 2147483583, 2147483646.5, 2147483647, 2147483647.5, 2147483648, 2147483904,
  -2147483392, -2147483520, -2147483647.5, -2147483648, -2147483648.5, -2147483649, -2147483904, 4294967295, 4294967296, 1e20, -1e20, Infinity, -Infinity, NaN, 5e-324,
];

function forms(f: 'f32' | 'f64'): string[] {
  const x = '(local.get 0)', highest = f === 'f32' ? '2147483520' : '2147483647', min = '(i32.const -2147483648)';
  const inRange = (limit = '2147483648', comparison = 'lt'): string => `(${f}.${comparison} (${f}.abs ${x}) (${f}.const ${limit}))`;
  const truncated = `(i32.trunc_${f}_s ${x})`;
  const byIf = (condition: string, low = min): string => `(block (result i32) (if ${condition} (then (br 1 ${truncated}))) ${low})`;
  const byBranch = (condition: string): string => `(block (result i32) (block (br_if 0 (i32.eqz ${condition})) (br 1 ${truncated})) ${min})`;
  const byBoth = (condition: string): string => `(if (result i32) ${condition} (then ${truncated}) (else ${min}))`;
  const saturated = (inside: string, from = '-2147483648', to = highest, otherwise = '0', most = '2147483647', low = min): string => `
    (select (select (i32.const ${most}) (select ${inside} ${low} (${f}.ge ${x} (${f}.const ${from}))) (${f}.gt ${x} (${f}.const ${to})))
      (i32.const ${otherwise}) (${f}.eq ${x} ${x}))`;
  const usual = inRange(), values = [
    saturated(byIf(usual)), saturated(byBranch(usual)), saturated(byBoth(usual)), saturated(byIf(usual), '-1'), saturated(byIf(usual), '-2147483648', '1000'),
    saturated(byBranch(usual), '-2147483648', highest, '7'), saturated(byBoth(usual), '-2147483648', highest, '0', '2147483646'), saturated(byBoth(inRange('1000'))),
    saturated(byIf(inRange('1073741824', 'le'))), saturated(byIf(usual, '(i32.const 5)')), saturated(byIf(usual), '-2147483648', highest, '0', '2147483647', '(i32.const 5)'),
    saturated(byIf(`(i32.and ${usual} (${f}.ge (local.get 1) ${x}))`)),
  ];
  // As it is, in sums, stored as a byte, and as a float again.
  return values.flatMap((v) => [
    v, `(i32.add ${v} (i32.const 1))`, `(i32.shr_u ${v} (i32.const 1))`, `(block (result i32) (i32.store8 (i32.const 8) ${v}) (i32.load (i32.const 8)))`,
    `(i32.trunc_f64_s (f64.floor (f64.convert_i32_s ${v})))`,
  ]);
}

describe.each(['f32', 'f64'] as const)('%s', (f) => {
  it.each(['fast', 'exact'] as const)('--nan %s', (nan) => {
    const all = forms(f);
    const text = `(module (memory (export "memory") 1) ${all.map((body, k) => `(func (export "${k}") (param ${f} ${f}) (result i32) ${body})`).join('\n')})`;
    const pairs = both(text, () => ({}), [...LEVELS.map((optimize) => ({ optimize, nan })), { engine: 'interpreter', nan }]);
    all.forEach((_, k) => expectSameCalls(pairs, String(k), combinations([NUMBERS, [0, 1e10, NaN]])));
  });
});
