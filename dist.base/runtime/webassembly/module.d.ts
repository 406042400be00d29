import type { Interface } from '../api/define-interface.js';
import type { CompiledModule } from '../types.js';
import type { CompileOptions } from './builtins.js';
/** What stands behind a Module object. */
export interface ModuleRec {
    module: CompiledModule;
    bytes: Uint8Array;
    options: CompileOptions;
    /** Compiles the module with suspend forms; what it gave, by what was asked for. */
    compile: Compile;
    suspendable: Map<string, CompiledModule>;
    o: object | null;
}
/** `jspi` is the option of that name (docs/jspi.md); asked for only of modules that say 'later'. */
export type Compile = (bytes: Uint8Array, jspi?: string) => CompiledModule;
export interface ModuleInterface {
    Module: Interface;
    /** "Construct a WebAssembly module object", from bytes that nobody else can change. */
    make(bytes: Uint8Array, options: CompileOptions, where: string): object;
}
export declare const moduleBrand: unique symbol;
export declare const externKinds: string[];
export declare function moduleRecOf(value: unknown): ModuleRec | undefined;
export declare function createModuleInterface(compile: Compile): ModuleInterface;
/** Compiles; whatever class of error the compiler reports an invalid module with, JS sees the API's CompileError. */
export declare function compileOrThrow(compile: Compile, bytes: Uint8Array, where: string): CompiledModule;
export declare function isCompileError(error: unknown): error is Error;
