// Bundled for the page: random programs, compiled by us and run.
import { configure } from 'dewasm/webassembly';
import type { Engine } from '../../fuzz/execute.js';
import { runProgram } from '../../fuzz/execute.js';
import { randomProgram } from '../../fuzz/program.js';
import { summary, type Summary } from '../trace-summary.js';

const engines = [0, 1, 2, 3].map((optimize) => configure({ optimize, features: 'all' }) as never as Engine);

/** What the program of a seed does at each level. */
export function runAtAllLevels(seed: number): Summary[] {
  const { bytes, signatures } = randomProgram(seed);
  return engines.map((engine) => summary(runProgram(engine, new engine.Module(bytes as BufferSource), signatures, seed)));
}
