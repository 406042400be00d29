// Calls by reference, where few functions are compared first (compiler/emit/dispatch.ts).
import { compile } from 'dewasm';
import { expect, test } from 'vitest';
import { bytes, LEVELS, loadAt } from './load.js';

const host = { m: { host: (x: number) => x - 100 } };

for (const level of LEVELS) {
  test(`few functions, one of the host, null, another instance's, a supertype, at level ${level}`, () => {
    const e = loadAt(level, 'references', host), other = loadAt(level, 'references', host);
    expect([0, 1, 2].map((k) => e.call(k, 7))).toEqual([8, 21, -93]);
    expect(() => e.call(3, 7)).toThrow('dereferencing a null pointer');
    expect([e.given(4, e.a), e.given(4, other.a), e.above(-3)]).toEqual([5, 5, -3]);
    expect(() => e.given(4, null)).toThrow('illegal cast');
  });
}

test('they are called by name', () => {
  const { code } = compile(bytes('references'));
  expect(code).toContain('switch(F){case F1:return f1(a0);case F2:return f2(a0)}return F.f(a0)}');
});
