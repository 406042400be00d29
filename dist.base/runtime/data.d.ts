/** Value of each character by its code. */
export declare const base64Values: Uint8Array;
export declare function makeBase64Values(): Uint8Array;
/** Standard base64 without line breaks; not atob, which small engines lack and which makes a string first. */
export declare function decodeBase64(s: string): Uint8Array;
