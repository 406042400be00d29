// Truncations behind comparisons, which drop the check where they tell enough: each at the ends of what was compared, also where the
// comparison tells a little too little and the truncation has to trap.
import { describe, it } from 'vitest';
import { both, expectSameCalls } from './both.js';
import { EDGES } from './edges.js';

const LIMITS = ['-2147483649', '-2147483648', '-1', '-0.5', '0', '0.5', '2147483647', '2147483648', '4294967295', '4294967296'];
const near = (single: boolean): number[] => LIMITS.map(Number).flatMap((x) => (single ? [x - 128, x + 256] : [x - 0.5, x + 0.5, x + 1]).concat(x)).map(single ? Math.fround : (x) => x);

/** `(int) x` where `condition` holds, else 7: as a branch out of a block, an `if`, and an `if` the other way. */
const FORMS = [
  (condition: string, int: string) => `(block (br_if 0 (i32.eqz ${condition})) (return ${int})) (i32.const 7)`,
  (condition: string, int: string) => `(if (result i32) ${condition} (then ${int}) (else (i32.const 7)))`,
  (condition: string, int: string) => `(if (result i32) (i32.eqz ${condition}) (then (i32.const 7)) (else ${int}))`,
  (condition: string, int: string) => `(if (result i32) ${condition} (then (i32.const 7)) (else ${int}))`,
];

describe.each(['f32', 'f64'] as const)('%s', (type) => {
  const x = '(local.get 0)', values = [...EDGES[type], ...near(type === 'f32')];
  describe.each(['s', 'u'])('i32.trunc_%s', (sign) => {
    const int = `(i32.trunc_${type}_${sign} ${x})`;
    const check = (conditions: readonly string[]): void => {
      const functions = conditions.flatMap((condition, i) => FORMS.map((form, k) => `(func (export "f${i} ${k}") (param ${type}) (result i32) ${form(condition, int)})`));
      const pairs = both(`(module (memory (export "memory") 1) ${functions.join('\n')})`);
      for (let i = 0; i < conditions.length; i++) for (let k = 0; k < FORMS.length; k++) expectSameCalls(pairs, `f${i} ${k}`, values.map((v) => [v]));
    };
    it.each(['lt', 'le', 'gt', 'ge'])('where its magnitude is %s', (relation) => {
      check(LIMITS.map((limit) => `(${type}.${relation} (${type}.abs ${x}) (${type}.const ${limit}))`));
    });
    it.each(['lt', 'le'])('where it is above one and %s another limit', (relation) => {
      check(LIMITS.slice(0, 5).flatMap((above) => LIMITS.slice(4).flatMap((below) => [
        `(i32.and (${type}.${relation} ${x} (${type}.const ${below})) (${type}.ge ${x} (${type}.const ${above})))`,
        `(i32.and (${type}.lt (${type}.const ${above}) ${x}) (${type}.${relation} ${x} (${type}.const ${below})))`,
      ])));
    });
    it('where only one side was compared', () => {
      check(LIMITS.flatMap((limit) => ['lt', 'le', 'gt', 'ge', 'eq', 'ne'].map((relation) => `(${type}.${relation} ${x} (${type}.const ${limit}))`)));
    });
  });
});
