// JavaScript literals for values that come from a module. Names there are hostile: any of quotes, newlines, comment ends,
// `</script>` and U+2028 may be in them, so strings leave here in ASCII with everything dangerous escaped.

/** A string literal in double quotes, ASCII only. */
export function stringLiteral(s: string): string {
  return JSON.stringify(s)
    .replace(/[\u007f-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)
    // Nothing that ends a script element, a comment or a template around the file.
    .replace(/<(?=[/!])|(?<=\*)\/|(?<=--)>/g, (c) => `\\x${c.charCodeAt(0).toString(16)}`);
}

/** A number that is no NaN; shortest text that gives the same double. */
export function numberLiteral(x: number): string {
  if (x === Infinity) return '1/0';
  if (x === -Infinity) return '-1/0';
  if (Object.is(x, -0)) return '-0';
  return String(x).replace(/^(-?)0\./, '$1.').replace('e+', 'e');
}

/** A size: a number, or a string of decimal digits above 2^53. */
export function sizeLiteral(n: bigint): string {
  return n > BigInt(Number.MAX_SAFE_INTEGER) ? `"${n}"` : String(n);
}
