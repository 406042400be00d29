// Assembles the kernels' text. No assembler with GC is among our dependencies; this takes the one in jco:
//   npm install @bytecodealliance/jco-transpile (anywhere), then JCO=<that folder> node build.mjs [names]
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const require = createRequire(join(process.env.JCO ?? process.cwd(), 'x.js'));
const { tools, $init } = await import(pathToFileURL(join(require.resolve('@bytecodealliance/jco-transpile'), '../../vendor/wasm-tools.js')).href);
await $init;
const here = process.env.WAT_DIR ?? fileURLToPath(new URL('.', import.meta.url));
const names = process.argv.slice(2);
for (const file of readdirSync(here).filter((f) => f.endsWith('.wat') && (names.length === 0 || names.includes(f.slice(0, -4))))) {
  writeFileSync(join(here, file.replace(/wat$/, 'wasm')), tools.parse(readFileSync(join(here, file), 'utf8')));
}
