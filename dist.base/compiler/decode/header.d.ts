export declare const HEADER_SIZE = 8;
export declare function checkHeader(bytes: Uint8Array): void;
