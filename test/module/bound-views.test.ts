// Functions made around a constant view of the memory, and made anew when the host grows it.
import { compile } from 'dewasm';
import { describe, expect, it } from 'vitest';
import { load, wasm } from './wat.js';

const MODULE = `(module (memory $m (export "m") 1 4) (memory $n (export "n") 1) (global $calls (mut i32) (i32.const 0)) (table 2 funcref) (elem (i32.const 0) $read $read2)
  (type $reader (func (param i32) (result i32)))
  (func $read (type $reader) (global.set $calls (i32.add (global.get $calls) (i32.const 1))) (i32.load $m (local.get 0)))
  (func $read2 (type $reader) (i32.load $n (local.get 0)))
  (func (export "read") (param i32) (result i32) (call $read (local.get 0)))
  (func (export "choose") (param i32 i32) (result i32) (call_indirect (type $reader) (local.get 1) (local.get 0)))
  (func (export "write") (param i32 i64) (result i32 i64) (i64.store $m (local.get 0) (local.get 1)) (local.get 0) (local.get 1))
  (func (export "fill") (param i32 i32) (loop $l (i32.store8 $m (local.get 0) (local.get 1)) (i32.store8 $m (i32.sub (local.get 0) (i32.const 1)) (local.get 1))
    (br_if $l (local.tee 0 (i32.sub (local.get 0) (i32.const 1))))) (i32.store8 $m (i32.const 0) (local.get 1)))
  (func (export "calls") (result i32) (global.get $calls))
  (func (export "fill2") (param v128) (v128.store $n (i32.const 16) (local.get 0))))`;

type Memory = { buffer: ArrayBuffer; grow(pages: number): number; toResizableBuffer(): ArrayBuffer & { resize(bytes: number): void } };
interface Exports { m: Memory; n: Memory; read(at: number): number; choose(which: number, at: number): number; write(at: number, v: bigint): [number, bigint]; fill(to: number, v: number): void; calls(): number }

describe.each([0, 1, 2, 3] as const)('level %i', (optimize) => {
  const built = compile(wasm(MODULE), { optimize });
  it('is bound', () => { expect(built.code).toContain('$bind'); });

  it('sees memories that the host has grown, through functions it has had before', async () => {
    const e = (await load(built)).instantiate() as unknown as Exports;
    const { read, choose, write, fill } = e;
    expect([...write(8, 0x1122334455667788n)]).toEqual([8, 0x1122334455667788n]);
    expect([read(8), read(12), choose(0, 8), choose(1, 8)]).toEqual([0x55667788, 0x11223344, 0x55667788, 0]);
    expect(() => read(65536)).toThrow('out of bounds');
    expect(() => choose(0, 65533)).toThrow('out of bounds');
    const before = e.m.buffer;
    expect(e.m.grow(2)).toBe(1);
    expect(before.byteLength).toBe(0);
    expect([read(8), read(3 * 65536 - 4), choose(0, 12), choose(1, 65532)]).toEqual([0x55667788, 0, 0x11223344, 0]);
    expect(() => read(3 * 65536)).toThrow('out of bounds');
    expect(() => choose(1, 65536)).toThrow('out of bounds');
    expect(e.n.grow(1)).toBe(1);
    expect(choose(1, 65536)).toBe(0);
    new Int32Array(e.n.buffer)[20] = 7;
    expect([choose(1, 80), read(80), e.read === read, e.calls()]).toEqual([7, 0, true, 10]);
    fill(65536, 5);
    expect([e.m.grow(0), read(65532), read(65537)]).toEqual([3, 0x05050505, 0]);
    fill(3 * 65536 - 1, 6);
    expect(read(3 * 65536 - 4)).toBe(0x06060606);
  });

  it.skipIf(!('resize' in ArrayBuffer.prototype))('sees a buffer that JavaScript resizes', async () => {
    const e = (await load(built)).instantiate() as unknown as Exports;
    e.fill(65535, 9);
    const buffer = e.m.toResizableBuffer();
    expect(e.read(65532)).toBe(0x09090909);
    buffer.resize(2 * 65536);
    expect([e.read(65534), e.choose(0, 131068)]).toEqual([0x0909, 0]);
  });

  it('keeps instances apart', async () => {
    const { instantiate } = await load(built);
    const [a, b] = [instantiate() as unknown as Exports, instantiate() as unknown as Exports];
    a.m.grow(1);
    a.fill(70_000, 1);
    expect([a.read(69_996), b.read(8)]).toEqual([0x01010101, 0]);
    expect(() => b.read(69_996)).toThrow('out of bounds');
  });
});

const CODE = '(func $f (export "f") (param i32) (result i32) (i32.load (local.get 0)))';
it.each([
  ['it imports a function', `(import "a" "b" (func)) (memory (export "m") 1) ${CODE}`],
  ['it imports a global', `(import "a" "b" (global i32)) (memory (export "m") 1) ${CODE}`],
  ['it grows its memory', `(memory (export "m") 1) ${CODE} (func (export "g") (result i32) (memory.grow (i32.const 1)))`],
  ['others can fill its table', `(memory (export "m") 1) (table (export "t") 1 funcref) ${CODE} (func (export "g") (call_indirect (i32.const 0)))`],
  ['functions come as arguments', `(memory (export "m") 1) (table 1 funcref) ${CODE} (func (export "g") (param funcref) (table.set (i32.const 0) (local.get 0)) (call_indirect (i32.const 0)))`],
  ['it starts by itself', `(memory (export "m") 1) ${CODE} (func $s (drop (call $f (i32.const 0)))) (start $s)`],
  ['its memory is shared', `(memory (export "m") 1 2 shared) ${CODE}`],
])('a module is not bound if %s', (_, text) => {
  expect(compile(wasm(`(module ${text})`)).code).not.toContain('$bind');
});
