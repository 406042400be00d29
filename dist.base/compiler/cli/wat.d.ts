export declare const isText: (path: string) => boolean;
/** The binary of a module in text format; its functions keep their names. */
export declare function assemble(path: string, text: Uint8Array): Promise<Uint8Array>;
