// What values are held as shows in the output: loops of float arithmetic move no bits between integers and floats,
// and bits that are only moved travel as integers.
import { compile } from 'dewasm';
import { expect, test } from 'vitest';
import { wasmBytes } from '../runtime/native.js';
import { difference, instances } from './engines.js';

/** The text of the only function and its pieces, without the runtime. */
const body = (code: string): string => /\nfunction f0\([^]*?\n(?=return|const|function (?!f0\$))/.exec(code)![0];
const js = (func: string): string => body(compile(wasmBytes(`(module (memory 1) ${func})`)).code);
const CONVERSIONS = /f32Bits|f32FromBits|f64Bits|f64FromBits/;

test('an accumulator is four floats', () => {
  const code = js(`(func (export "f") (param i32 i32) (local $s v128)
    (loop $l (local.set $s (f32x4.add (local.get $s) (f32x4.mul (v128.load (local.get 0)) (v128.load offset=16 (local.get 0)))))
      (br_if $l (i32.lt_u (local.tee 0 (i32.add (local.get 0) (i32.const 32))) (local.get 1))))
    (v128.store (local.get 1) (local.get $s)))`);
  expect(code).not.toMatch(CONVERSIONS);
  expect(code.match(/getFloat32/g)).toHaveLength(8);
  expect(code.match(/setFloat32/g)).toHaveLength(4);
});

test('f64x2 through shuffles of halves and choices by comparison', () => {
  const code = js(`(func (export "f") (param i32) (local $a v128) (local $b v128)
    (local.set $a (v128.load (local.get 0)))
    (local.set $b (f64x2.mul (local.get $a) (i8x16.shuffle 8 9 10 11 12 13 14 15 0 1 2 3 4 5 6 7 (local.get $a) (local.get $a))))
    (v128.store (local.get 0) (v128.bitselect (local.get $b) (f64x2.add (local.get $b) (local.get $b)) (f64x2.lt (local.get $a) (local.get $b)))))`);
  expect(code).not.toMatch(CONVERSIONS);
  expect(code).not.toMatch(/Int32/);
});

test('copies move integers', () => {
  const code = js(`(func (export "f") (param i32 i32) (v128.store (local.get 0) (i8x16.shuffle 0 1 2 3 20 21 22 23 8 9 10 11 28 29 30 31
    (v128.load (local.get 1)) (v128.load offset=16 (local.get 1)))))`);
  expect(code).not.toMatch(/Float/);
});

test('conversions stand before the loop that wants them', () => {
  const code = js(`(func (export "f") (param i32 i32) (local $k v128) (local $s v128)
    (local.set $k (i32x4.add (v128.load (local.get 0)) (i32x4.splat (local.get 1))))
    (loop $l (local.set $s (f32x4.add (local.get $s) (local.get $k))) (br_if $l (local.tee 1 (i32.sub (local.get 1) (i32.const 1)))))
    (v128.store (local.get 0) (local.get $s)))`);
  expect(code).toMatch(/f32FromBits/);
  expect(code.search(/do|for/)).toBeGreaterThan(code.lastIndexOf('f32FromBits'));
});

test('a test of bytes makes no mask', () => {
  const code = js('(func (export "f") (param i32) (result i32) (i8x16.bitmask (i8x16.eq (v128.load (local.get 0)) (i8x16.splat (i32.const 10)))))');
  expect(code).not.toMatch(/>>>7/);
});

test('signalling NaNs survive whatever only moves them', () => {
  const wat = `(module (memory (export "m") 1) (global $g (mut v128) (v128.const i32x4 0 0 0 0))
    (func $id (param v128) (result v128) (local.get 0))
    (func (export "run") (param $c i32) (local $a v128) (local $n i32)
      (local.set $a (v128.load (i32.const 0)))
      ;; Used by arithmetic as well, so that floats would be welcome.
      (v128.store (i32.const 64) (f32x4.add (local.get $a) (local.get $a)))
      (v128.store (i32.const 80) (local.get $a))
      (local.set $n (i32.const 4))
      (loop $l
        (local.set $a (select (local.get $a) (f32x4.add (local.get $a) (local.get $a)) (i32.const 1)))
        (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (v128.store (i32.const 96) (local.get $a))
      (v128.store (i32.const 112) (f32x4.neg (f64x2.abs (local.get $a))))
      (global.set $g (call $id (local.get $a)))
      (v128.store (i32.const 128) (f32x4.pmin (global.get $g) (v128.load (i32.const 16))))
      (v128.store (i32.const 144) (v128.bitselect (local.get $a) (v128.load (i32.const 16)) (f32x4.lt (v128.load (i32.const 16)) (v128.const f32x4 1 1 1 1))))))`;
  for (const { native, ours } of instances(wat)) {
    for (const e of [native, ours]) {
      new Uint32Array(e.m.buffer).set([0x7fa12345, 0xffa00001, 0x7f800001, 0xfff00001, 1, 0x3f800000, 0x7fa00003, 0xff812345]);
      e.run(1);
    }
    expect(difference(native.m.buffer, ours.m.buffer, 64, 80, 'f32')).toBe(undefined);
    expect(difference(native.m.buffer, ours.m.buffer, 80, 160, 'bits')).toBe(undefined);
  }
});

test('a store that does not fit writes nothing', () => {
  const wat = `(module (memory (export "m") 1) (func (export "f") (param i32 i32) (v128.store offset=3 (local.get 0) (i32x4.splat (local.get 1))))
    (func (export "g") (param i32 i32) (v128.store64_lane 1 (local.get 0) (i32x4.splat (local.get 1)))))`;
  for (const { native, ours } of instances(wat)) {
    for (const e of [native, ours]) {
      for (let k = 0; k < 20; k++) {
        const attempt = (name: string, at: number): string => { try { e[name](at, -1 - k); return 'done'; } catch (error) { return String((error as Error).message); } };
        expect(attempt('f', 65536 - 19 + k)).toBe(k === 0 ? 'done' : 'memory access out of bounds');
        expect(attempt('g', 65536 - 8 + k)).toBe(k === 0 ? 'done' : 'memory access out of bounds');
        expect(attempt('f', -1 - k)).toBe('memory access out of bounds');
      }
    }
    expect(difference(native.m.buffer, ours.m.buffer, 65536 - 64, 65536, 'bits')).toBe(undefined);
  }
});
