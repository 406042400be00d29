import type { CompileOptions } from './builtins.js';
import type { WebAssemblyNamespace } from './namespace.js';
declare const KEY = "$dewasm";
/** What travels. */
type Parts = {
    kind: 'memory';
    storage: SharedArrayBuffer;
    pages: SharedArrayBuffer;
    maximum: number | undefined;
    pageSize: number;
    i64: boolean;
} | {
    kind: 'module';
    bytes: Uint8Array;
    options: CompileOptions;
};
export interface Shared {
    [KEY]: Parts;
}
/** Makes sending and receiving work in this thread, with the classes of `namespace`. To be called before any memory is made
 * and before any message arrives: in the main thread and in each worker. */
export declare function install(namespace: Pick<WebAssemblyNamespace, 'Memory' | 'Module'>): void;
/** A stand-in for a shared memory or a module that can be posted also where nothing is installed; `revive` takes it. */
export declare function share(object: object): Shared;
/** Turns stand-ins anywhere in a received value into what they stand for, in place, and returns the value. */
export declare function revive<T>(received: T): T;
export {};
