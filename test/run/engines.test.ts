// Built modules run where there is no WebAssembly and no code generation from
// strings, without a JIT, and in other engines than ours, with native results.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findEngine } from '../../bench/engines.mjs';
import { buildKernels, kernelNames, nativeResult } from './built-kernels.ts';

const driver = fileURLToPath(new URL('call-modules.mjs', import.meta.url));

/** Engines that are not installed are skipped, all but node itself. */
const hosts: readonly [title: string, engine: string, flags: readonly string[]][] = [
  ['node without code from strings', 'node', ['--disallow-code-generation-from-strings']],
  ['node --jitless', 'node', ['--jitless']],
  ['the newest node', 'node26', ['--disallow-code-generation-from-strings']],
  ['bun (JavaScriptCore)', 'bun', []],
];

describe.each([0, 1, 2, 3])('optimize %i', (optimize) => {
  let built: Awaited<ReturnType<typeof buildKernels>>;
  let native: Record<string, string>;
  beforeAll(async () => {
    built = await buildKernels({ optimize });
    native = Object.fromEntries(kernelNames.map((name) => [name, nativeResult(name)]));
  });
  afterAll(() => built?.remove());

  for (const [title, engine, flags] of hosts) {
    const path = findEngine(engine);
    test.skipIf(path === undefined)(title, { timeout: 180_000 }, () => {
      const results = JSON.parse(execFileSync(path!, [...flags, driver, built.job], { encoding: 'utf8' })) as string[];
      expect(Object.fromEntries(kernelNames.map((name, i) => [name, results[i]]))).toEqual(native);
    });
  }
});
