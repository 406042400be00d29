import type { CompiledModule } from '../types.js';
export interface CompileOptions {
    importedStringConstants: string | undefined;
    builtins: string[];
}
interface Builtin {
    /** Descriptor of its function type. */
    type: string;
    call: (...args: never[]) => unknown;
}
/** The dictionary WebAssemblyCompileOptions. */
export declare function toCompileOptions(value: unknown, where: string): CompileOptions;
/** "Find a builtin". */
export declare function builtinFor(moduleName: string, name: string, options: CompileOptions): Builtin | undefined;
/** "Validate builtins and imported string for a WebAssembly module". */
export declare function validateBuiltins(module: CompiledModule, options: CompileOptions, where: string): void;
/** The import object with builtins and string constants in front of what it has. */
export declare function withBuiltins(module: CompiledModule, options: CompileOptions, importObject: object | undefined): object | undefined;
export {};
