// npm packages with their own glue for browsers, none of it changed, on three kinds of pages: the browser's WebAssembly; ours, under a
// policy that allows no code from strings, with every module that the first page compiled built before; and ours where
// `unsafe-eval` is allowed, with the compiler in the page. All three compute the same. test/glue/packages/ has the programs.
import { compile } from 'dewasm';
import { expect, test } from 'vitest';
import { firstDifference } from '../glue/difference.ts';
import { importMap, inBrowsers, STRICT } from './browsers.ts';

const PACKAGES: readonly [name: string, head: string][] = [
  ['sql.js', '<script src="/node_modules/sql.js/dist/sql-wasm.js"></script>'],
  ['brotli-wasm', ''],
  ['hash-wasm', ''],
  ['xxhash-wasm', ''],
  ['es-module-lexer', ''],
];
const IMPORTS = importMap({
  // Ourselves, what the programs ask of node, and packages for those that import them by name.
  'dewasm/webassembly': '/dist/compiler/webassembly.js',
  'dewasm/webassembly/precompiled': '/dist/runtime/webassembly/precompiled.js',
  'node:fs': '/test/browser/pages/node/fs.mjs',
  'node:module': '/test/browser/pages/node/module.mjs',
  'es-module-lexer': '/node_modules/es-module-lexer/dist/lexer.js',
  astring: '/node_modules/astring/dist/astring.mjs',
});

const allowing = (source: string): string => STRICT.replace('script-src', `script-src ${source}`);

/** Modules by their bytes, for all browsers. */
const built = new Map<string, string>();
function build(base64: string): string {
  let code = built.get(base64);
  if (code === undefined) built.set(base64, code = compile(new Uint8Array(Buffer.from(base64, 'base64'))).code);
  return code;
}

inBrowsers((run) => {
  test.each(PACKAGES)('%s', { timeout: 120_000 }, async (name, head) => {
    const page = (mode: string, csp: string, more: object = {}): Parameters<typeof run>[0] => ({
      module: 'test/browser/pages/package.mjs', csp, head: IMPORTS + head, job: { name, mode, ...more },
    });
    const native = await run(page('native', allowing("'wasm-unsafe-eval'")));
    expect(native.modules.length).toBeGreaterThan(0);
    const files = Object.fromEntries((native.modules as string[]).map((bytes, i) => [`module${i}.mjs`, build(bytes)]));
    const before = await run({ ...page('precompiled', STRICT, { modules: Object.keys(files) }), files });
    // Some glue tries `eval` by itself, and does without where that is refused.
    expect(before.refused).toEqual(native.refused);
    expect(firstDifference(before.results, native.results)).toBe(undefined);
  });

  test('compiled in the page, where code from strings is allowed', { timeout: 120_000 }, async () => {
    const [name, head] = PACKAGES.at(-1)!;
    const page = (mode: string): Parameters<typeof run>[0] => ({ module: 'test/browser/pages/package.mjs', csp: allowing("'unsafe-eval'"), head: IMPORTS + head, job: { name, mode } });
    const native = await run(page('native')), ours = await run(page('dewasm'));
    expect(ours.modules.length).toBe(0);
    expect(firstDifference(ours.results, native.results)).toBe(undefined);
    // Without it nothing is compiled.
    await expect(run({ ...page('dewasm'), csp: STRICT })).rejects.toThrow('EvalError');
  });
});
