/** The bytes of a potential WebAssembly response, after the checks that browsers make. */
export declare function bytesOfResponse(source: unknown, where: string): Promise<Uint8Array>;
