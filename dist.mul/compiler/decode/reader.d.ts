export declare class ByteReader {
    readonly bytes: Uint8Array;
    pos: number;
    /** Reading stops here: the end of the module, a section or a function body. */
    end: number;
    /** For error messages: where `pos` is. */
    section: string | undefined;
    func: number | undefined;
    funcName: string | undefined;
    /** The words of the last 64-bit integer: int32 after `s64` and `word64`, uint32 after `u64`. */
    lo: number;
    hi: number;
    constructor(bytes: Uint8Array, start?: number, end?: number);
    fail(reason: string, offset?: number): never;
    failAtEnd(): never;
    byte(): number;
    /** The next byte without consuming it. */
    peek(): number;
    /** Moves over `length` bytes and returns where they start. */
    skip(length: number): number;
    u32(): number;
    private longU32;
    /** Refuses the last byte an unsigned integer may have when it goes on, or has bits beyond `mask`. */
    private checkLast;
    /** The same for a signed integer: `unused` are the bits that must all equal the `sign` bit. */
    private checkLastSigned;
    s32(): number;
    /** A signed 33-bit integer, as block types and heap types are written. */
    s33(): number;
    /** Into `lo` and `hi` as uint32. */
    u64(): void;
    /** Into `lo` and `hi` as int32. */
    s64(): void;
    private words64;
    /** Four bytes, little-endian, as int32. */
    word32(): number;
    /**
     * The length of a vector. An item takes at least one byte, so a count beyond what remains fails here,
     * before anything is allocated for it.
     */
    count(limit: number, what: string): number;
    /** A length-prefixed string in strict UTF-8. */
    name(): string;
}
