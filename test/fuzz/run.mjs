#!/usr/bin/env node
// Starts the fuzzer: puts its TypeScript, with the decoder it shares with the compiler, into one file and runs that on the built
// package. What it takes is said in main.ts.
import { buildSync } from 'esbuild-wasm';
import { rmSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = new URL('../../', import.meta.url);
// In a folder of this package that git does not know, so that `dewasm` is found.
const file = new URL(`.bench/fuzz-${process.pid}.mjs`, root), outfile = fileURLToPath(file);
buildSync({
  entryPoints: [fileURLToPath(new URL('main.ts', import.meta.url))], outfile, bundle: true, packages: 'external',
  format: 'esm', platform: 'node', target: 'node20', logLevel: 'error', absWorkingDir: fileURLToPath(root),
});
process.env.DEWASM_ROOT = root.href;
try {
  await import(pathToFileURL(outfile).href);
} finally {
  rmSync(outfile, { force: true });
}
