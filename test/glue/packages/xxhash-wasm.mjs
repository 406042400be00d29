// xxHash written in WebAssembly text, inlined as base64: mostly i64 arithmetic,
// with BigInt at the boundary.
import { randomBytes, require } from './inputs.mjs';

export const load = () => require('xxhash-wasm')();

export function work(xxhash) {
  const hashes = [];
  for (let length = 0; length < 200; length += 7) {
    const bytes = randomBytes(length, length + 1);
    hashes.push([xxhash.h32Raw(bytes, length), xxhash.h64Raw(bytes, BigInt(length) * 0x123456789abcdefn)]);
  }
  const large = randomBytes(300_000, 42);
  const streaming = xxhash.create64(7n);
  for (let i = 0; i < large.length; i += 4093) streaming.update(large.subarray(i, i + 4093));
  return {
    hashes,
    large: [xxhash.h32Raw(large), xxhash.h64Raw(large)],
    streamed: streaming.digest(),
    streamed32: xxhash.create32(3).update('dewasm').update(large).digest(),
    text: [xxhash.h32ToString('grüße'), xxhash.h64ToString('grüße', 0xffffffffffffffffn), xxhash.h64('')],
  };
}
