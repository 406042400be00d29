// Random programs do the same natively and compiled, at every level, in both forms of exceptions.
import { configure } from 'dewasm/webassembly';
import { describe, expect, it } from 'vitest';
import { wasm } from '../module/wat.js';
import { randomProgram, runProgram } from './random-program.js';

const SEEDS = Number(process.env.DEWASM_EXCEPTION_SEEDS ?? 40);
const FIRST = Number(process.env.DEWASM_EXCEPTION_FIRST ?? 1);
const seeds = Array.from({ length: SEEDS }, (_, k) => FIRST + k);
const native = WebAssembly as never;

describe.each([0, 1, 2, 3])('level %i', (optimize) => {
  const ns = configure({ features: 'all', optimize }) as never;
  it('legacy tries', () => {
    for (const seed of seeds) {
      const bytes = wasm(randomProgram(seed, { legacy: true, delegate: true }));
      expect(runProgram(ns, bytes), `seed ${seed}`).toEqual(runProgram(native, bytes));
    }
  });
  it('try_table', () => {
    for (const seed of seeds) {
      // The engine runs the legacy form of the same program.
      const bytes = wasm(randomProgram(seed, { legacy: false, delegate: false }));
      const legacy = wasm(randomProgram(seed, { legacy: true, delegate: false }));
      expect(runProgram(ns, bytes), `seed ${seed}`).toEqual(runProgram(native, legacy));
    }
  });
});
