// Vectors to try instructions on: the edges of every lane type, and random bits.
import { randomInts } from '../runtime/native.js';

const EDGES_8 = [0, 1, 2, 0x3f, 0x40, 0x7e, 0x7f, 0x80, 0x81, 0xc0, 0xfe, 0xff];
const EDGES_16 = [0, 1, 0x7f, 0x80, 0xff, 0x100, 0x7ffe, 0x7fff, 0x8000, 0x8001, 0xff7f, 0xff80, 0xff81, 0xfffe, 0xffff];
const EDGES_32 = [0, 1, 0x7fff, 0x8000, 0xffff, 0x10000, 0x7fffffff, 0x80000000, 0x80000001, 0xffff7fff, 0xffff8000, 0xfffffffe, 0xffffffff];
export const EDGES_F = [
  0, -0, 1, -1, 0.5, -0.5, 1.5, -1.5, 2.5, -2.5, 0.49999997, 1e-45, -1e-45, 1e-40, 3.4028234e38, -3.4028234e38, Infinity, -Infinity, NaN,
  2147483647, 2147483648, -2147483648, -2147483649, 4294967295, 4294967296, 4294967040, 8388607.5, 8388608, 4503599627370495.5, 4503599627370496, 5e-324, 1.7976931348623157e308, 16777217,
];
/** NaNs with a payload, one of them signalling. */
const NANS = [0x7fc00000, 0xffc00000, 0x7fc12345, 0xffd54321, 0x7fa00001];

/** `count` vectors one after the other; the same for the same seed. */
export function vectors(count: number, seed: number): Uint8Array {
  const random = randomInts(seed), below = (n: number): number => (random() >>> 0) % n, pick = <T>(list: readonly T[]): T => list[below(list.length)];
  const bytes = new Uint8Array(count * 16), view = new DataView(bytes.buffer);
  for (let v = 0; v < bytes.length; v += 16) {
    const kind = below(8);
    for (let k = 0; k < 16; k++) {
      if (kind === 0 || kind === 7) bytes[v + k] = random();
      else if (kind === 1) bytes[v + k] = pick(EDGES_8);
      else if (kind === 2 && k % 2 === 0) view.setUint16(v + k, pick(EDGES_16), true);
      else if (kind === 3 && k % 4 === 0) view.setUint32(v + k, pick(EDGES_32), true);
      else if (kind === 4 && k % 4 === 0) view.setFloat32(v + k, below(3) === 0 ? (random() / 65536) : pick(EDGES_F), true);
      else if (kind === 5 && k % 8 === 0) view.setFloat64(v + k, below(3) === 0 ? random() * 1.37 : pick(EDGES_F), true);
      else if (kind === 6 && k % 4 === 0) view.setUint32(v + k, below(2) === 0 ? pick(NANS) : random(), true);
    }
  }
  return bytes;
}
