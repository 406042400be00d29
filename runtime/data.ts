// Data segments travel as base64 in the module text, as hex digits in minified text.

import { globalScope } from './registry.js';

/** Value of each character by its code. */
export const base64Values: Uint8Array = /*#__PURE__*/ makeBase64Values();

export function makeBase64Values(): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const values = new Uint8Array(128);
  for (let i = 0; i < 64; i++) values[alphabet.charCodeAt(i)] = i;
  return values;
}

/** What hosts may have that decodes; of the standard ones TypeScript does not know yet. */
interface Decoders {
  Uint8Array: { fromBase64?(s: string): Uint8Array; fromHex?(s: string): Uint8Array };
  Buffer?: { from(s: string, encoding: string): Uint8Array };
}

/** By the `Buffer` of Node and its like. It is asked of the global object, or bundlers would put one in. */
export function decodeByBuffer(s: string, encoding: string): Uint8Array | null {
  const { Buffer } = globalScope() as Decoders;
  if (Buffer === undefined || Buffer.from === undefined) return null;
  const { buffer, byteOffset, length } = Buffer.from(s, encoding);
  return new Uint8Array(buffer, byteOffset, length);
}

/**
 * Standard base64 without line breaks. The engine's own method takes a tenth of the time, and nothing is optimised for what runs once;
 * not `atob`, which makes a string first and is slow in Node.
 */
export function decodeBase64(s: string): Uint8Array {
  const host = (globalScope() as Decoders).Uint8Array;
  const known = host.fromBase64 === undefined ? decodeByBuffer(s, 'base64') : host.fromBase64(s);
  if (known !== null) return known;
  const values = base64Values;
  const padding = s.charCodeAt(s.length - 1) !== 61 ? 0 : s.charCodeAt(s.length - 2) !== 61 ? 1 : 2;
  const bytes = new Uint8Array((s.length / 4) * 3 - padding);
  let at = 0;
  for (let i = 0; i < s.length; i += 4) {
    const word = (values[s.charCodeAt(i)] << 18) | (values[s.charCodeAt(i + 1)] << 12) | (values[s.charCodeAt(i + 2)] << 6) | values[s.charCodeAt(i + 3)];
    // Stores beyond the end, from the padding, do nothing.
    bytes[at++] = word >> 16;
    bytes[at++] = word >> 8;
    bytes[at++] = word;
  }
  return bytes;
}

/** Two digits for each byte. */
export function decodeHex(s: string): Uint8Array {
  const host = (globalScope() as Decoders).Uint8Array;
  const known = host.fromHex === undefined ? decodeByBuffer(s, 'hex') : host.fromHex(s);
  if (known !== null) return known;
  const bytes = new Uint8Array(s.length / 2);
  for (let i = 0; i < bytes.length; i++) {
    const high = s.charCodeAt(2 * i);
    const low = s.charCodeAt(2 * i + 1);
    // Of '0' to '9' the code has the digit in its last four bits, of 'a' to 'f' it is nine less.
    bytes[i] = (((high & 15) + (high >> 6) * 9) << 4) | ((low & 15) + (low >> 6) * 9);
  }
  return bytes;
}
