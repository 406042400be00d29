import * as runtime from '../runtime/index.js';
import { type WebAssemblyNamespace } from '../runtime/webassembly/namespace.js';
import { type CompileOptions } from './options.js';
export { register } from '../runtime/webassembly/precompiled.js';
/** A namespace that compiles with other options. */
export declare function configure(options: CompileOptions): WebAssemblyNamespace;
declare const WebAssembly: WebAssemblyNamespace;
export default WebAssembly;
export declare const Module: import("../runtime/api/define-interface.js").Interface, Instance: import("../runtime/api/define-interface.js").Interface, Memory: import("../runtime/api/define-interface.js").Interface, Table: import("../runtime/api/define-interface.js").Interface, Global: import("../runtime/api/define-interface.js").Interface, Tag: import("../runtime/api/define-interface.js").Interface, Exception: import("../runtime/api/define-interface.js").Interface, JSTag: object, CompileError: import("../runtime/errors.js").WasmErrorConstructor, LinkError: import("../runtime/errors.js").WasmErrorConstructor, RuntimeError: import("../runtime/errors.js").WasmErrorConstructor, Suspending: import("../runtime/api/define-interface.js").Interface, SuspendError: import("../runtime/errors.js").WasmErrorConstructor, promising: (fn: unknown) => runtime.JSFunction, validate: (bytes: unknown, options?: unknown) => boolean, compile: (bytes: unknown, options?: unknown) => Promise<object>, instantiate: (source: unknown, importObject?: unknown, options?: unknown) => Promise<object>, compileStreaming: (source: unknown, options?: unknown) => Promise<object>, instantiateStreaming: (source: unknown, importObject?: unknown, options?: unknown) => Promise<object>;
