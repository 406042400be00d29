// A worker as glue writes them: it gets a module and a memory by message, instantiates, calls, and answers.
let instance;
addEventListener('message', ({ data: { module, memory, call, args, port } }) => {
  if (port !== undefined) {
    // The same through a channel.
    port.onmessage = ({ data }) => { port.postMessage([data.memory instanceof WebAssembly.Memory, data.memory.buffer.byteLength]); };
    return;
  }
  try {
    if (module !== undefined) {
      if (!(module instanceof WebAssembly.Module) || !(memory instanceof WebAssembly.Memory)) throw new Error('received something else');
      instance = new WebAssembly.Instance(module, { env: { memory, now: () => 0 } });
    }
    postMessage({ result: instance.exports[call](...args) });
  } catch (error) {
    postMessage({ error: error instanceof WebAssembly.RuntimeError ? 'RuntimeError' : `${error.name}: ${error.message}` });
  }
});
