import type { Interface } from '../api/define-interface.js';
import type { WasmErrorConstructor } from '../errors.js';
import type { Compile } from './module.js';
import type { JSFunction } from '../types.js';
export interface NamespaceOptions {
    /** Throws an error named CompileError if the bytes are not a valid module. */
    compile: Compile;
    /** A cheaper way to know whether compile() would throw; without it, validate() compiles. */
    validate?: (bytes: Uint8Array) => boolean;
}
export interface WebAssemblyNamespace {
    Module: Interface;
    Instance: Interface;
    Memory: Interface;
    Table: Interface;
    Global: Interface;
    Tag: Interface;
    Exception: Interface;
    readonly JSTag: object;
    CompileError: WasmErrorConstructor;
    LinkError: WasmErrorConstructor;
    RuntimeError: WasmErrorConstructor;
    Suspending: Interface;
    SuspendError: WasmErrorConstructor;
    promising(fn: unknown): JSFunction;
    validate(bytes: unknown, options?: unknown): boolean;
    compile(bytes: unknown, options?: unknown): Promise<object>;
    instantiate(source: unknown, importObject?: unknown, options?: unknown): Promise<object>;
    compileStreaming(source: unknown, options?: unknown): Promise<object>;
    instantiateStreaming(source: unknown, importObject?: unknown, options?: unknown): Promise<object>;
}
export declare function createNamespace({ compile, validate }: NamespaceOptions): WebAssemblyNamespace;
