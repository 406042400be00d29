import { CompileError } from '../errors.js';
import type { CompiledModule } from '../types.js';
/** Makes a built module (its export `module`) known to `new WebAssembly.Module(bytes)`. */
export declare function register(module: CompiledModule): void;
/** The module registered for `bytes`, if any. */
export declare function registeredModule(bytes: Uint8Array): CompiledModule | undefined;
declare const WebAssembly: import("./namespace.js").WebAssemblyNamespace;
export default WebAssembly;
export { CompileError };
export declare const Module: import("../api/define-interface.js").Interface, Instance: import("../api/define-interface.js").Interface, Memory: import("../api/define-interface.js").Interface, Table: import("../api/define-interface.js").Interface, Global: import("../api/define-interface.js").Interface, Tag: import("../api/define-interface.js").Interface, Exception: import("../api/define-interface.js").Interface, JSTag: object, LinkError: import("../errors.js").WasmErrorConstructor, RuntimeError: import("../errors.js").WasmErrorConstructor, Suspending: import("../api/define-interface.js").Interface, SuspendError: import("../errors.js").WasmErrorConstructor, promising: (fn: unknown) => import("../types.js").JSFunction, validate: (bytes: unknown, options?: unknown) => boolean, compile: (bytes: unknown, options?: unknown) => Promise<object>, instantiate: (source: unknown, importObject?: unknown, options?: unknown) => Promise<object>, compileStreaming: (source: unknown, options?: unknown) => Promise<object>, instantiateStreaming: (source: unknown, importObject?: unknown, options?: unknown) => Promise<object>;
