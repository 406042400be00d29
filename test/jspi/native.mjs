// Runs the scenarios on the WebAssembly of the engine that runs this file; the modules come on standard input.
import { runAll } from './scenarios.mjs';

let text = '';
for await (const part of process.stdin) text += part;
const modules = Object.fromEntries(Object.entries(JSON.parse(text)).map(([name, bytes]) => [name, Buffer.from(bytes, 'base64')]));
process.stdout.write(JSON.stringify(await runAll(WebAssembly, modules)));
