// The two ways to talk: messages for people on standard error, results on standard output.
import { isSystemError, systemError } from './failure.js';
import { oneLine, painter } from './text.js';
let paint;
export function say(line) {
    process.stderr.write(`${line}\n`);
}
export function reportDiagnostic(d) {
    paint ??= painter(process.stderr);
    const end = d.line.startsWith('error: ') ? 'error:'.length : oneLine(d.file ?? '').length + 1;
    say(paint('red', d.line.slice(0, end)) + d.line.slice(end));
    if (process.env['DEWASM_DEBUG'] === '1' && d.stack !== undefined)
        say(d.stack);
}
export function reportWarning(file, message) {
    paint ??= painter(process.stderr);
    say(`${oneLine(file)}: ${paint('yellow', 'warning:')} ${oneLine(message)}`);
}
/** Resolves when the text has left, so that a reader that is slow or gone is noticed. */
export function writeStdout(text) {
    return new Promise((resolve, reject) => {
        process.stdout.write(text, (e) => (e ? reject(isSystemError(e) ? systemError(e, 'standard output') : e) : resolve()));
    });
}
export const writeJson = (value) => writeStdout(`${JSON.stringify(value, null, 2)}\n`);
