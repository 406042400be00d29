// Assembles every .wat here to the .wasm beside it, which is committed, with the
// npm package wabt. To be run when a source changes: node examples/wat/build.mjs
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import wabt from 'wabt';

const { parseWat } = await wabt();
for (const name of readdirSync(new URL('.', import.meta.url))) {
  if (!name.endsWith('.wat')) continue;
  const module = parseWat(name, readFileSync(new URL(name, import.meta.url), 'utf8'), { tail_call: true, multi_value: true });
  writeFileSync(new URL(name.replace(/wat$/, 'wasm'), import.meta.url), module.toBinary({ write_debug_names: true }).buffer);
  module.destroy();
}
