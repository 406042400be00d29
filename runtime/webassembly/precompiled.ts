// The WebAssembly namespace without a compiler: `new Module(bytes)` finds the precompiled module that was registered for
// these bytes. For glue code that insists on bytes, and for hosts where nothing can be compiled at run time. Modules without code,
// as glue makes them to give functions a type, need not be registered (function-wrappers.ts).

import { CompileError } from '../errors.js';
import type { CompiledModule } from '../types.js';
import type * as api from './api-types.js';
import { contentSum } from './content-sum.js';
import { functionWrapper } from './function-wrappers.js';
import { createNamespace } from './namespace.js';
import { sha256 } from './sha256.js';

/** By what they hold of their bytes: `sum`, or `hash` if they were built before there were sums. */
const registered = new Map<string, CompiledModule>();
/** Lengths of the bytes of modules with sums: most bytes that ask for nothing registered, such as feature tests, are of another length. */
const lengths = new Set<number>();
let hashed = false;

/** Makes a built module (its export `module`) known to `new WebAssembly.Module(bytes)`. */
export function register(built: api.BuiltModule): void {
  const module = built as CompiledModule;
  if (typeof module !== 'object' || module === null || typeof module.create !== 'function') throw new TypeError('register(): Argument 0 must be the `module` export of a built module');
  if (module.abi !== 1) throw new TypeError('register(): the module was built for another version of dewasm (abi ' + module.abi + ')');
  if (module.sum === undefined) hashed = true;
  else lengths.add(parseInt(module.sum, 10));
  registered.set(module.sum === undefined ? module.hash : module.sum, module);
}

/** The module registered for `bytes`, if any. */
export function registeredModule(bytes: Uint8Array): CompiledModule | undefined {
  const found = lengths.has(bytes.length) ? registered.get(contentSum(bytes)) : undefined;
  return found === undefined && hashed ? registered.get(sha256(bytes)) : found;
}

const WebAssembly = createNamespace({
  compile(bytes) {
    const module = registeredModule(bytes) ?? functionWrapper(bytes);
    if (module === undefined) {
      throw new CompileError(
        'no precompiled module is registered for these ' + bytes.length + ' bytes (SHA-256 ' + sha256(bytes) + '). '
        + "Build them with dewasm, then: import { module } from './built.js'; import { register } from 'dewasm/webassembly/precompiled'; register(module); "
        + "or use 'dewasm/webassembly', which compiles at run time.",
      );
    }
    return module;
  },
});

export default WebAssembly;
export { CompileError };
export const { Module, Instance, Memory, Table, Global, Tag, Exception, JSTag, LinkError, RuntimeError, Suspending, SuspendError, promising, validate, compile, instantiate, compileStreaming, instantiateStreaming } = WebAssembly;
export type * from './api-types.js';
// Their names are also those of the constants above, which hide what a list brings.
export type Module = api.Module;
export type Instance = api.Instance;
export type Memory = api.Memory;
export type Table = api.Table;
export type Global = api.Global;
export type Tag = api.Tag;
export type Exception = api.Exception;
export type Suspending = api.Suspending;
