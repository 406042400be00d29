// What the bits of float constants stand for. Nodes hold bits, as a JavaScript number does not keep those of every NaN.
import { Kind } from '../spec/types.js';

const scratch = new DataView(new ArrayBuffer(8));
export function f32FromBits(bits: number): number {
  scratch.setInt32(0, bits);
  return scratch.getFloat32(0);
}
export function f64FromBits(lo: number, hi: number): number {
  scratch.setInt32(0, hi);
  scratch.setInt32(4, lo);
  return scratch.getFloat64(0);
}

/** Are these the bits of a NaN of this kind? */
export function isNaNBits(kind: Kind, lo: number, hi: number): boolean {
  if (kind === Kind.F32) return (lo & 0x7fffffff) > 0x7f800000;
  const high = hi & 0x7fffffff;
  return high > 0x7ff00000 || (high === 0x7ff00000 && lo !== 0);
}
