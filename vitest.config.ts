// Which tests there are and how long they may take. Tests run in processes of
// their own and no more of them at once than a small machine bears: many start
// children that compile and time whole modules.
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const dist = (path: string): string => fileURLToPath(new URL(`dist/${path}`, import.meta.url));

export default defineConfig({
  resolve: {
    // The package's own names, as its users write them, mean the build.
    alias: [
      { find: /^dewasm$/, replacement: dist('compiler/index.js') },
      { find: /^dewasm\/runtime$/, replacement: dist('runtime/index.js') },
      { find: /^dewasm\/threads$/, replacement: dist('runtime/webassembly/threads.js') },
      { find: /^dewasm\/webassembly$/, replacement: dist('compiler/webassembly.js') },
      { find: /^dewasm\/webassembly\/precompiled$/, replacement: dist('runtime/webassembly/precompiled.js') },
    ],
  },
  test: {
    include: ['test/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: Math.min(4, availableParallelism()),
    testTimeout: 180_000,
    hookTimeout: 120_000,
  },
});
