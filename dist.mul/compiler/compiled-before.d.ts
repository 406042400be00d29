export interface Kept {
    readonly modules: number;
    /** Of wasm, together. */
    readonly bytes: number;
}
/** `compile`, which answers with the same module where the same bytes were compiled lately. */
export declare function rememberCompiled<M>(compile: (bytes: Uint8Array) => M, kept?: Kept): (bytes: Uint8Array) => M;
