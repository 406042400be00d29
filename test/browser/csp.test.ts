// Compiled C runs in pages whose content security policy allows neither WebAssembly nor code from strings: as ES modules, as
// scripts, with the runtime imported, with data in a file of its own. Results are native ones.
import { compile, type CompileOptions } from 'dewasm';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { kernelFile } from '../../bench/kernels/list.mjs';
import { kernelNames, nativeResult, quickArgument } from '../run/built-kernels.ts';
import { wasm } from '../module/wat.js';
import { importMap, inBrowsers, missing, STRICT } from './browsers.ts';

if (missing.length > 0) console.log(`Tests in ${missing.join(' and ')} are skipped: not on PATH, and ${missing.map((name) => `$DEWASM_${name.toUpperCase()}`).join(', ')} not set.`);

const bytes = (name: string): Uint8Array => new Uint8Array(readFileSync(kernelFile(name)));
const each = (make: (name: string) => [file: string, content: string | Uint8Array]): Record<string, string | Uint8Array> => Object.fromEntries(kernelNames.map(make));
/** What is made for one browser serves the other. */
let made: Record<string, string | Uint8Array> | undefined;
function files(): Record<string, string | Uint8Array> {
  const build = (name: string, options: CompileOptions): string => compile(bytes(name), options).code;
  return made ??= {
    ...each((name) => [`esm/${name}.mjs`, build(name, {})]),
    ...each((name) => [`bindings/${name}.mjs`, build(name, { bindings: 'esm', minify: true, engine: 'spidermonkey' })]),
    ...each((name) => [`import/${name}.mjs`, build(name, { runtime: 'import' })]),
    ...each((name) => [`script/${name}.js`, build(name, { format: 'iife', name: `kernel_${name}`, minify: true })]),
  };
}
const natively = Object.fromEntries(kernelNames.map((name) => [name, nativeResult(name)]));

inBrowsers((run, browser) => {
  test('compiled C', { timeout: 120_000 }, async () => {
    const result = await run({
      module: 'test/browser/pages/kernels.mjs',
      csp: STRICT,
      head: importMap({ 'dewasm/runtime': '/dist/runtime/index.js' }) + kernelNames.map((name) => `<script src="script/${name}.js"></script>`).join(''),
      job: kernelNames.map((name) => ({ name, n: quickArgument(name) })),
      files: files(),
    }, 100_000);
    expect(result.refused).toEqual([]);
    for (const way of ['esm', 'bindings', 'import', 'script']) expect(result[way], way).toEqual(natively);
    // The policy is there: what other ways of running wasm need does not work.
    expect(result.attempts).toEqual({ eval: 'EvalError', Function: 'EvalError', Module: 'CompileError', instantiate: 'CompileError' });
    expect(result.userAgent).toMatch(browser === 'chromium' ? /Chrome/ : /Firefox/);
  });

  test('data segments in the text and in a file', async () => {
    const text = `(module (memory (export "memory") 1)
      (data (i32.const 8) "${Array.from({ length: 3001 }, (_, i) => `\\${((i * 37 + (i >> 3)) & 255).toString(16).padStart(2, '0')}`).join('')}")
      (data $passive "passive")
      (func (export "init") (memory.init $passive (i32.const 4000) (i32.const 0) (i32.const 7))))`;
    const inline = compile(wasm(text)), separate = compile(wasm(text), { data: 'file', format: 'esm' });
    const result = await run({ module: 'test/browser/pages/data.mjs', csp: STRICT, files: { 'inline.mjs': inline.code, 'separate.mjs': separate.code, 'separate.bin': separate.data! } });
    const memory = new Uint8Array(5000);
    for (let i = 0; i < 3001; i++) memory[8 + i] = i * 37 + (i >> 3);
    memory.set(new TextEncoder().encode('passive'), 4000);
    expect(result).toEqual({ inline: [...memory], separate: [...memory] });
  });
});
