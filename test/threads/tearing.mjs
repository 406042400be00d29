// One thread stores 0 and all ones in turn with plain stores of two and four bytes, the other reads the same places atomically, and with plain loads
// what is stored atomically; it prints, as bits, where it saw something else. To be run by an engine that compiles nothing, as code is that has only just started.
import { readFileSync } from 'node:fs';
import { Worker, isMainThread, workerData } from 'node:worker_threads';
import { configure } from 'dewasm/webassembly';
import { install } from 'dewasm/threads';

const WebAssembly = configure({ features: 'all' });
install(WebAssembly);

if (isMainThread) {
  const module = new WebAssembly.Module(readFileSync(process.argv[2]));
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 2, shared: true });
  const { exports } = new WebAssembly.Instance(module, { env: { memory } });
  const worker = new Worker(new URL(import.meta.url), { workerData: { module, memory } });
  while (exports.started() === 0) await new Promise((resolve) => setTimeout(resolve, 5));
  console.log(exports.watch(60_000, 0));
  await worker.terminate();
} else {
  new WebAssembly.Instance(workerData.module, { env: { memory: workerData.memory } }).exports.alternate(0);
}
