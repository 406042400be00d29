// What finds the precompiled module for bytes: their length and 128 bits that all of them go into. SHA-256 in JavaScript takes longer than
// everything else between the bytes of a small module and its instance, and 13 ms for one of 700 kB, 168 ms for one of 14 MB (node 20).
//
// It is no cryptographic hash: who wants two modules of the same sum can make them, and gets the module that was registered, which
// is nothing they could not have run anyway. What nobody makes so: every word changes the state to one that no other word at its place
// would, and every step can be undone, so a difference never vanishes by itself, only by another one later that happens to fit, one in 2^96 at best.

/** The sum of `bytes` as text that begins with their number. Built modules hold it, so it cannot change. */
export function contentSum(bytes: Uint8Array): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 4);
  let a = bytes.length | 0, b = 0x243f6a88, c = 0x85a308d3 | 0, d = 0x13198a2e;
  for (let at = 0; at < whole; at += 4) {
    const x = Math.imul(a ^ view.getInt32(at, true), 0x9e3779b1);
    a = b;
    b = c;
    c = (d + x) | 0;
    d = x ^ (x >>> 15);
  }
  // What is left, and zeros, as many as bring the last word through all of the state. A loop of its own: a branch in the first that is
  // not taken until here would cost more than all the rest, because engines optimise that loop before they have seen it.
  let word = lastWord(bytes, whole);
  for (let round = 0; round < 16; round++) {
    const x = Math.imul(a ^ word, 0x9e3779b1);
    word = 0;
    a = b;
    b = c;
    c = (d + x) | 0;
    d = x ^ (x >>> 15);
  }
  let sum = String(bytes.length) + '-';
  for (const part of [a, b, c, d]) sum += (part >>> 0).toString(16).padStart(8, '0');
  return sum;
}

/** Up to three bytes behind the whole words. */
function lastWord(bytes: Uint8Array, from: number): number {
  let word = 0;
  for (let at = bytes.length - 1; at >= from; at--) word = (word << 8) | bytes[at];
  return word;
}
