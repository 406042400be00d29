// Emitted JavaScript does what the interpreter of the IR does.
import { describe, expect, it } from 'vitest';
import { limits } from '../../compiler/structure/nesting.js';
import { Generator } from '../ir/random.js';
import { check, FIRST, FUNCTIONS } from './random-check.js';
import { ControlGenerator } from './random-control.js';

describe('random functions', () => {
  it('compute the same', () => {
    let compared = 0;
    for (let seed = FIRST; seed < FIRST + FUNCTIONS; seed++) compared += check(seed, () => new Generator(seed, 20 + (seed % 60)).fn, 4);
    expect(compared).toBeGreaterThan(FUNCTIONS);
  });
  it('take the same ways', () => {
    let compared = 0;
    for (let seed = FIRST; seed < FIRST + FUNCTIONS; seed++) compared += check(seed, () => new ControlGenerator(seed, 20 + (seed % 120)).fn, 6);
    expect(compared).toBeGreaterThan(3 * FUNCTIONS);
  });
  it('take the same ways when nests are flattened', () => {
    const { nesting } = limits;
    for (let seed = FIRST; seed < FIRST + FUNCTIONS; seed++) {
      limits.nesting = 1 + (seed & 3);
      check(seed, () => new ControlGenerator(seed, 20 + (seed % 120)).fn, 3);
    }
    limits.nesting = nesting;
  });
});
