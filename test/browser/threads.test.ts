// Threads of browsers: module workers in an isolated page, with glue that knows nothing of us but the three lines of docs/threads.md
// in front. What happens is compared with the browser's own WebAssembly in a page without a policy.
import { compile } from 'dewasm';
import { expect, test } from 'vitest';
import { wasm } from '../module/wat.js';
import { THREADS } from '../threads/module.js';
import { inBrowsers, STRICT } from './browsers.ts';

const bytes = wasm(THREADS);
const SETUP = `import WebAssembly, { register } from '/dist/runtime/webassembly/precompiled.js';
import { install } from '/dist/runtime/webassembly/threads.js';
import { module } from './module.mjs';
register(module);
install(WebAssembly);
globalThis.WebAssembly = WebAssembly;`;
const WORKER = `import './setup.mjs'; import '/test/browser/pages/thread-worker.mjs';`;

inBrowsers((run, browser) => {
  test('workers count, take turns, wait, grow', { timeout: 60_000 }, async () => {
    const page = { module: 'test/browser/pages/threads.mjs', isolated: true };
    const own = await run({ ...page, files: { 'module.wasm': bytes, 'setup.mjs': '', 'worker.mjs': WORKER } });
    const ours = await run({ ...page, csp: STRICT, files: { 'module.wasm': bytes, 'module.mjs': compile(bytes, { features: 'all' }).code, 'setup.mjs': SETUP, 'worker.mjs': WORKER } });
    expect(own.isOwn).toBe(true);
    expect(ours.isOwn).toBe(false);
    // Where the specification and JavaScript's own Atomics do not let a page wait, Firefox's WebAssembly does.
    const { mainThread, mainThreadUnequal, ...others } = own.results;
    expect([mainThread, mainThreadUnequal]).toEqual(browser === 'firefox' ? [2, 1] : ['RuntimeError', 'RuntimeError']);
    expect(ours.results).toMatchObject(others);
    expect(Object.keys(ours.results)).toEqual(Object.keys(own.results));
    // Not both wrong in the same way.
    expect(ours.results).toMatchObject({
      isolated: true,
      count: [6000, '25769803782000', 6000 & 255, 0, -6000 & 65535],
      turns: 400,
      woken: [1, 0],
      notWaited: [1, 2],
      mainThread: 'RuntimeError',
      mainThreadUnequal: 'RuntimeError',
      grown: { seen: 42, here: 42, pages: 4, bytes: [4 * 65536, 65536] },
      olds: Array.from({ length: 15 }, (_, k) => 1 + 2 * k),
    });
  });
});
