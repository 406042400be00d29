// Every width of access, narrow and wide, by threads that work side by side in one memory, and of vectors at the end of a shared memory: the
// same memory as natively.
import { Worker } from 'node:worker_threads';
import { afterEach, describe, expect, test } from 'vitest';
import { install } from 'dewasm/threads';
import { configure } from 'dewasm/webassembly';
import { both, combinations, expectSameMemory, WITH_ELEMENTS } from '../differential/both.js';
import { wasm } from '../module/wat.js';

interface Api { Module: new (bytes: Uint8Array) => object; Memory: new (d: object) => { buffer: SharedArrayBuffer }; Instance: new (m: object, i: object) => { exports: Record<string, (...args: unknown[]) => unknown> } }

/** Bytes of a record, of which every thread has each third. */
const RECORD = 80;
const MIX = `(module
  (import "env" "memory" (memory 2 4 shared))
  (import "env" "now" (func (result i32)))
  (func (export "mix") (param $p i32) (param $times i32) (param $seed i32) (result i32)
    (loop $again
      (local.set $seed (i32.add (i32.mul (local.get $seed) (i32.const 1664525)) (i32.const 1013904223)))
      (i32.store (local.get $p) (i32.xor (i32.load (local.get $p)) (local.get $seed)))
      (i32.store16 offset=4 (local.get $p) (i32.add (i32.load16_s offset=6 (local.get $p)) (local.get $seed)))
      (i32.store8 offset=6 (local.get $p) (i32.add (i32.load8_u offset=7 (local.get $p)) (local.get $seed)))
      (i32.store8 offset=7 (local.get $p) (i32.load8_s offset=4 (local.get $p)))
      (i64.store offset=8 (local.get $p) (i64.mul (i64.add (i64.load offset=8 (local.get $p)) (i64.extend_i32_u (local.get $seed))) (i64.const 6364136223846793005)))
      (i64.store32 offset=16 (local.get $p) (i64.add (i64.load32_s offset=8 (local.get $p)) (i64.load16_u offset=14 (local.get $p))))
      (f32.store offset=20 (local.get $p) (f32.add (f32.mul (f32.load offset=20 (local.get $p)) (f32.const 0.5)) (f32.convert_i32_s (local.get $seed))))
      (f64.store offset=24 (local.get $p) (f64.add (f64.mul (f64.load offset=24 (local.get $p)) (f64.const 0.25)) (f64.promote_f32 (f32.load offset=20 (local.get $p)))))
      (v128.store offset=32 (local.get $p) (i32x4.add (v128.load offset=32 (local.get $p)) (i32x4.splat (local.get $seed))))
      (v128.store offset=48 (local.get $p) (f32x4.add (f32x4.mul (v128.load offset=48 (local.get $p)) (f32x4.splat (f32.const 0.5))) (v128.load32_splat offset=20 (local.get $p))))
      (v128.store16_lane offset=64 3 (local.get $p) (v128.load offset=32 (local.get $p)))
      (v128.store64_lane offset=66 align=2 1 (local.get $p) (v128.load8x8_u offset=32 (local.get $p)))
      (i32.store offset=74 align=1 (local.get $p) (i32.add (i32.load offset=67 align=1 (local.get $p)) (local.get $seed)))
      (br_if $again (local.tee $times (i32.sub (local.get $times) (i32.const 1)))))
    (local.get $seed)))`;

const workers: Worker[] = [];
afterEach(async () => { await Promise.all(workers.splice(0).map((w) => w.terminate())); });

function inWorker(optimize: number, message: object): Promise<unknown> {
  const worker = new Worker(new URL('worker.mjs', import.meta.url), { workerData: { optimize } });
  workers.push(worker);
  return new Promise((resolve, reject) => {
    worker.once('error', reject);
    worker.once('message', ({ result, error }: { result?: unknown; error?: string }) => { if (error === undefined) resolve(result); else reject(new Error(error)); });
    worker.postMessage(message);
  });
}

describe.each([0, 2])('at level %i', (optimize) => {
  test('threads side by side', { timeout: 60_000 }, async () => {
    const api = configure({ features: 'all', optimize }) as unknown as Api;
    install(api as never);
    const bytes = wasm(MIX), calls = Array.from({ length: 6 }, (_, k) => [k * RECORD, 3000, k * 77 + 1]);
    const memory = new api.Memory({ initial: 2, maximum: 4, shared: true }), module = new api.Module(bytes);
    const results = await Promise.all(calls.map((args) => inWorker(optimize, { module, memory, call: 'mix', args })));

    const theirs = new WebAssembly.Memory({ initial: 2, maximum: 4, shared: true });
    const { mix } = new WebAssembly.Instance(new WebAssembly.Module(bytes as BufferSource), { env: { memory: theirs, now: () => 0 } }).exports as Record<string, (...args: unknown[]) => unknown>;
    expect(results).toEqual(calls.map((args) => mix(...args)));
    expect(Buffer.compare(new Uint8Array(memory.buffer), new Uint8Array(theirs.buffer))).toBe(0);
  });
});

const PAGE = 65536;
describe('vectors in a shared memory', () => {
  const loads = ['load', 'load8_splat', 'load16_splat', 'load32_splat', 'load64_splat', 'load32_zero', 'load64_zero', 'load8x8_s', 'load8x8_u', 'load16x4_s', 'load16x4_u', 'load32x2_s', 'load32x2_u'];
  const lanes = [8, 16, 32, 64];
  test('at its end and beyond', () => {
    const kinds = ['(i32x4.add (i32x4.splat (i32.const 3))', '(f32x4.mul (f32x4.splat (f32.const 2))', '(f64x2.add (f64x2.splat (f64.const 1))', '(i16x8.add (i16x8.splat (i32.const 7))', '(v128.not '];
    const code: Record<string, string> = {};
    for (const load of loads) kinds.forEach((kind, k) => { code[`${load} ${k}`] = `(v128.store (i32.const 256) ${kind} (v128.${load} offset=8 (local.get 0))))`; });
    kinds.forEach((kind, k) => { code[`store ${k}`] = `(v128.store offset=8 (local.get 0) ${kind} (v128.load (i32.const 64))))`; });
    for (const lane of lanes) {
      code[`load lane ${lane}`] = `(v128.store (i32.const 256) (v128.load${lane}_lane offset=8 1 (local.get 0) (v128.load (i32.const 64))))`;
      code[`store lane ${lane}`] = `(v128.store${lane}_lane offset=8 1 (local.get 0) (v128.load (i32.const 64)))`;
    }
    const pairs = both(`(module (memory (export "memory") 1 2 shared) (data (i32.const 64) "\\01\\02\\03\\40\\05\\06\\07\\41\\09\\0a\\0b\\42\\0d\\0e\\0f\\43") (data (i32.const 65512) "\\01\\02\\03\\40\\05\\06\\07\\41\\09\\0a\\0b\\42\\0d\\0e\\0f\\43\\11\\12\\13\\44\\15\\16\\17\\18")
      ${Object.entries(code).map(([name, body]) => `(func (export "${name}") (param i32) ${body})`).join('\n')}
      (func (export "grow") (param i32) (drop (memory.grow (local.get 0)))))`, undefined, WITH_ELEMENTS);
    const addresses = [[56], [57], [58], [60], ...Array.from({ length: 26 }, (_, k) => [PAGE - 25 + k]), [-8], [-4]];
    for (const name of Object.keys(code)) expectSameMemory(pairs, name, addresses);
    expectSameMemory(pairs, 'grow', [[1], [1]]);
    for (const name of Object.keys(code)) expectSameMemory(pairs, name, combinations([[PAGE - 12, PAGE - 8, PAGE, 2 * PAGE - 24, 2 * PAGE - 9, 2 * PAGE - 8]]));
  });
});
