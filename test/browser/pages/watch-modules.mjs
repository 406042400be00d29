// Notes the bytes of every module that is compiled, or found valid, on the browser's own WebAssembly: these are what a page without
// it needs to have been built before.

/** @param {string[]} list gets them in base64 */
export function watchModules(list) {
  const note = (source) => {
    const bytes = ArrayBuffer.isView(source) ? new Uint8Array(source.buffer, source.byteOffset, source.byteLength) : new Uint8Array(source);
    let text = '';
    for (const byte of bytes) text += String.fromCharCode(byte);
    const base64 = btoa(text);
    if (!list.includes(base64)) list.push(base64);
  };
  const isBytes = (source) => ArrayBuffer.isView(source) || source instanceof ArrayBuffer;
  const { Module, compile, instantiate, compileStreaming, instantiateStreaming, validate } = WebAssembly;
  WebAssembly.Module = new Proxy(Module, { construct: (target, args, self) => { note(args[0]); return Reflect.construct(target, args, self); } });
  WebAssembly.compile = (source, ...rest) => { note(source); return compile(source, ...rest); };
  WebAssembly.instantiate = (source, ...rest) => { if (isBytes(source)) note(source); return instantiate(source, ...rest); };
  WebAssembly.validate = (source, ...rest) => { const valid = validate(source, ...rest); if (valid) note(source); return valid; };
  const streaming = (method) => async (source, ...rest) => { const response = await source; note(await response.clone().arrayBuffer()); return method(response, ...rest); };
  WebAssembly.compileStreaming = streaming(compileStreaming);
  WebAssembly.instantiateStreaming = streaming(instantiateStreaming);
}
