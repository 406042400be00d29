// Runs a script in QuickJS (itself WebAssembly here, which slows all scripts alike) and prints what the script says.
import { readFileSync } from 'node:fs';
import { getQuickJS } from 'quickjs-emscripten';

const quickjs = await getQuickJS();
const context = quickjs.newContext();
context.setProp(context.global, 'print', context.newFunction('print', (text) => { console.log(context.getString(text)); }));
context.unwrapResult(context.evalCode(readFileSync(process.argv[2], 'utf8'))).dispose();
process.exit(0);
