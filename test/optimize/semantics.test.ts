// Passes preserve meaning: random functions give the same results, traps, memory and calls before and after.
import { describe, expect, it } from 'vitest';
import { eliminateDeadCode } from '../../compiler/optimize/dce.js';
import { moveFloatBits } from '../../compiler/optimize/float-bits.js';
import { loadFloats } from '../../compiler/optimize/float-loads.js';
import { simplify, simplifyWithFacts } from '../../compiler/optimize/simplify.js';
import { maxOf, minOf, zerosOf } from '../../compiler/optimize/ranges.js';
import { Kind } from '../../compiler/spec/types.js';
import { Flag, type FunctionIR, type Node } from '../../compiler/ir/node.js';
import type { Value } from '../ir/numeric.js';
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

/** What was found out about a node that contradicts the value it has; null if nothing. */
function contradiction(n: Node, v: Value): string | null {
  if (n.kind !== Kind.I32 && n.kind !== Kind.I64) return null;
  const x = Number(v), low = Number(BigInt.asIntN(32, BigInt(v as bigint)));
  if (x < minOf(n) || x > maxOf(n)) return `${v} is not in ${minOf(n)}..${maxOf(n)}`;
  if ((low & zerosOf(n)) !== 0) return `${v} has bits of ${zerosOf(n)}`;
  const claims = n.kind === Kind.I32
    ? [[Flag.nonNegative, x >= 0], [Flag.bool, x === 0 || x === 1]] as const
    : [[Flag.highZero, x >= 0 && x <= 0xffffffff], [Flag.highSign, x === low]] as const;
  for (const [flag, holds] of claims) if ((n.flags & flag) !== 0 && !holds) return `flag ${flag} with ${v}`;
  return null;
}

describe('facts', () => {
  it('hold for the values seen', () => {
    for (let seed = 1; seed <= FUNCTIONS; seed++) {
      const fn = new Generator(seed, 20 + (seed % 60)).fn;
      simplifyWithFacts(fn);
      for (let input = 0; input < 4; input++) {
        const r = new Random(seed * 77 + input);
        const machine = new Machine(Uint8Array.from({ length: 192 }, () => r.below(256)));
        try { machine.run(fn, fn.params.map((p) => randomValue(r, p.kind))); } catch (e) { if (!(e instanceof OutOfFuel)) throw e; }
        for (const [n, v] of machine.values) {
          const wrong = contradiction(n, v);
          if (wrong !== null) expect.fail(`seed ${seed}: v${n.id}: ${wrong}\n${printFunction(fn)}`);
        }
      }
    }
  });
});

describe('passes preserve meaning', () => {
  it('dce', () => preserves([eliminateDeadCode]));
  it('simplify', () => preserves([simplify]));
  it('simplify, dce, simplify, dce', () => preserves([simplify, eliminateDeadCode, simplify, eliminateDeadCode]));
  it('float bits', () => preserves([moveFloatBits, eliminateDeadCode]));
  it('float loads', () => preserves([loadFloats, eliminateDeadCode]));
  it('simplify with facts', () => preserves([simplifyWithFacts]));
  it('all of it, twice', () => preserves([eliminateDeadCode, moveFloatBits, simplifyWithFacts, loadFloats, eliminateDeadCode, simplifyWithFacts, eliminateDeadCode]));
});
