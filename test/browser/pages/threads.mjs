// What glue with threads does, on whatever WebAssembly setup.mjs has left in place; says what happened as plain data.
import { report } from '../../../bench/browser/page-report.mjs';

const here = new URL('.', location.href);
const own = globalThis.WebAssembly;
await import(new URL('setup.mjs', here).href);

const module = new WebAssembly.Module(await (await fetch('module.wasm')).arrayBuffer());
const newMemory = (maximum = 100) => new WebAssembly.Memory({ initial: 1, maximum, shared: true });
const workers = [];

/** A function that has a new worker call an export. */
function start() {
  const worker = new Worker(new URL('worker.mjs', here), { type: 'module' });
  workers.push(worker);
  const call = (message, transfer = []) => new Promise((resolve, reject) => {
    worker.onerror = (event) => reject(new Error(event.message ?? 'the worker was not loaded'));
    worker.onmessage = ({ data: { result, error } }) => resolve(error ?? result);
    worker.postMessage(message, transfer);
  });
  return call;
}
const kindOfError = (f) => {
  try {
    return f();
  } catch (error) {
    return error instanceof WebAssembly.RuntimeError ? 'RuntimeError' : `${error.name}: ${error.message}`;
  }
};
const instanceOn = (memory, now = () => 0) => new WebAssembly.Instance(module, { env: { memory, now } }).exports;

const results = { isolated: crossOriginIsolated };

{
  const memory = newMemory(), view = new DataView(memory.buffer);
  await Promise.all([1, 2, 3].map(() => start()({ module, memory, call: 'count', args: [2000] })));
  results.count = [view.getInt32(0, true), String(view.getBigInt64(8, true)), view.getUint8(17), view.getUint8(18), view.getUint16(20, true)];
}
{
  const memory = newMemory(1);
  await Promise.all([0, 1].map((mine) => start()({ module, memory, call: 'play', args: [mine, 200] })));
  results.turns = new Int32Array(memory.buffer)[17];
}
{
  const memory = newMemory(), exports = instanceOn(memory), call = start();
  const waiting = call({ module, memory, call: 'wait', args: [256, 0, -1n] });
  // The page wakes a worker as soon as that waits.
  let woken;
  while ((woken = exports.notify(256, 5)) === 0) await new Promise((resolve) => { setTimeout(resolve, 1); });
  results.woken = [woken, await waiting];
  results.notWaited = [await call({ call: 'wait', args: [256, 1, -1n] }), await call({ call: 'wait', args: [256, 0, 2_000_000n] })];
  // Pages may not block, whether or not there was something to wait for.
  results.mainThread = kindOfError(() => exports.wait(256, 0, 1000n));
  results.mainThreadUnequal = kindOfError(() => exports.wait(256, 1, 1000n));
  results.unaligned = [kindOfError(() => exports.wait(257, 0, 1000n)), await call({ call: 'wait', args: [257, 0, 1000n] })];
}
{
  const memory = newMemory(), before = memory.buffer;
  const exports = instanceOn(memory, () => memory.grow(1));
  const [grower, reader] = [start(), start()];
  // The reader is inside wasm while the other one grows the memory.
  const spinning = reader({ module, memory, call: 'spinAndRead', args: [] });
  await grower({ module, memory, call: 'growAndTell', args: [3] });
  results.grown = { seen: await spinning, here: exports.read(65536), pages: exports.size(), bytes: [memory.buffer.byteLength, before.byteLength] };
  results.beyond = [kindOfError(() => exports.read(4 * 65536)), exports.callAndRead(4 * 65536), await reader({ call: 'read', args: [4 * 65536] }), await reader({ call: 'read', args: [5 * 65536] })];
  results.limits = [await grower({ call: 'grow', args: [96] }), await grower({ call: 'grow', args: [95] }), exports.read(100 * 65536 - 4), kindOfError(() => memory.grow(1))].map((x) => String(x).replace(/(\w*Error):.*/, '$1'));
}
{
  const memory = newMemory(), calls = [1, 2, 3].map(start), olds = [];
  await Promise.all(calls.map((call) => call({ module, memory, call: 'size', args: [] })));
  for (let round = 0; round < 5; round++) olds.push(...await Promise.all(calls.map((call) => call({ call: 'grow', args: [2] }))));
  results.olds = olds.sort((a, b) => a - b);
}
{
  const memory = newMemory(), { port1, port2 } = new MessageChannel();
  start()({ port: port2 }, [port2]);
  results.channel = await new Promise((resolve) => {
    port1.onmessage = ({ data }) => resolve(data);
    port1.postMessage({ memory });
  });
}
for (const worker of workers) worker.terminate();
await report({ isOwn: globalThis.WebAssembly === own, results });
