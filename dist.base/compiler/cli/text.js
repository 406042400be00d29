// Text on a terminal. Names in modules and of files are anyone's: control characters in them must not move the cursor,
// change colours or break the rule that an error is one line.
import { styleText } from 'node:util';
/** Controls, invisible characters such as those that reverse the direction of text, line separators, halves of pairs. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu;
const ESCAPES = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escapeUnsafe = (c) => ESCAPES[c] ?? `\\u{${(c.codePointAt(0) ?? 0).toString(16)}}`;
/** The text with everything that is unsafe to print escaped. */
export const oneLine = (text) => text.replace(UNSAFE, escapeUnsafe);
/** A name from a module, in quotes. */
export const quoted = (name) => oneLine(JSON.stringify(name));
/** Colours where the stream shows them; FORCE_COLOR and NO_COLOR have the last word, in this order. */
export function painter(stream) {
    const { FORCE_COLOR: force, NO_COLOR: no } = process.env;
    let on;
    if (force !== undefined)
        on = force !== '0' && force !== 'false';
    else if (no !== undefined && no !== '')
        on = false;
    else
        on = stream.isTTY && stream.hasColors();
    // `styleText` asks the environment itself in newer versions of Node; all has been asked here.
    return on ? (style, text) => styleText(style, text, { validateStream: false }) : (_, text) => text;
}
