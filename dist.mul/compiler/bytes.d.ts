/** A plain view of the same bytes: subclasses such as Buffer differ in what `slice` copies. */
export declare function asBytes(bytes: Uint8Array): Uint8Array;
