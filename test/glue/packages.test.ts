// Real packages with their own glue must not notice that WebAssembly is not the
// host's: each computes the same results, and writes the same to its standard
// error, on dewasm's namespace as on the native one.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, test } from 'vitest';
import { loadCompiler } from '../../bench/peers.mjs';
import { realModules } from '../../bench/real-modules.mjs';
import { expectSame } from './difference.ts';
import { runGlue } from './run-child.ts';

/** Name and time limit: most take seconds, Go's 14 MB module much more than the others together. */
const packages: readonly [name: string, seconds: number][] = [
  ['xxhash-wasm', 30],
  ['hash-wasm', 90],
  ['source-map', 60],
  ['sql.js', 120],
  ['quickjs-emscripten', 120],
  ['rollup', 120],
  ['brotli-wasm', 120],
  ['jsquash-webp', 120],
  ['es-module-lexer', 60],
  ['esbuild-wasm', 300],
];

describe('compiled at run time', () => {
  for (const [name, seconds] of packages) {
    test(name, { timeout: seconds * 1000 }, async () => {
      const [native, ours] = await Promise.all([runGlue(name, 'native'), runGlue(name, 'dewasm')]);
      expectSame(ours, native);
    });
  }
});

describe('compiled before', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dewasm-glue-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  for (const name of ['source-map', 'brotli-wasm']) {
    test(name, { timeout: 120_000 }, async () => {
      const { compile } = await loadCompiler();
      const file = join(folder, `${name}.mjs`);
      writeFileSync(file, compile(realModules.find((each) => each.name === name)!.read()).code);
      const [native, ours] = await Promise.all([runGlue(name, 'native'), runGlue(name, 'precompiled', { args: ['--module', file] })]);
      expectSame(ours, native);
    });
  }
});
