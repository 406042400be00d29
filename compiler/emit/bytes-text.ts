// Base64 and hex digits of data segments. By hand, because the compiler also runs where there is no Buffer, and as bytes,
// because joining strings of two digits for tens of megabytes takes several times as long.

const BASE64 = new TextEncoder().encode('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/');
const HEX = new TextEncoder().encode('0123456789abcdef');
const EQUALS = 61;
const decoder = new TextDecoder();

export function encodeBase64(bytes: Uint8Array): string {
  const out = new Uint8Array(Math.ceil(bytes.length / 3) * 4).fill(EQUALS);
  const rest = bytes.length % 3, whole = bytes.length - rest;
  let to = 0;
  for (let i = 0; i < whole; i += 3) {
    const bits = (bytes[i] << 16) | (bytes[i + 1] << 8) | bytes[i + 2];
    out[to++] = BASE64[bits >> 18];
    out[to++] = BASE64[(bits >> 12) & 63];
    out[to++] = BASE64[(bits >> 6) & 63];
    out[to++] = BASE64[bits & 63];
  }
  if (rest > 0) {
    const bits = (bytes[whole] << 16) | (rest === 2 ? bytes[whole + 1] << 8 : 0);
    out[to++] = BASE64[bits >> 18];
    out[to++] = BASE64[(bits >> 12) & 63];
    if (rest === 2) out[to] = BASE64[(bits >> 6) & 63];
  }
  return decoder.decode(out);
}

/** Two lower-case digits for each byte. */
export function encodeHex(bytes: Uint8Array): string {
  const out = new Uint8Array(bytes.length * 2);
  for (let i = 0; i < bytes.length; i++) {
    out[2 * i] = HEX[bytes[i] >> 4];
    out[2 * i + 1] = HEX[bytes[i] & 15];
  }
  return decoder.decode(out);
}
