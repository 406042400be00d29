// Input shared by the programs: text and bytes made here, and JavaScript found
// in installed packages, so that all sides work on the same real sources.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const require = createRequire(import.meta.url);

/** @param {number} length @param {number} seed */
export function randomBytes(length, seed) {
  const bytes = new Uint8Array(length);
  for (let i = 0, x = seed | 0; i < length; i++) {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    bytes[i] = x >>> 11;
  }
  return bytes;
}

/** @param {number} length */
export function proseBytes(length) {
  const words = 'the compiler reads a module and writes the same module again in another language which every engine knows'.split(' ');
  let text = '';
  for (let i = 0, x = 7; text.length < length; i++) {
    x = (x * 1103515245 + 12345) & 0x7fffffff;
    text += words[(x >> 8) % words.length] + (i % 11 === 10 ? '.\n' : ' ');
  }
  return new TextEncoder().encode(text.slice(0, length));
}

/** @param {string} file of a package, as `acorn/dist/acorn.js`; many are not among what their package exports */
export const sourceOf = (file) => readFileSync(new URL(`../../../node_modules/${file}`, import.meta.url), 'utf8');

/** @param {() => unknown} action @returns {unknown} what was thrown, as text */
export function thrownBy(action) {
  try {
    return { returned: action() };
  } catch (error) {
    return error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  }
}
