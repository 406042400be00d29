export interface WasmErrorConstructor {
    new (message?: string, options?: {
        cause?: unknown;
    }): Error;
    (message?: string, options?: {
        cause?: unknown;
    }): Error;
    readonly prototype: Error;
}
export declare const RuntimeError: WasmErrorConstructor;
export declare const LinkError: WasmErrorConstructor;
export declare const CompileError: WasmErrorConstructor;
export declare function errorClass(name: string): WasmErrorConstructor;
export declare function createErrorClass(name: string): WasmErrorConstructor;
