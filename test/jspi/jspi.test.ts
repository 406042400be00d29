// The scenarios on ours at all levels of optimisation, beside what V8 14.6 does (expected.json, written and checked by node 26 where
// it is installed: DEWASM_UPDATE=1).
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { configure } from 'dewasm/webassembly';
import { expect, test } from 'vitest';
import { findEngine } from '../../bench/engines.mjs';
import { wasm } from '../module/wat.js';
import { MODULE_TEXTS } from './modules.js';
import { runAll } from './scenarios.mjs';

const modules = Object.fromEntries(Object.entries(MODULE_TEXTS).map(([name, text]) => [name, wasm(text)]));
const path = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const expected = (): Record<string, unknown> => JSON.parse(readFileSync(path('expected.json'), 'utf8')) as Record<string, unknown>;
const modern = findEngine('node26');

test.skipIf(modern === undefined)('what the engine does', () => {
  const input = JSON.stringify(Object.fromEntries(Object.entries(modules).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')])));
  const results = JSON.parse(execFileSync(modern!, [path('native.mjs')], { input, encoding: 'utf8' })) as unknown;
  if (process.env.DEWASM_UPDATE !== undefined) writeFileSync(path('expected.json'), `${JSON.stringify(results, null, 1)}\n`);
  expect(results).toEqual(expected());
});

test.each([0, 1, 2, 3])('what we do at level %i', async (optimize) => {
  const results = await runAll(configure({ optimize }) as never, modules) as Record<string, unknown>;
  const wanted = expected();
  expect(Object.keys(results)).toEqual(Object.keys(wanted));
  for (const [title, result] of Object.entries(wanted)) expect({ [title]: results[title] }).toEqual({ [title]: result });
});
