// A worker as glue writes them: it gets a module and a memory by message, instantiates, calls, and answers.
import { parentPort, workerData } from 'node:worker_threads';
import { configure } from 'dewasm/webassembly';
import { install } from 'dewasm/threads';

const WebAssembly = configure({ features: 'all', optimize: workerData.optimize });
install(WebAssembly);

let instance;
parentPort.on('message', ({ module, memory, call, args }) => {
  if (module !== undefined) {
    if (!(module instanceof WebAssembly.Module) || !(memory instanceof WebAssembly.Memory)) throw new Error('received something else');
    instance = new WebAssembly.Instance(module, { env: { memory, now: () => 0 } });
  }
  try {
    parentPort.postMessage({ result: instance.exports[call](...args) });
  } catch (error) {
    parentPort.postMessage({ error: `${error.name}: ${error.message}` });
  }
});
