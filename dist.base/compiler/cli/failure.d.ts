export declare const EXIT: {
    readonly done: 0;
    readonly failed: 1;
    readonly usage: 2;
};
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
/** A failure with a message for the user. `usage`: the command line itself is wrong, whatever the files are. */
export declare class CliError extends Error {
    readonly name = "CliError";
    readonly exitCode: ExitCode;
    constructor(message: string, exitCode?: ExitCode, cause?: unknown);
}
export interface Diagnostic {
    /** The line as shown. */
    line: string;
    exitCode: ExitCode;
    /** The input it is about. */
    file: string | undefined;
    reason: string;
    offset: number | undefined;
    section: string | undefined;
    func: number | undefined;
    funcName: string | undefined;
    stack: string | undefined;
}
export declare const isSystemError: (e: unknown) => e is NodeJS.ErrnoException;
/** A system error about `path` in words. */
export declare function systemError(e: NodeJS.ErrnoException, path?: string | undefined): CliError;
/** What to tell about anything that was thrown while working on `file` (as the user named it). */
export declare function diagnose(e: unknown, file?: string): Diagnostic;
/** What `--json` shows of it. */
export declare function jsonOfDiagnostic({ line, file, reason, offset, section, func, funcName }: Diagnostic): object;
