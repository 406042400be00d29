// Base64 and hex digits of data segments. By hand, because the compiler also runs where there is no Buffer, and in pieces, because one
// segment can be tens of megabytes.

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Two digits at a time: all pairs, by 12 bits. */
let pairs: string[] | undefined;
/** Hex digits of all bytes. */
let octets: string[] | undefined;
const PIECE = 3 * 4096;

export function encodeBase64(bytes: Uint8Array): string {
  pairs ??= Array.from({ length: 4096 }, (_, i) => DIGITS[i >> 6] + DIGITS[i & 63]);
  const pieces: string[] = [];
  const whole = bytes.length - (bytes.length % 3);
  for (let start = 0; start < whole; start += PIECE) {
    const end = Math.min(whole, start + PIECE);
    let piece = '';
    for (let i = start; i < end; i += 3) piece += pairs[(bytes[i] << 4) | (bytes[i + 1] >> 4)] + pairs[((bytes[i + 1] & 15) << 8) | bytes[i + 2]];
    pieces.push(piece);
  }
  const rest = bytes.length - whole;
  if (rest === 1) pieces.push(pairs[bytes[whole] << 4], '==');
  if (rest === 2) pieces.push(pairs[(bytes[whole] << 4) | (bytes[whole + 1] >> 4)], DIGITS[(bytes[whole + 1] & 15) << 2], '=');
  return pieces.join('');
}

/** Two lower-case digits for each byte. */
export function encodeHex(bytes: Uint8Array): string {
  octets ??= Array.from({ length: 256 }, (_, i) => i.toString(16).padStart(2, '0'));
  const pieces: string[] = [];
  for (let start = 0; start < bytes.length; start += PIECE) {
    const end = Math.min(bytes.length, start + PIECE);
    let piece = '';
    for (let i = start; i < end; i++) piece += octets[bytes[i]];
    pieces.push(piece);
  }
  return pieces.join('');
}
