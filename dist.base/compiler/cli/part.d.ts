export interface Part {
    readonly size: number;
    /** CRC-32 of the content. */
    readonly crc: number;
    read(): Uint8Array;
}
export declare const partOf: (bytes: Uint8Array) => Part;
/** Calls `take` with pieces of `size` bytes of an open file, valid during the call; false if the file ends before. */
export declare function scan(fd: number, position: number, size: number, take: (piece: Uint8Array) => void): boolean;
/** Does a file of as many bytes hold these parts, one after the other? */
export declare function holds(path: string, parts: readonly Part[]): boolean;
