import { type Part } from './part.js';
export declare const STDIO = "-";
/** How messages name an input. */
export declare const displayName: (input: string) => string;
export declare function readStdin(): Promise<Uint8Array>;
export declare function readInput(path: string): Promise<Uint8Array>;
/** A file's place and its content in pieces. */
export interface OutputFile {
    path: string;
    content: readonly Part[];
}
export declare const sizeOf: (content: readonly Part[]) => number;
/** Writes files that belong together: if one of them cannot be written, none changes. */
export declare function writeOutputs(files: readonly OutputFile[]): Promise<void>;
/** Writes under a temporary name in the folder of `target`, for a rename to follow; returns that name. */
export declare function writeBeside(target: string, content: readonly Uint8Array[], mode: number | undefined): Promise<string>;
/** `out/app.js` with another ending: `.d.ts`. */
export declare function withExtension(path: string, extension: string): string;
