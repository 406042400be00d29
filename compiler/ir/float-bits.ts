// The numbers that the bits of float constants stand for. Nodes hold bits, as a JavaScript number does not keep those of every NaN.
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
