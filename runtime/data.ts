// Data segments travel as base64 in the module text.

import { globalScope } from './registry.js';

/** Value of each character by its code. */
export const base64Values: Uint8Array = /*#__PURE__*/ makeBase64Values();

export function makeBase64Values(): Uint8Array {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
  const values = new Uint8Array(128);
  for (let i = 0; i < 64; i++) values[alphabet.charCodeAt(i)] = i;
  return values;
}

/** What hosts may have that decodes base64; of the standard one TypeScript does not know yet. */
interface Decoders {
  Uint8Array: { fromBase64?(s: string): Uint8Array };
  Buffer?: { from(s: string, encoding: string): Uint8Array };
}

/**
 * Standard base64 without line breaks. The engine's own method takes a tenth of the time, and nothing is optimised for what runs once;
 * not `atob`, which makes a string first and is slow in Node. `Buffer` is asked of the global object, or bundlers would put one in.
 */
export function decodeBase64(s: string): Uint8Array {
  const { Uint8Array: host, Buffer } = globalScope() as Decoders;
  if (host.fromBase64 !== undefined) return host.fromBase64(s);
  if (Buffer !== undefined && Buffer.from !== undefined) {
    const { buffer, byteOffset, length } = Buffer.from(s, 'base64');
    return new Uint8Array(buffer, byteOffset, length);
  }
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
