// Functions cut into pieces of a few operations do what they did as a whole.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { limits } from '../../compiler/split/limits.js';
import { Generator } from '../ir/random.js';
import { check, FIRST, FUNCTIONS } from '../structure/random-check.js';
import { ControlGenerator } from '../structure/random-control.js';

const usual = { ...limits };
const splitAbove = (bytes: number): void => { limits.function = bytes; limits.smallest = 0; };
beforeAll(() => { splitAbove(60); });
afterAll(() => { Object.assign(limits, usual); });

describe('random functions in pieces', () => {
  for (const bytes of [60, 150, 400]) {
    it(`of ${bytes} bytes compute the same`, () => {
      splitAbove(bytes);
      let compared = 0;
      for (let seed = FIRST; seed < FIRST + FUNCTIONS; seed++) {
        compared += check(seed, () => new Generator(seed, 20 + (seed % 60)).fn, 4) + check(seed, () => new ControlGenerator(seed, 20 + (seed % 120)).fn, 6);
      }
      expect(compared).toBeGreaterThan(4 * FUNCTIONS);
    });
  }

  for (const bytes of [60, 150, 400]) {
    it(`of ${bytes} bytes, with all ladders taken apart, compute the same`, () => {
      splitAbove(bytes);
      Object.assign(limits, { atFirst: Infinity, rungs: 2 });
      for (let seed = FIRST; seed < FIRST + FUNCTIONS; seed++) check(seed, () => new ControlGenerator(seed, 40 + (seed % 160)).fn, 6);
    });
  }

  it('by their loops, compute the same', () => {
    splitAbove(usual.function);
    let compared = 0;
    for (let seed = FIRST; seed < FIRST + FUNCTIONS; seed++) compared += check(seed, () => new ControlGenerator(seed, 20 + (seed % 160)).fn, 6, true);
    expect(compared).toBeGreaterThan(2 * FUNCTIONS);
  });
});
