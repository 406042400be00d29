// The built runtime is a few files, because every file takes its time to load; and one of everything, however it is imported.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'acorn';

const dist = new URL('../../dist/runtime/', import.meta.url);

/** The files that a module imports, itself included. */
function loaded(entry: string): Set<string> {
  const seen = new Set<string>();
  const load = (file: URL): void => {
    if (seen.has(file.href)) return;
    seen.add(file.href);
    for (const node of parse(readFileSync(file, 'utf8'), { ecmaVersion: 2020, sourceType: 'module' }).body) {
      if ('source' in node && node.source) load(new URL(String(node.source.value), file));
    }
  };
  load(new URL(entry, dist));
  return new Set([...seen].map((href) => href.slice(dist.href.length)));
}

it('the namespace without a compiler is two files', () => {
  expect([...loaded('webassembly/precompiled.js')].sort()).toEqual(['shared.js', 'webassembly/precompiled.js']);
});

it('the runtime alone does not load the namespace', () => {
  expect([...loaded('index.js')].sort()).toEqual(['index.js', 'rest.js', 'shared.js']);
});

it('entries share what both have', async () => {
  const { default: WebAssembly } = await import('dewasm/webassembly/precompiled');
  const { RuntimeError } = await import('dewasm/runtime') as { RuntimeError: unknown };
  expect(WebAssembly.RuntimeError).toBe(RuntimeError);
});
