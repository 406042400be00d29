// Passes preserve meaning: random functions give the same results, traps, memory and calls before and after.
import { describe, expect, it } from 'vitest';
import { eliminateDeadCode } from '../../compiler/optimize/dce.js';
import { simplify } from '../../compiler/optimize/simplify.js';
import type { FunctionIR } from '../../compiler/ir/node.js';
import { printFunction } from '../../compiler/ir/print.js';
import { verifyFunction } from '../../compiler/ir/verify.js';
import { Machine, OutOfFuel, sameOutcome, type Outcome } from '../ir/interpret.js';
import { parseFunction } from '../ir/parse.js';
import { Generator, Random, randomValue } from '../ir/random.js';

const FUNCTIONS = Number(process.env.DEWASM_FUZZ ?? 400);

function observe(fn: FunctionIR, seed: number): Outcome | null {
  const r = new Random(seed);
  const memory = Uint8Array.from({ length: 192 }, () => r.below(256));
  try {
    return new Machine(memory).run(fn, fn.params.map((p) => randomValue(r, p.kind)));
  } catch (e) {
    if (e instanceof OutOfFuel) return null;
    throw e;
  }
}

function preserves(passes: readonly ((fn: FunctionIR) => unknown)[]): void {
  for (let seed = 1; seed <= FUNCTIONS; seed++) {
    const fn = new Generator(seed, 20 + (seed % 60)).fn;
    const before = printFunction(fn);
    // Also tests that text is faithful.
    const original = parseFunction(before);
    verifyFunction(original, 'generation');
    for (const pass of passes) { pass(fn); verifyFunction(fn, `${pass.name}, seed ${seed}`); }
    for (let input = 0; input < 6; input++) {
      const a = observe(original, seed * 31 + input), b = observe(fn, seed * 31 + input);
      if (a === null || b === null) continue;
      const difference = sameOutcome(a, b, fn);
      if (difference !== null) expect.fail(`seed ${seed}, input ${input}: ${difference}\n${before}\n${printFunction(fn)}`);
    }
  }
}

describe('passes preserve meaning', () => {
  it('dce', () => preserves([eliminateDeadCode]));
  it('simplify', () => preserves([simplify]));
  it('simplify, dce, simplify, dce', () => preserves([simplify, eliminateDeadCode, simplify, eliminateDeadCode]));
});
