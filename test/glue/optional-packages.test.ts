// As packages.test.ts, with packages that do not come with every clone: SIMD, legacy exceptions, threads, GC,
// dynamic linking and longjmp as compilers in use produce them. What is not installed (optional-packages.mjs) is skipped.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, test } from 'vitest';
import { findEngine } from '../../bench/engines.mjs';
import { loadCompiler } from '../../bench/peers.mjs';
import { expectSame } from './difference.ts';
import { fileOf, isInstalled } from './optional-packages.mjs';
import { runGlue, type GlueOptions } from './run-child.ts';

const folder = mkdtempSync(join(tmpdir(), 'dewasm-glue-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Native GC with its JavaScript strings is newer than node 20. */
const modern = findEngine('node26');
/** Some recurse deep in parsers, and JavaScript frames are larger than wasm's. */
const deep: GlueOptions = { engineFlags: ['--stack-size=2000'] };

describe('compiled at run time', () => {
  test.skipIf(!isInstalled('@dimforge/rapier3d-simd-compat'))('rapier: SIMD', { timeout: 300_000 }, async () => {
    const [native, ours] = await Promise.all([runGlue('rapier', 'native'), runGlue('rapier', 'dewasm')]);
    expectSame(ours, native);
  });

  test.skipIf(!isInstalled('@rdkit/rdkit'))('rdkit: legacy exceptions', { timeout: 300_000 }, async () => {
    const [native, ours] = await Promise.all([runGlue('rdkit', 'native', deep), runGlue('rdkit', 'dewasm', deep)]);
    expectSame(ours, native);
  });

  test.skipIf(!isInstalled('web-tree-sitter') || !isInstalled('tree-sitter-javascript'))('tree-sitter: a module linked to another at run time', { timeout: 180_000 }, async () => {
    const [native, ours] = await Promise.all([runGlue('tree-sitter', 'native'), runGlue('tree-sitter', 'dewasm')]);
    expectSame(ours, native);
  });

  test.skipIf(!isInstalled('wasmoon'))('Lua: longjmp through exceptions of JavaScript', { timeout: 180_000 }, async () => {
    const [native, ours] = await Promise.all([runGlue('wasmoon', 'native'), runGlue('wasmoon', 'dewasm')]);
    expectSame(ours, native);
  });

  test.skipIf(!isInstalled('@wasm-fmt/gofmt'))('gofmt: TinyGo', { timeout: 180_000 }, async () => {
    const [native, ours] = await Promise.all([runGlue('gofmt', 'native'), runGlue('gofmt', 'dewasm')]);
    expectSame(ours, native);
  });

  test.skipIf(!isInstalled('@moonbit/moonc-worker') || modern === undefined)('MoonBit: GC', { timeout: 180_000 }, async () => {
    const [native, ours] = await Promise.all([runGlue('moonbit', 'native', { engine: modern }), runGlue('moonbit', 'dewasm')]);
    expectSame(ours, native);
  });
});

test.skipIf(!isInstalled('@oxc-parser/binding-wasm32-wasi'))('oxc-parser: threads, compiled before', { timeout: 300_000 }, async () => {
  const { compile } = await loadCompiler();
  const file = join(folder, 'parser.mjs');
  writeFileSync(file, compile(new Uint8Array(readFileSync(fileOf('@oxc-parser/binding-wasm32-wasi', 'parser.wasm32-wasi.wasm')))).code);
  const preload = pathToFileURL(fileURLToPath(new URL('threads-preload.mjs', import.meta.url))).href;
  const threaded: GlueOptions = { engineFlags: ['--no-warnings', '--import', preload], env: { DEWASM_GLUE_MODULE: file } };
  const [native, ours] = await Promise.all([runGlue('oxc-parser', 'native', { engineFlags: ['--no-warnings'] }), runGlue('oxc-parser', 'preloaded', threaded)]);
  expectSame(ours, native);
});
