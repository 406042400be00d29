// WebAssembly.Memory: descriptors, growth, the buffer's identity.

import { describe, expect, test } from 'vitest';
import { namespaces, ours } from './namespaces.js';

const outOfRange = [NaN, Infinity, -Infinity, -1, 0x100000000, 0x1000000000];

describe.each(namespaces)('%s Memory', (_name, W) => {
  test('invalid descriptors', () => {
    expect(() => new W.Memory({ initial: undefined } as never)).toThrow(TypeError);
    for (const value of outOfRange) {
      expect(() => new W.Memory({ initial: value }), String(value)).toThrow(TypeError);
      expect(() => new W.Memory({ initial: 0, maximum: value }), String(value)).toThrow(TypeError);
    }
    expect(() => new W.Memory({ initial: 1n } as never)).toThrow(TypeError);
    expect(() => new W.Memory({ initial: Symbol() } as never)).toThrow(TypeError);
    expect(() => new W.Memory({ initial: 10, maximum: 9 })).toThrow(RangeError);
    expect(() => new W.Memory({ initial: 65537 })).toThrow(RangeError);
    expect(() => new W.Memory({ initial: 0, maximum: 65537 })).toThrow(RangeError);
    expect(() => new W.Memory({ initial: 10, shared: true })).toThrow(TypeError);
  });

  test('order of evaluation', () => {
    const order: string[] = [];
    const member = (name: string) => {
      order.push(name);
      return { valueOf() { order.push(name + ' valueOf'); return 1; } };
    };
    new W.Memory({ get maximum() { return member('maximum'); }, get initial() { return member('initial'); }, get shared() { order.push('shared'); return false; } } as never);
    expect(order).toEqual(['initial', 'initial valueOf', 'maximum', 'maximum valueOf', 'shared']);
  });

  test('sizes', () => {
    for (const [initial, pages] of [[0, 0], [4, 4], [1.9, 1], ['2', 2]] as [number, number][]) {
      const memory = new W.Memory({ initial });
      expect(memory.buffer.byteLength).toBe(pages * 65536);
      expect(memory.buffer).toBe(memory.buffer);
      expect(Object.getPrototypeOf(memory.buffer)).toBe(ArrayBuffer.prototype);
      expect(Object.isFrozen(memory.buffer)).toBe(false);
    }
  });

  test('grow detaches what was seen', () => {
    const memory = new W.Memory({ initial: 1, maximum: 3 });
    const before = memory.buffer;
    new Uint8Array(before)[7] = 42;
    expect(memory.grow(2)).toBe(1);
    expect(before.byteLength).toBe(0);
    expect(memory.buffer).not.toBe(before);
    expect(memory.buffer.byteLength).toBe(3 * 65536);
    expect(new Uint8Array(memory.buffer)[7]).toBe(42);
    expect(() => memory.grow(1)).toThrow(RangeError);
    expect(memory.buffer.byteLength).toBe(3 * 65536);
  });

  test('grow by nothing', () => {
    const memory = new W.Memory({ initial: 2 });
    const before = memory.buffer;
    expect(memory.grow(0)).toBe(2);
    expect(before.byteLength).toBe(0);
    expect(memory.buffer.byteLength).toBe(2 * 65536);
    expect(memory.buffer).not.toBe(before);
  });

  test('grow arguments', () => {
    const memory = new W.Memory({ initial: 1, maximum: 5 });
    expect(() => (memory.grow as unknown as () => void)()).toThrow(TypeError);
    for (const value of [undefined, ...outOfRange, 1n, Symbol(), {}]) expect(() => memory.grow(value as number)).toThrow(TypeError);
    expect(memory.grow('1' as never)).toBe(1);
    expect(memory.grow({ valueOf: () => 1.9 } as never)).toBe(2);
    expect(() => memory.grow(65536)).toThrow(RangeError);
    expect(() => memory.grow(0xffffffff)).toThrow(RangeError);
    expect(memory.buffer.byteLength).toBe(3 * 65536);
  });

  test('shared', () => {
    const memory = new W.Memory({ initial: 1, maximum: 4, shared: true });
    const first = memory.buffer;
    expect(first).toBeInstanceOf(SharedArrayBuffer);
    expect(first.byteLength).toBe(65536);
    expect(memory.buffer).toBe(first);
    expect(Object.isFrozen(first)).toBe(true);
    new Uint8Array(first)[5] = 9;
    expect(memory.grow(2)).toBe(1);
    const second = memory.buffer;
    expect(second).not.toBe(first);
    expect(first.byteLength).toBe(65536);
    expect(second.byteLength).toBe(3 * 65536);
    expect(Object.isFrozen(second)).toBe(true);
    expect(new Uint8Array(second)[5]).toBe(9);
    new Uint8Array(first)[6] = 8;
    expect(new Uint8Array(second)[6]).toBe(8);
    expect(() => memory.grow(2)).toThrow(RangeError);
  });
});

describe('beyond node 20', () => {
  test('64-bit addresses', () => {
    const memory: any = new ours.Memory({ initial: 1n, maximum: 3n, address: 'i64' } as never);
    expect(memory.grow(1n)).toBe(1n);
    expect(() => memory.grow(1)).toThrow(TypeError);
    expect(() => memory.grow(-1n)).toThrow(TypeError);
    expect(() => memory.grow(2n ** 64n)).toThrow(TypeError);
    expect(() => memory.grow(2n ** 40n)).toThrow(RangeError);
    expect(memory.type()).toEqual({ minimum: 2n, maximum: 3n, shared: false, address: 'i64' });
    expect(() => new ours.Memory({ initial: 1, address: 'i64' } as never)).toThrow(TypeError);
    expect(() => new ours.Memory({ initial: 1n, address: 'i32' } as never)).toThrow(TypeError);
    expect(() => new ours.Memory({ initial: 1, address: 'i16' } as never)).toThrow(TypeError);
    expect(() => new ours.Memory({ initial: 2n ** 60n, address: 'i64' } as never)).toThrow(RangeError);
  });

  test('limits of 64-bit memories: 16 GiB, and a maximum below 2^37 pages', () => {
    const make = (initial: bigint, maximum?: bigint): any => new ours.Memory({ initial, maximum, address: 'i64' } as never);
    expect(() => make(262145n)).toThrow(RangeError);
    expect(() => make(0n, 2n ** 37n)).toThrow(RangeError);
    expect(make(0n, 2n ** 37n - 1n).type().maximum).toBe(2n ** 37n - 1n);
    expect(() => make(1n, 262145n).grow(262144n)).toThrow(RangeError);
  });

  test('what type() gives is a descriptor', () => {
    for (const descriptor of [{ initial: 2 }, { initial: 1, maximum: 3 }, { initial: 1n, maximum: 3n, address: 'i64' }, { initial: 1, maximum: 2, shared: true }]) {
      const type = (new ours.Memory(descriptor as never) as any).type();
      expect((new ours.Memory(type) as any).type()).toEqual(type);
    }
    expect(() => new ours.Memory({ initial: 1, minimum: 1 } as never)).toThrow(TypeError);
    expect(() => new ours.Memory({ maximum: 1 } as never)).toThrow("'initial' is required");
  });

  test('a fraction is cut off before it is looked at', () => {
    expect(new ours.Memory({ initial: -0.5 }).buffer.byteLength).toBe(0);
  });

  test('type() and toFixedLengthBuffer()', () => {
    const memory: any = new ours.Memory({ initial: 1 });
    expect(memory.type()).toEqual({ minimum: 1, shared: false, address: 'i32' });
    expect(memory.toFixedLengthBuffer()).toBe(memory.buffer);
  });

  test.skipIf(!('resize' in ArrayBuffer.prototype))('toResizableBuffer()', () => {
    const memory: any = new ours.Memory({ initial: 1, maximum: 3 });
    const before = memory.buffer;
    new Uint8Array(before)[7] = 42;
    const buffer = memory.toResizableBuffer();
    expect([buffer.resizable, buffer.maxByteLength, before.byteLength, new Uint8Array(buffer)[7]]).toEqual([true, 3 * 65536, 0, 42]);
    expect(memory.buffer).toBe(buffer);
    expect(memory.grow(1)).toBe(1);
    expect([memory.buffer === buffer, buffer.byteLength]).toEqual([true, 2 * 65536]);
    buffer.resize(3 * 65536);
    expect(memory.type().minimum).toBe(3);
    expect(memory.toFixedLengthBuffer()).not.toBe(buffer);
  });
});
