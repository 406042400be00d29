// Brotli, Rust by wasm-bindgen, in whole buffers and in streams.
import { proseBytes, randomBytes, require, thrownBy } from './inputs.mjs';

export const load = () => require('brotli-wasm');

export function work(brotli) {
  const inputs = [proseBytes(60_000), randomBytes(20_000, 3), new Uint8Array(0), new Uint8Array(5000)];
  const packed = [1, 5, 9, 11].flatMap((quality) => inputs.map((input) => brotli.compress(input, { quality })));
  const unpacked = packed.map((bytes) => brotli.decompress(bytes));
  const same = unpacked.every((bytes, i) => String(bytes) === String(inputs[i % inputs.length]));

  const stream = new brotli.CompressStream(6);
  const pieces = [];
  for (let at = 0; at < inputs[0].length; at += 10_000) {
    const result = stream.compress(inputs[0].subarray(at, at + 10_000), 4096);
    pieces.push([result.code, result.input_offset, result.buf]);
  }
  for (;;) {
    const result = stream.compress(undefined, 4096);
    pieces.push([result.code, result.buf]);
    if (result.code === brotli.BrotliStreamResultCode.ResultSuccess) break;
  }
  const errors = [new Uint8Array([1, 2, 3, 4, 5]), packed[0].subarray(0, 50)].map((bytes) => thrownBy(() => brotli.decompress(bytes)));
  return { packed, same, pieces, errors };
}
