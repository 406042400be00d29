// Scripts (format iife) run in Hermes, React Native's engine: bytecode made ahead of time, no WebAssembly, no JIT, no classes.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findEngine } from '../../bench/engines.mjs';
import { compileKernel, kernelNames, nativeResult, quickArgument } from './built-kernels.ts';

const hermes = findEngine('hermes');
const folder = mkdtempSync(join(tmpdir(), 'dewasm-hermes-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

describe.skipIf(hermes === undefined)('Hermes', () => {
  test.each(kernelNames)('%s', { timeout: 60_000 }, async (name) => {
    for (const engine of ['any', 'hermes'] as const) {
      const file = join(folder, `${name}-${engine}.js`);
      writeFileSync(file, `${await compileKernel(name, { format: 'iife', name: 'kernel', engine })}\nprint(kernel.instantiate({}).run(${quickArgument(name)}));\n`);
      expect(execFileSync(hermes!, ['-O', '-w', file], { encoding: 'utf8' }).trim(), engine).toBe(nativeResult(name));
    }
  });
});
