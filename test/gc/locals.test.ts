// What construction knows of a value from the local it was put into decides which casts are left out and how the others are
// written (ir/build-gc.ts). The expected numbers are V8's.
import { expect, test } from 'vitest';
import { LEVELS, loadAt, outcome } from './load.js';

for (const level of LEVELS) {
  test(`casts of values in locals, at level ${level}`, () => {
    const e = loadAt(level, 'locals');
    const each = (name: string): unknown[] => [-1, 0, 1, 2, 3, 4, 5].map((k) => outcome(() => e[name](k)));
    expect(each('tests')).toEqual([0, 1, 3, 7, 9, 16, 0]);
    expect(each('below')).toEqual([505, 105, 301, 703, 907, 'RuntimeError: illegal cast', 'RuntimeError: illegal cast']);
    expect(each('narrowed')).toEqual([0, 1, 1021, 1031, 1, 0, 0]);
  });
}
