// Plain stores of up to four bytes, if aligned, are seen whole by other threads or not at all.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { wasm } from '../module/wat.js';

const WAT = `(module
  (import "env" "memory" (memory 1 2 shared))
  (func (export "started") (result i32) (i32.atomic.load (i32.const 0)))
  (func (export "alternate")
    (i32.atomic.store (i32.const 0) (i32.const 1))
    (loop $again
      (i32.store (i32.const 8) (i32.const -1)) (i32.store16 (i32.const 14) (i32.const -1)) (f32.store (i32.const 20) (f32.const 0x1.010101p-8))
      (i32.store (i32.const 8) (i32.const 0)) (i32.store16 (i32.const 14) (i32.const 0)) (f32.store (i32.const 20) (f32.const 0))
      (br $again)))
  (func $odd (param $v i32) (param $all i32) (result i32)
    (i32.and (i32.ne (local.get $v) (i32.const 0)) (i32.ne (local.get $v) (local.get $all))))
  (func (export "watch") (param $times i32) (result i32) (local $torn i32)
    (loop $again
      (local.set $torn (i32.add (local.get $torn) (i32.or (i32.or
        (call $odd (i32.atomic.load (i32.const 8)) (i32.const -1))
        (call $odd (i32.atomic.load16_u (i32.const 14)) (i32.const 65535)))
        (call $odd (i32.atomic.load (i32.const 20)) (i32.reinterpret_f32 (f32.const 0x1.010101p-8))))))
      (br_if $again (local.tee $times (i32.sub (local.get $times) (i32.const 1)))))
    (local.get $torn)))`;

test('aligned stores do not tear, in an interpreter neither', { timeout: 60_000 }, () => {
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
