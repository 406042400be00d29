// Linear memory: sizes, growth, what the host sees of it, and bulk operations.
import { expect, test } from 'vitest';
import { copyBytes, decodeBase64, decodeHex, fillBytes, memory, memoryCopy, memoryFill, memoryGrow, memoryInit, plainView, type MemoryRec, RuntimeError, sharedMemory, shortView } from 'dewasm/runtime';
import { native } from './native.js';

const PAGE = 65536;

test('growth keeps contents, renews the view and tells subscribers', () => {
  const m = memory(1, 3, 0);
  let told = 0;
  m.subs.push(() => told++);
  m.d.setInt32(PAGE - 4, 42, true);
  const before = m.d;
  expect(memoryGrow(m, 1)).toBe(1);
  expect(m.d).not.toBe(before);
  expect([m.n, m.d.byteLength, m.u.length, m.b.byteLength]).toEqual([2, 2 * PAGE, 2 * PAGE, 2 * PAGE]);
  expect(m.d.getInt32(PAGE - 4, true)).toBe(42);
  expect(told).toBe(1);
  expect(memoryGrow(m, 2)).toBe(-1);
  expect(memoryGrow(m, -1)).toBe(-1); // 4294967295 pages
  expect([m.n, told]).toEqual([2, 1]);
  expect(memoryGrow(m, 1)).toBe(2);
  expect(memoryGrow(m, 0)).toBe(3);
});

test('only a buffer that was seen is detached', () => {
  const m = memory(1, undefined, 0);
  const unseen = m.b;
  memoryGrow(m, 1);
  expect(unseen.byteLength).toBe(PAGE);
  const seen = m.b;
  m.seen = true;
  m.u[5] = 9;
  memoryGrow(m, 1);
  expect(seen.byteLength).toBe(0);
  expect([m.seen, m.u[5], m.n]).toEqual([false, 9, 3]);
});

test('growing by nothing detaches a seen buffer, as in browsers', () => {
  const m = memory(1, undefined, 0);
  m.u[7] = 3;
  m.seen = true;
  const seen = m.b;
  expect(memoryGrow(m, 0)).toBe(1);
  expect([seen.byteLength, m.b.byteLength, m.u[7], m.d.getUint8(7)]).toEqual([0, PAGE, 3, 3]);
  const other = m.b;
  expect(memoryGrow(m, 0)).toBe(1);
  expect(m.b).toBe(other);
});

test('a seen buffer grows in one step where the host can, and stays as it was when that fails', () => {
  const prototype = ArrayBuffer.prototype as { transfer?: unknown };
  const own = Object.getOwnPropertyDescriptor(prototype, 'transfer');
  const asked: number[] = [];
  const transfer = function (this: ArrayBuffer, bytes: number): ArrayBuffer {
    asked.push(bytes);
    if (bytes > 4 * PAGE) throw new RangeError('no memory');
    const moved = new ArrayBuffer(bytes);
    new Uint8Array(moved).set(new Uint8Array(this));
    structuredClone(this, { transfer: [this] });
    return moved;
  };
  Object.defineProperty(prototype, 'transfer', { value: transfer, configurable: true });
  try {
    const m = memory(1, undefined, 0);
    m.u[3] = 8;
    memoryGrow(m, 1);
    const seen = m.b;
    m.seen = true;
    expect(memoryGrow(m, 9)).toBe(-1);
    expect([m.b === seen, seen.byteLength, m.seen, m.n]).toEqual([true, 2 * PAGE, true, 2]);
    expect(memoryGrow(m, 1)).toBe(2);
    expect([asked, seen.byteLength, m.b.byteLength, m.u[3], m.d.getUint8(3), m.n, m.seen]).toEqual([[11 * PAGE, 3 * PAGE], 0, 3 * PAGE, 8, 8, 3, false]);
  } finally {
    if (own === undefined) delete prototype.transfer;
    else Object.defineProperty(prototype, 'transfer', own);
  }
});

test('growth works without any means to detach', () => {
  const { transfer } = ArrayBuffer.prototype as { transfer?: unknown };
  const clone = globalThis.structuredClone;
  delete (ArrayBuffer.prototype as { transfer?: unknown }).transfer;
  globalThis.structuredClone = undefined as never;
  try {
    const m = memory(1, undefined, 0);
    m.seen = true;
    m.u[1] = 2;
    expect(memoryGrow(m, 1)).toBe(1);
    expect([m.n, m.u[1]]).toEqual([2, 2]);
    m.seen = true;
    expect(memoryGrow(m, 0)).toBe(2);
  } finally {
    globalThis.structuredClone = clone;
    if (transfer !== undefined) Object.defineProperty(ArrayBuffer.prototype, 'transfer', { value: transfer, writable: true, configurable: true });
  }
});

test('limits', () => {
  expect(memoryGrow(memory(0, undefined, 0), 65537)).toBe(-1);
  expect(() => memory(65537, undefined, 0)).toThrow(RangeError);
  expect(memory(0, '18446744073709551615', 2).i64).toBe(true);
  const bytes = memory(10, undefined, 0, 0);
  expect([bytes.page, bytes.b.byteLength, memoryGrow(bytes, 5), bytes.u.length]).toEqual([1, 10, 10, 15]);
});

test('shared memory stays in place and has its length apart', () => {
  const m = sharedMemory(1, 4, 0);
  const buffer = m.b;
  expect(buffer).toBeInstanceOf(SharedArrayBuffer);
  expect(m.u.length).toBe(PAGE);
  expect(() => m.d.getInt8(PAGE)).toThrow(RangeError);
  expect(() => m.d.getInt32(PAGE, true)).toThrow(RangeError);
  m.u[0] = 1;
  expect(memoryGrow(m, 2)).toBe(1);
  expect(m.b).toBe(buffer);
  expect([m.n, m.u.length, m.u[0], m.d.getInt32(PAGE, true)]).toEqual([3, 3 * PAGE, 1, 0]);
  expect(memoryGrow(m, 2)).toBe(-1);
});

test('what stands for the view of a shared memory reads and writes as a DataView does', () => {
  const m = sharedMemory(1, 2, 0), plain = new DataView(m.b, 0, PAGE);
  expect(plainView(m)).toBeInstanceOf(DataView);
  for (let at = 0; at < PAGE; at++) m.u[at] = Math.imul(at, 2654435761) >>> 24;
  const at = [0, 1, 2, 3, 4, 6, 4097, PAGE - 8, PAGE - 5, PAGE - 4, PAGE - 3, PAGE - 2, PAGE - 1, PAGE, PAGE + 4, 2 ** 31, 2 ** 32, 2 ** 32 + 4, -1, -4, -(2 ** 31)];
  const outcome = (f: () => unknown): unknown => {
    try {
      return f();
    } catch (e) {
      return (e as Error).name;
    }
  };
  for (const type of ['Int8', 'Uint8', 'Int16', 'Uint16', 'Int32', 'Float32', 'Float64'] as const) {
    for (const a of at) expect([type, a, outcome(() => m.d[`get${type}`](a, true))]).toEqual([type, a, outcome(() => plain[`get${type}`](a, true))]);
    if (type.startsWith('Uint')) continue;
    for (const a of at) {
      const set = (view: DataView, v: number): unknown => outcome(() => { view[`set${type}`](a, v, true); });
      expect(set(m.d, 77)).toBe(set(plain, 77));
      if (a >= 0 && a < PAGE - 8) expect(plain[`get${type}`](a, true)).toBe(77);
    }
  }
  memoryGrow(m, 1);
  expect([m.d.getInt32(PAGE, true), plainView(m).byteLength]).toEqual([0, 2 * PAGE]);
});

test.each([
  ['few bytes word by word', memoryFill, memoryCopy], ['by methods of typed arrays', fillBytes, copyBytes],
])('bulk operations do what the instructions do: %s', (_, fill, copy) => {
  const reference = native(`(module (memory (export "m") 1) (data $d "abcdefgh")
    (func (export "fill") (param i32 i32 i32) (memory.fill (local.get 0) (local.get 1) (local.get 2)))
    (func (export "copy") (param i32 i32 i32) (memory.copy (local.get 0) (local.get 1) (local.get 2)))
    (func (export "init") (param i32 i32 i32) (memory.init $d (local.get 0) (local.get 1) (local.get 2))))`);
  const m: MemoryRec = memory(1, undefined, 0);
  const segment = new TextEncoder().encode('abcdefgh');
  const ours: Record<string, (a: number, b: number, c: number) => void> = {
    fill: (a, b, c) => fill(m, a, b, c), copy: (a, b, c) => copy(m, m, a, b, c), init: (a, b, c) => memoryInit(m, segment, a, b, c),
  };
  const edges = [0, 1, 3, 8, 9, 100, PAGE - 8, PAGE - 1, PAGE, PAGE + 1, -1, -8, 0x7fffffff, -0x80000000];
  const outcome = (f: () => unknown): string => {
    try {
      f();
      return 'done';
    } catch (e) {
      return (e as Error).message;
    }
  };
  const expected = new Uint8Array((reference.m as unknown as WebAssembly.Memory).buffer);
  for (const op of ['fill', 'init', 'copy']) {
    for (const a of edges) for (const b of edges) for (const c of edges) {
      expect([op, a, b, c, outcome(() => ours[op](a, b, c))]).toEqual([op, a, b, c, outcome(() => reference[op](a, b, c))]);
    }
    expect(Buffer.compare(m.u, expected)).toBe(0);
  }
  expect(() => fill(m, PAGE, 0, 1)).toThrow(RuntimeError);
  const other = memory(1, undefined, 0);
  fill(other, 0, 7, 4);
  copy(m, other, 10, 1, 3);
  expect([...m.u.subarray(10, 13)]).toEqual([7, 7, 7]);
  expect(() => copy(m, other, 0, PAGE - 1, 2)).toThrow(RuntimeError);
});

test('few bytes, also where they overlap', () => {
  const m = memory(1, undefined, 0);
  const around = 200, room = 100;
  for (let n = 0; n <= 72; n++) {
    for (let distance = -20; distance <= 20; distance++) {
      for (let i = 0; i < 2 * around; i++) m.u[i] = (i * 37) & 255;
      const expected = m.u.slice(0, 2 * around).copyWithin(room + distance, room, room + n);
      memoryCopy(m, m, room + distance, room, n);
      expect(Buffer.compare(m.u.subarray(0, 2 * around), expected), `${n} bytes by ${distance}`).toBe(0);
    }
    const filled = m.u.slice(0, 2 * around).fill(n | 0x80, room, room + n);
    memoryFill(m, room, n | 0x180, n);
    expect(Buffer.compare(m.u.subarray(0, 2 * around), filled), `${n} bytes filled`).toBe(0);
  }
});

test('base64 and hex digits, by whatever of the host does it, and where nothing does', () => {
  const hosts = globalThis as { Buffer?: unknown };
  const { Buffer } = globalThis;
  const own = (['fromBase64', 'fromHex'] as const).map((name) => [name, Object.getOwnPropertyDescriptor(Uint8Array, name)] as const);
  const all = [Uint8Array.from({ length: 256 }, (_, i) => i), ...Array.from({ length: 40 }, (_, n) => Uint8Array.from({ length: n }, (__, i) => (i * 83 + n * 7) & 255))];
  const texts = all.map((bytes) => [bytes, Buffer.from(bytes).toString('base64'), Buffer.from(bytes).toString('hex')] as const);
  const check = (): void => {
    for (const [bytes, base64, hex] of texts) {
      expect([...decodeBase64(base64)]).toEqual([...bytes]);
      expect([...decodeHex(hex)]).toEqual([...bytes]);
    }
  };
  const asked: string[] = [];
  try {
    check();
    for (const [name] of own) {
      Object.defineProperty(Uint8Array, name, { value: (s: string) => (asked.push(s), new Uint8Array(Buffer.from(s, name === 'fromHex' ? 'hex' : 'base64'))), configurable: true });
    }
    check();
    expect(asked).toHaveLength(2 * texts.length);
    for (const [name] of own) Reflect.deleteProperty(Uint8Array, name);
    check();
    hosts.Buffer = undefined;
    check();
  } finally {
    hosts.Buffer = Buffer;
    for (const [name, descriptor] of own) if (descriptor !== undefined) Object.defineProperty(Uint8Array, name, descriptor);
  }
});

test('views with methods of one letter, also of what stands in for a DataView', () => {
  const m = memory(1, undefined, 0);
  const types = ['Int8', 'Uint8', 'Int16', 'Uint16', 'Int32', 'Float32', 'Float64'];
  const standIn = Object.fromEntries(types.flatMap((type) => ['get', 'set'].map((what) => [what + type, (at: number, ...rest: never[]): unknown => (m.d as never as Record<string, (...args: unknown[]) => unknown>)[what + type](at + 1, ...rest)])));
  for (const [view, shift] of [[shortView(m), 0], [shortView({ ...m, d: standIn as never }), 1]] as const) {
    const methods = view as Record<string, (...args: unknown[]) => unknown>;
    types.forEach((type, i) => {
      const value = type.startsWith('F') ? 2.5 : 77;
      methods['hijklmn'[i]](64 + 8 * i, value, true);
      expect(methods['abcdefg'[i]](64 + 8 * i, true), type).toBe(value);
      expect((m.d as never as Record<string, (...args: unknown[]) => unknown>)[`get${type}`](64 + 8 * i + shift, true), type).toBe(value);
    });
  }
  expect(() => (shortView(m) as { e(at: number, little: boolean): number }).e(PAGE - 3, true)).toThrow(RangeError);
});
