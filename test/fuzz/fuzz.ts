// One seed of one generator: makes the module, compares, and says what failed. Used by the test and by run.mjs.
import { decodeModule } from '../../compiler/decode/module.js';
import { funcTypeAt } from '../../compiler/spec/module.js';
import { typeName } from '../../compiler/spec/types.js';
import type { Binaryen } from './binaryen.js';
import { findDifference, type Difference, type Runner, type Variant } from './compare.js';
import { runFuzzed, runProgram } from './execute.js';
import { randomProgram } from './program.js';
import { reduce } from './reduce.js';

export const GENERATORS = ['program', 'reshaped', 'binaryen'] as const;
export type Generator = (typeof GENERATORS)[number];
export interface Case { bytes: Uint8Array; run: Runner }

/** Types of the parameters of exported functions, by name. */
function signaturesOf(bytes: Uint8Array): Map<string, string[]> {
  const m = decodeModule(bytes), signatures = new Map<string, string[]>();
  for (const e of m.exports) if (e.kind === 'func') signatures.set(e.name, funcTypeAt(m, m.funcs[e.index].type).params.map(typeName));
  return signatures;
}

/** The module of a seed and how to run it, or null where the generator has none. */
export async function makeCase(generator: Generator, seed: number, binaryen: Binaryen | null, newer = false): Promise<Case | null> {
  if (generator === 'binaryen') {
    const bytes = await binaryen!.random(seed, newer);
    if (bytes === null || !WebAssembly.validate(bytes as BufferSource)) return null;
    const signatures = signaturesOf(bytes);
    return { bytes, run: (engine, module) => runFuzzed(engine, module, signatures, seed) };
  }
  const program = randomProgram(seed);
  const bytes = generator === 'program' ? program.bytes : await binaryen!.reshape(program.bytes, seed);
  if (bytes === null) return null;
  return { bytes, run: (engine, module) => runProgram(engine, module, program.signatures, seed) };
}

export function check({ bytes, run }: Case, variants: readonly Variant[]): Difference | undefined {
  return findDifference(bytes, run, variants);
}

/** The smallest module found that fails the same way, compiled the same way. */
export function reduceCase({ bytes, run }: Case, { variant, kind }: Difference, seconds: number): Uint8Array {
  return reduce(bytes, (b) => findDifference(b, run, [variant])?.kind === kind, seconds);
}
