// How the command line fails: one line that says what is wrong with which file, never a stack trace unless DEWASM_DEBUG=1
// asks for it. Whatever is thrown becomes a `Diagnostic`, plain data that crosses worker threads and prints as JSON.
import { OptionError } from '../options.js';
import { CompileError } from '../spec/errors.js';
import { oneLine } from './text.js';
export const EXIT = { done: 0, failed: 1, usage: 2 };
/** A failure with a message for the user. `usage`: the command line itself is wrong, whatever the files are. */
export class CliError extends Error {
    constructor(message, exitCode = EXIT.failed, cause) {
        super(message, { cause });
        this.name = 'CliError';
        this.exitCode = exitCode;
    }
}
const SYSTEM_ERRORS = {
    ENOENT: 'no such file or folder', EACCES: 'permission denied', EPERM: 'operation not permitted', EISDIR: 'is a directory', ENOTDIR: 'not a directory',
    ENOSPC: 'no space left on the device', EROFS: 'read-only file system', EMFILE: 'too many open files', ENAMETOOLONG: 'the name is too long',
    ELOOP: 'too many symbolic links', EBUSY: 'the file is busy', EXDEV: 'on another device', ETXTBSY: 'the file is being executed',
};
export const isSystemError = (e) => e instanceof Error && typeof e.code === 'string' && 'syscall' in e;
/** A system error about `path` in words. */
export function systemError(e, path = e.path) {
    const words = SYSTEM_ERRORS[e.code ?? ''] ?? e.message;
    return new CliError(path === undefined ? words : `${path}: ${words}`, EXIT.failed, e);
}
const stackOf = (e) => (e instanceof Error ? (e.stack ?? String(e)) + (e.cause === undefined ? '' : `\ncaused by ${stackOf(e.cause)}`) : undefined);
/** What to tell about anything that was thrown while working on `file` (as the user named it). */
export function diagnose(e, file) {
    if (isSystemError(e))
        return diagnose(systemError(e), file);
    const stack = stackOf(e);
    const at = { file, offset: undefined, section: undefined, func: undefined, funcName: undefined, stack };
    if (e instanceof CompileError) {
        const { offset, section, func, funcName, reason } = e;
        const place = file === undefined ? 'error: ' : `${file}:${offset === undefined ? ' ' : ''}`;
        return { ...at, line: oneLine(place + e.message), exitCode: EXIT.failed, reason, offset, section, func, funcName };
    }
    if (e instanceof CliError || e instanceof OptionError) {
        const exitCode = e instanceof CliError ? e.exitCode : EXIT.usage;
        return { ...at, line: oneLine(`error: ${e.message}`), exitCode, reason: e.message };
    }
    const reason = `internal error: ${e instanceof Error ? `${e.name}: ${e.message}` : String(e)}`;
    const hint = 'this is a bug in dewasm; DEWASM_DEBUG=1 shows where';
    return { ...at, line: oneLine(`error: ${file === undefined ? '' : `${file}: `}${reason} (${hint})`), exitCode: EXIT.failed, reason };
}
/** What `--json` shows of it. */
export function jsonOfDiagnostic({ line, file, reason, offset, section, func, funcName }) {
    return { message: line, file, reason, offset, section, func, funcName };
}
