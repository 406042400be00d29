// Random programs of the fuzzer, compiled in the page, do in each browser's engine what they do natively in node: results, traps, calls
// of the host and memories, at every level. $DEWASM_BROWSER_SEEDS says how many programs, or which: `500`, `1000-1500`.
import { buildSync } from 'esbuild-wasm';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runProgram } from '../fuzz/execute.js';
import { randomProgram } from '../fuzz/program.js';
import { inBrowsers } from './browsers.ts';
import { summary, type Summary } from './trace-summary.ts';

const [first, last] = (process.env.DEWASM_BROWSER_SEEDS ?? '15').replace(/^(\d+)$/, '1-$1').split('-').map(Number);
const seeds = Array.from({ length: last - first + 1 }, (_, k) => first + k);

/** The generator and the compiler as one script. */
function bundled(): string {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('pages/random-programs.ts', import.meta.url))], bundle: true, write: false, format: 'esm', target: 'es2022', logLevel: 'warning',
    alias: { 'dewasm/webassembly': fileURLToPath(new URL('../../dist/compiler/webassembly.js', import.meta.url)) },
  });
  return outputFiles[0].text;
}
let script: string | undefined;

inBrowsers((run) => {
  test(`programs ${first} to ${last}`, { timeout: 120_000 + seeds.length * 1000 }, async () => {
    script ??= bundled();
    const results = await run({ module: 'test/browser/pages/random.mjs', job: { seeds }, files: { 'programs.mjs': script } }, 100_000 + seeds.length * 1000);
    expect(Object.keys(results).length).toBe(seeds.length);
    for (const seed of seeds) {
      const { bytes, signatures } = randomProgram(seed);
      const trace = runProgram(WebAssembly, new WebAssembly.Module(bytes as BufferSource), signatures, seed), native = summary(trace);
      expect(results[seed].length).toBe(5);
      // How deep one may go is the engine's affair.
      results[seed].forEach((ours: Summary, way: number) => { if (!trace.overflow && !ours.overflow) expect({ seed, way, ...ours }).toEqual({ seed, way, ...native }); });
    }
  });
});
