// Runs a module natively: node 20 has 64-bit memories behind a flag, which only a process of its own can have.
// usage: node --experimental-wasm-memory64 native-child.mjs < {"wasm": base64, "calls": [[name, ...args], …]}, BigInts as "123n"
import { readFileSync } from 'node:fs';

const { wasm, calls } = JSON.parse(readFileSync(0, 'utf8'));
const { exports } = new WebAssembly.Instance(new WebAssembly.Module(Buffer.from(wasm, 'base64')));
const value = (text) => (typeof text === 'string' ? BigInt(text.slice(0, -1)) : text);
console.log(JSON.stringify(calls.map(([name, ...args]) => {
  try {
    return String(exports[name](...args.map(value)));
  } catch (error) {
    return error.message;
  }
})));
