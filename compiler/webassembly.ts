// The WebAssembly JS API where run-time code is allowed: `new Module(bytes)` takes the precompiled module that was registered
// for the bytes, or else compiles them on the spot. This entry brings the compiler along; `dewasm/webassembly/precompiled`
// is the one without.
import * as runtime from '../runtime/index.js';
import type * as api from '../runtime/webassembly/api-types.js';
import { createNamespace } from '../runtime/webassembly/namespace.js';
import { registeredModule } from '../runtime/webassembly/precompiled.js';
import { isValid, translate } from './compile.js';
import { rememberCompiled } from './compiled-before.js';
import { assembleForEvaluation } from './link/formats.js';
import { resolveOptions, type CompileOptions, type Options } from './options.js';

export { register } from '../runtime/webassembly/precompiled.js';

type ModuleObject = ReturnType<Parameters<typeof createNamespace>[0]['compile']>;

function evaluate(bytes: Uint8Array, options: Options, jspi: string): ModuleObject {
  // Nothing looks for these modules by the hash of their bytes.
  const code = assembleForEvaluation(translate(bytes, jspi === '' ? options : { ...options, jspi }, '').emitted);
  const module = (new Function('$rt', code) as (rt: typeof runtime) => ModuleObject)(runtime);
  if (jspi === '') module.jspi ??= 'later';
  return module;
}

const moduleOf = new WeakMap<object, ModuleObject>();

/** `module`, which is in use as long as anything is that an instance of it exports; the code of an instance does not refer to its module. */
function aliveWithExports(module: ModuleObject): ModuleObject {
  const { create } = module;
  module.create = (...linked) => {
    const records = create.apply(module, linked);
    for (const record of records) moduleOf.set(record, module);
    return records;
  };
  return module;
}

/** A namespace that compiles with other options. */
export function configure(options: CompileOptions): api.WebAssemblyNamespace {
  const settled = resolveOptions({ ...options, format: 'esm', runtime: 'import', data: 'inline', bindings: 'instantiate' });
  const compile = rememberCompiled((bytes) => aliveWithExports(evaluate(bytes, settled, '')));
  return createNamespace({
    compile: (bytes, jspi = '') => (jspi === '' ? registeredModule(bytes) ?? compile(bytes) : evaluate(bytes, settled, jspi)),
    validate: (bytes) => isValid(bytes, settled.features),
  });
}

const WebAssembly = configure({});

export default WebAssembly;
export const {
  Module, Instance, Memory, Table, Global, Tag, Exception, JSTag, CompileError, LinkError, RuntimeError, Suspending, SuspendError, promising,
  validate, compile, instantiate, compileStreaming, instantiateStreaming,
} = WebAssembly;
export type * from '../runtime/webassembly/api-types.js';
// Their names are also those of the constants above, which hide what a list brings.
export type Module = api.Module;
export type Instance = api.Instance;
export type Memory = api.Memory;
export type Table = api.Table;
export type Global = api.Global;
export type Tag = api.Tag;
export type Exception = api.Exception;
export type Suspending = api.Suspending;
