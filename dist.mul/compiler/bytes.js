// What callers may pass for a module's bytes.
/** A plain view of the same bytes: subclasses such as Buffer differ in what `slice` copies. */
export function asBytes(bytes) {
    const given = bytes;
    if (ArrayBuffer.isView(given))
        return new Uint8Array(given.buffer, given.byteOffset, given.byteLength);
    if (given instanceof ArrayBuffer)
        return new Uint8Array(given);
    throw new TypeError('the module must be a Uint8Array');
}
