// Several real workers on one memory: nothing is lost, waiters are woken, and growth is seen where threads synchronise.
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { configure } from 'dewasm/webassembly';
import { install } from 'dewasm/threads';
import { wasm } from '../module/wat.js';
import { THREADS } from './module.js';

type Answer = { result?: unknown; error?: string };
type Exports = Record<string, (...args: unknown[]) => unknown>;
interface Api { Module: new (bytes: Uint8Array) => object; Memory: new (d: object) => { buffer: SharedArrayBuffer; grow(n: number): number }; Instance: new (m: object, i: object) => { exports: Exports } }

const bytes = wasm(THREADS);
const workers: Worker[] = [];
afterEach(async () => { await Promise.all(workers.splice(0).map((w) => w.terminate())); });

function start(optimize: number): (message: object) => Promise<unknown> {
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData: { optimize } });
  workers.push(worker);
  return (message) => new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', ({ result, error }: Answer) => { if (error === undefined) resolve(result); else reject(new Error(error)); });
    worker.postMessage(message);
  });
}

describe.each([0, 1, 2, 3])('at level %i', (optimize) => {
  const api = configure({ features: 'all', optimize }) as unknown as Api;
  install(api as never);
  const module = new api.Module(bytes);

  test('workers count without losing one', { timeout: 60_000 }, async () => {
    const memory = new api.Memory({ initial: 1, maximum: 100, shared: true });
    const view = new DataView(memory.buffer);
    await Promise.all([1, 2, 3].map(() => start(optimize)({ module, memory, call: 'count', args: [2000] })));
    expect([view.getInt32(0, true), view.getBigInt64(8, true)]).toEqual([6000, 6000n * 0x100000001n]);
    expect([view.getUint8(17), view.getUint8(18), view.getUint16(20, true)]).toEqual([6000 & 255, 0, -6000 & 65535]);
  });

  test.runIf(optimize === 2)('two workers take turns', { timeout: 60_000 }, async () => {
    const memory = new api.Memory({ initial: 1, maximum: 1, shared: true });
    const view = new Int32Array(memory.buffer);
    // A memory that cannot grow fits an import with a larger maximum.
    await Promise.all([0, 1].map((mine) => start(optimize)({ module, memory, call: 'play', args: [mine, 200] })));
    expect(view[17]).toBe(400);
  });

  test('growth is seen by others', { timeout: 60_000 }, async () => {
    const memory = new api.Memory({ initial: 1, maximum: 100, shared: true });
    const here = new api.Instance(module, { env: { memory, now: () => memory.grow(1) } }).exports;
    const before = memory.buffer;
    const [grower, reader] = [start(optimize), start(optimize)];
    // The reader is inside wasm while the other one grows the memory.
    const spinning = reader({ module, memory, call: 'spinAndRead', args: [] });
    await grower({ module, memory, call: 'growAndTell', args: [3] });
    expect(await spinning).toBe(42);
    expect(here.read(65536)).toBe(42);
    expect([here.size(), memory.buffer.byteLength, new Uint8Array(memory.buffer).length, before.byteLength]).toEqual([4, 4 * 65536, 4 * 65536, 65536]);
    expect(() => here.read(4 * 65536)).toThrow('memory access out of bounds');
    // Growth by the host, while it is called and between calls.
    expect(here.callAndRead(4 * 65536)).toBe(0);
    expect(await reader({ call: 'read', args: [4 * 65536] })).toBe(0);
    await expect(reader({ call: 'read', args: [5 * 65536] })).rejects.toThrow('memory access out of bounds');
    expect(await grower({ call: 'grow', args: [96] })).toBe(-1);
    expect(await grower({ call: 'grow', args: [95] })).toBe(5);
    expect(here.read(100 * 65536 - 4)).toBe(0);
  });

  test.runIf(optimize === 2)('growing at the same time gives each its own pages', { timeout: 60_000 }, async () => {
    const memory = new api.Memory({ initial: 1, maximum: 100, shared: true });
    const calls = [1, 2, 3].map(() => start(optimize));
    await Promise.all(calls.map((call) => call({ module, memory, call: 'size', args: [] })));
    const olds: unknown[] = [];
    for (let round = 0; round < 5; round++) olds.push(...await Promise.all(calls.map((call) => call({ call: 'grow', args: [2] }))));
    expect(olds.map(Number).sort((a, b) => a - b)).toEqual(Array.from({ length: 15 }, (_, k) => 1 + 2 * k));
    expect(memory.buffer.byteLength).toBe(31 * 65536);
  });
});
