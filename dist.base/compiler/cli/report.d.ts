import { type Diagnostic } from './failure.js';
export declare function say(line: string): void;
export declare function reportDiagnostic(d: Diagnostic): void;
export declare function reportWarning(file: string, message: string): void;
/** Resolves when the text has left, so that a reader that is slow or gone is noticed. */
export declare function writeStdout(text: string | Uint8Array): Promise<void>;
export declare const writeJson: (value: object) => Promise<void>;
