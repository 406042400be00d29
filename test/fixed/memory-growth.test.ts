// Values that grow the memory they are stored to or loaded with. The access must go to the memory as it is afterwards;
// written as `view.setInt32(address, call())` it went to the buffer from before.
import { beforeAll, describe, expect, it } from 'vitest';
import wabt from 'wabt';
import dewasm from 'dewasm/webassembly';

const source = `(module
  (memory (export "memory") 1 4)
  (func $grow (result i32) (memory.grow (i32.const 1)))
  (func (export "store") (param i32) (i32.store (local.get 0) (call $grow)))
  (func (export "storeGrow") (param i32) (i32.store (local.get 0) (memory.grow (i32.const 1))))
  (func (export "load") (result i32) (i32.load (i32.mul (call $grow) (i32.const 65536))))
  (func (export "store64") (param i32) (i64.store (local.get 0) (i64.extend_i32_u (call $grow)))))`;

describe('an operand that grows the memory', () => {
  let bytes: Uint8Array;
  beforeAll(async () => {
    bytes = (await wabt()).parseWat('growth.wat', source).toBinary({}).buffer;
  });

  it.each(['store', 'storeGrow', 'load', 'store64'])('%s', (name) => {
    const results = [WebAssembly, dewasm].map((W) => {
      const { memory, [name]: run } = new W.Instance(new W.Module(bytes as BufferSource) as never, {}).exports as unknown as Record<string, never> & { memory: WebAssembly.Memory };
      const result = (run as (n: number) => unknown)(65536);
      return [result, memory.buffer.byteLength, new Uint8Array(memory.buffer, 65536, 16).join()];
    });
    expect(results[1]).toEqual(results[0]);
  });
});
