// Runs a file of checks on the WebAssembly of the engine that runs this, or on ours; the modules come on standard input.
import { runChecks } from './run.mjs';

const [file, which] = process.argv.slice(2);
let text = '';
for await (const part of process.stdin) text += part;
const bytes = Object.fromEntries(Object.entries(JSON.parse(text)).map(([name, each]) => [name, Uint8Array.from(Buffer.from(each, 'base64'))]));
const { checks } = await import(`./${file}.mjs`);
const W = which === 'native' ? WebAssembly : (await import('../../../dist/compiler/webassembly.js')).default;
process.stdout.write(JSON.stringify(await runChecks(checks, W, bytes)));
