/** The hash of `bytes` as 64 hex digits. */
export declare function sha256(bytes: Uint8Array): string;
