// libwebp with SIMD, C++ by Emscripten: photographs lossy and lossless, each byte of the files the same.
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { require } from './inputs.mjs';

const codec = require.resolve('@jsquash/webp/codec/enc/webp_enc_simd.js');

export async function load() {
  const { default: create } = await import(pathToFileURL(codec).href);
  const module = new WebAssembly.Module(readFileSync(codec.replace(/js$/, 'wasm')));
  return create({
    noInitialRun: true,
    instantiateWasm(imports, use) {
      const instance = new WebAssembly.Instance(module, imports);
      use(instance);
      return instance.exports;
    },
  });
}

const DEFAULTS = {
  quality: 75, target_size: 0, target_PSNR: 0, method: 4, sns_strength: 50, filter_strength: 60, filter_sharpness: 0, filter_type: 1, partitions: 0, segments: 4,
  pass: 1, show_compressed: 0, preprocessing: 0, autofilter: 0, partition_limit: 0, alpha_compression: 1, alpha_filtering: 1, alpha_quality: 100, lossless: 0, exact: 0,
  image_hint: 0, emulate_jpeg_size: 0, thread_level: 0, low_memory: 0, near_lossless: 100, use_delta_palette: 0, use_sharp_yuv: 0,
};

export function work(encoder) {
  const width = 160, height = 112, pixels = new Uint8ClampedArray(width * height * 4);
  for (let i = 0, noise = 1; i < pixels.length; i++) {
    noise = (Math.imul(noise, 1103515245) + 12345) | 0;
    const x = (i >> 2) % width, y = Math.floor((i >> 2) / width);
    pixels[i] = i % 4 === 3 ? 255 - (x >> 3) : 128 + 90 * Math.sin(x / 17 + (i % 4)) * Math.cos(y / 13) + ((noise >>> 24) & 31);
  }
  const settings = [{}, { quality: 30, method: 6, use_sharp_yuv: 1 }, { quality: 95, segments: 2, autofilter: 1, filter_type: 0 }, { lossless: 1 }, { lossless: 1, near_lossless: 60, method: 2 }];
  return settings.map((each) => encoder.encode(pixels, width, height, { ...DEFAULTS, ...each }));
}
