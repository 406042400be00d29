/** A copy of the bytes of an ArrayBuffer or of a view (its part of the buffer only). */
export declare function copyBytes(source: unknown, where: string): Uint8Array;
/** An ArrayBuffer of any realm: `instanceof` would only know this one's. */
export declare function isArrayBuffer(value: unknown): value is ArrayBuffer;
