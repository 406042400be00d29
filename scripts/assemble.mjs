#!/usr/bin/env node
// Assembles .wat files that use proposals no assembler among our dependencies knows; the .wasm files are committed beside
// them. It takes the assembler in jco, installed anywhere: npm install @bytecodealliance/jco-transpile
//
// usage: JCO=<folder with node_modules> node scripts/assemble.mjs FOLDER...   (bench/kernels/gc test/gc/modules)
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const require = createRequire(join(process.env.JCO ?? process.cwd(), 'x.js'));
const { tools, $init } = await import(pathToFileURL(join(require.resolve('@bytecodealliance/jco-transpile'), '../../vendor/wasm-tools.js')).href);
await $init;
for (const folder of process.argv.slice(2)) {
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.wat'))) {
    try {
      writeFileSync(join(folder, file.replace(/wat$/, 'wasm')), tools.parse(readFileSync(join(folder, file), 'utf8')));
    } catch (error) {
      console.error(`${file}: ${error.payload ?? error.message}`);
      process.exitCode = 1;
    }
  }
}
