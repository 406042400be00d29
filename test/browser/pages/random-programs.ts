// Bundled for the page: random programs, compiled by us and run.
import { configure } from 'dewasm/webassembly';
import type { Engine } from '../../fuzz/execute.js';
import { runProgram } from '../../fuzz/execute.js';
import { randomProgram } from '../../fuzz/program.js';
import { summary, type Summary } from '../trace-summary.js';

const engines = [{ optimize: 0 }, { optimize: 1 }, { optimize: 2 }, { optimize: 3 }, { optimize: 2, engine: 'spidermonkey' as const }]
  .map((options) => configure({ ...options, features: 'all' }) as never as Engine);

/** What the program of a seed does, compiled in each way. */
export function runInAllWays(seed: number): Summary[] {
  const { bytes, signatures } = randomProgram(seed);
  return engines.map((engine) => summary(runProgram(engine, new engine.Module(bytes as BufferSource), signatures, seed)));
}
