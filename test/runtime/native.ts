// Native instances of small text modules, as the reference to compare with.
import wabtFactory from 'wabt';

const wabt = await wabtFactory();

export function wasmBytes(wat: string): Uint8Array {
  const module = wabt.parseWat('test.wat', wat, { multi_memory: true, relaxed_simd: true } as never);
  const { buffer } = module.toBinary({});
  module.destroy();
  return buffer;
}

export function native(wat: string, imports: WebAssembly.Imports = {}): Record<string, (...args: unknown[]) => unknown> {
  return new WebAssembly.Instance(new WebAssembly.Module(wasmBytes(wat) as BufferSource), imports).exports as never;
}

/** A repeatable source of random int32 values (xorshift). */
export function randomInts(seed: number): () => number {
  let x = seed | 1;
  return () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return x | 0;
  };
}
