export declare function encodeBase64(bytes: Uint8Array): string;
