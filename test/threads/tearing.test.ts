// Plain loads and stores of up to four bytes, if aligned, see and are seen whole by other threads or not at all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { wasm } from '../module/wat.js';

/** Stores that must not tear: at a constant address, at one that is known at run time, and at one that may not be aligned for all the module says. */
const STORES: readonly [at: number, atomic: string, all: string, store: (value: string) => string][] = [
  [8, 'i32.atomic.load', '-1', (v) => `(i32.store (i32.const 8) (i32.const ${v}))`],
  [14, 'i32.atomic.load16_u', '65535', (v) => `(i32.store16 (i32.const 14) (i32.const ${v}))`],
  [20, 'i32.atomic.load', '-1', (v) => `(f32.store (i32.const 20) (f32.reinterpret_i32 (i32.const ${v})))`],
  [24, 'i32.atomic.load', '-1', (v) => `(i32.store offset=24 (local.get $p) (i32.const ${v}))`],
  [30, 'i32.atomic.load16_u', '65535', (v) => `(i32.store16 offset=30 (local.get $p) (i32.const ${v}))`],
  [32, 'i32.atomic.load', '0x3c010101', (v) => `(f32.store offset=32 (local.get $p) (f32.const ${v === '0' ? '0' : '0x1.020202p-7'}))`],
  [36, 'i32.atomic.load', '-1', (v) => `(i32.store offset=36 align=1 (local.get $p) (i32.const ${v}))`],
  [40, 'i32.atomic.load', '-1', (v) => `(i64.store32 offset=40 (local.get $p) (i64.const ${v}))`],
  [44, 'i32.atomic.load', '-1', (v) => `(v128.store32_lane offset=44 1 (local.get $p) (i32x4.splat (i32.const ${v})))`],
];
/** Loads that must not tear, of what is stored atomically. */
const LOADS: readonly [load: string, all: string][] = [
  ['(i32.load (i32.const 64))', '-1'], ['(i32.load offset=64 (local.get $p))', '-1'], ['(i32.load offset=64 align=1 (local.get $p))', '-1'],
  ['(i32.load16_u offset=66 (local.get $p))', '65535'], ['(i32.reinterpret_f32 (f32.load offset=64 (local.get $p)))', '-1'],
  ['(i32.wrap_i64 (i64.load32_u offset=64 (local.get $p)))', '-1'], ['(i32x4.extract_lane 2 (v128.load32_splat offset=64 (local.get $p)))', '-1'],
];

const WAT = `(module
  (import "env" "memory" (memory 1 2 shared))
  (func (export "started") (result i32) (i32.atomic.load (i32.const 0)))
  (func (export "alternate") (param $p i32)
    (i32.atomic.store (i32.const 0) (i32.const 1))
    (loop $again
      ${STORES.map(([, , , store]) => store('-1')).join(' ')} (i32.atomic.store (i32.const 64) (i32.const -1))
      ${STORES.map(([, , , store]) => store('0')).join(' ')} (i32.atomic.store (i32.const 64) (i32.const 0))
      (br $again)))
  (func $odd (param $v i32) (param $all i32) (result i32)
    (i32.and (i32.ne (local.get $v) (i32.const 0)) (i32.ne (local.get $v) (local.get $all))))
  (func (export "watch") (param $times i32) (param $p i32) (result i32) (local $torn i32)
    (loop $again
      ${STORES.map(([at, load, all], k) => `(if (call $odd (${load} (i32.const ${at})) (i32.const ${all})) (then (local.set $torn (i32.or (local.get $torn) (i32.const ${1 << k})))))`).join('\n')}
      ${LOADS.map(([load, all], k) => `(if (call $odd ${load} (i32.const ${all})) (then (local.set $torn (i32.or (local.get $torn) (i32.const ${1 << (k + STORES.length)})))))`).join('\n')}
      (br_if $again (local.tee $times (i32.sub (local.get $times) (i32.const 1)))))
    (local.get $torn)))`;

test('aligned accesses do not tear, in an interpreter neither', { timeout: 60_000 }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'dewasm-tearing-'));
  try {
    const file = join(folder, 'tearing.wasm');
    writeFileSync(file, wasm(WAT));
    const child = spawnSync(process.execPath, ['--no-opt', '--no-sparkplug', fileURLToPath(new URL('tearing.mjs', import.meta.url)), file], { encoding: 'utf8' });
    expect([child.stdout, child.stderr]).toEqual(['0\n', '']);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
