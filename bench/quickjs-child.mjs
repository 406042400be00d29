// Runs a script in QuickJS (itself WebAssembly here, which slows all scripts alike) and prints what the script says.
import { readFileSync } from 'node:fs';
import { getQuickJS } from 'quickjs-emscripten';

const quickjs = await getQuickJS();
const context = quickjs.newContext();
context.setProp(context.global, 'print', context.newFunction('print', (text) => { console.log(context.getString(text)); }));
const result = context.evalCode(readFileSync(process.argv[2], 'utf8'));
if (result.error !== undefined) {
  const error = context.dump(result.error);
  console.error(`${error.name}: ${error.message}`);
}
process.exit(result.error === undefined ? 0 : 1);
