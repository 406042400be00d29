// Calls what each module exports, on the browser's WebAssembly or, if modules are to be registered, on ours, and says what came of it.
import { readJob, report } from '../../../bench/browser/page-report.mjs';
import WebAssemblyJs, { register } from '../../../dist/runtime/webassembly/precompiled.js';
import { runAll } from '../../jspi/scenarios.mjs';

const job = await readJob();
const here = new URL('.', location.href);
for (const file of job.register ?? []) register((await import(new URL(file, here).href)).module);
const W = job.register === undefined ? WebAssembly : WebAssemblyJs;
const bytesOf = async (name) => new Uint8Array(await (await fetch(`${name}.wasm`)).arrayBuffer());

const argument = (value) => (typeof value === 'string' && /^-?\d+n$/.test(value) ? BigInt(value.slice(0, -1)) : value);
const text = (value) => (typeof value === 'bigint' ? `${value}n` : Object.is(value, -0) ? '-0' : typeof value === 'object' && value !== null ? 'object' : String(value));
function outcome(call) {
  try {
    return text(call());
  } catch (error) {
    if (error instanceof W.RuntimeError) return 'trap';
    // Recursion without end is the engine's own error.
    return error instanceof RangeError || error.name === 'InternalError' ? `recursion: ${error.name}` : `${error.name}: ${error.message}`;
  }
}

const results = {};
for (const { name, file, calls } of job.subjects) {
  const { instance: { exports } } = await W.instantiateStreaming(fetch(`${file}.wasm`), {});
  results[name] = calls.map(([call, ...args]) => `${call}(${args.join()}) ${outcome(() => exports[call](...args.map(argument)))}`);
}

// Values of the page pass through as they are.
const create = (n) => Object.assign(document.createElement(n % 2 ? 'p' : 'div'), { title: `element ${n}` });
const { exports } = new W.Instance(new W.Module(await bytesOf('references')), { dom: { create, append: (parent, child) => parent.append(child), body: document.body } });
exports.build(7);
const values = [document.body.firstChild, document, globalThis, null, undefined, 'text', 5n, Symbol.iterator, () => 1];
const elements = {
  made: document.body.innerHTML,
  kept: [0, 1, 2].map((k) => exports.kept.get(k) === document.querySelector(`[title="element ${k || 3}"]`)),
  last: exports.last.value === document.body.lastChild,
  same: values.map((value) => exports.same(value) === value),
  isNull: values.map((value) => exports.isNull(value)),
};
exports.kept.set(0, document);
elements.set = [exports.kept.get(0) === document, exports.kept.grow(2, document.body), exports.kept.get(4) === document.body];

const suspending = job.suspending.length > 0 && await runAll(W, Object.fromEntries(await Promise.all(job.suspending.map(async (name) => [name, await bytesOf(name)]))));
await report({ results, elements, suspending, refused: globalThis.refused });
