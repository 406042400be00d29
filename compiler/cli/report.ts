// The two ways to talk: messages for people on standard error, results on standard output.
import { isSystemError, systemError, type Diagnostic } from './failure.js';
import { oneLine, painter, type Paint } from './text.js';

let paint: Paint | undefined;

export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

export function reportDiagnostic(d: Diagnostic): void {
  paint ??= painter(process.stderr);
  const end = d.line.startsWith('error: ') ? 'error:'.length : oneLine(d.file ?? '').length + 1;
  say(paint('red', d.line.slice(0, end)) + d.line.slice(end));
  if (process.env['DEWASM_DEBUG'] === '1' && d.stack !== undefined) say(d.stack);
}

export function reportWarning(file: string, message: string): void {
  paint ??= painter(process.stderr);
  say(`${oneLine(file)}: ${paint('yellow', 'warning:')} ${oneLine(message)}`);
}

/** Resolves when the text has left, so that a reader that is slow or gone is noticed. */
export function writeStdout(text: string | Uint8Array): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (e) => (e ? reject(isSystemError(e) ? systemError(e, 'standard output') : e) : resolve()));
  });
}

export const writeJson = (value: object): Promise<void> => writeStdout(`${JSON.stringify(value, null, 2)}\n`);
