// Bytes that nobody meant: random ones and modules with a few bytes changed. Nothing but a `CompileError` may come of
// them, soon, and whether one is valid is what the engine says too. Seeded, so that a failure can be looked at.
import { readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CompileError, compile, validate } from '../../dist/compiler/index.js';
import { inspect } from '../../dist/compiler/inspect.js';
import { wasm } from '../cli/cli.js';

/** What V8 of Node 20 knows without flags. */
const FEATURES = 'mvp,sign-extension,saturating-float-to-int,multi-value,bulk-memory,reference-types,simd,threads,tail-call,legacy-exceptions';

const KERNELS = new URL('../../bench/kernels/', import.meta.url);
const modules: readonly Uint8Array[] = [
  ...readdirSync(KERNELS).filter((name) => name.endsWith('.wasm')).sort().map((name) => new Uint8Array(readFileSync(new URL(name, KERNELS)))),
  wasm(`(module
    (type $t (func (param i32) (result i32 i64)))
    (import "m" "f" (func $f (type $t))) (import "m" "g" (global i32)) (import "m" "t" (table 1 externref))
    (memory (export "mem") 1 2) (table $tab 2 10 funcref) (global $g (export "g") (mut i64) (i64.const -1))
    (func $a (export "a") (type $t) (local f64 f32 i32)
      (block $out (loop $in (br_if $out (local.get 0)) (br_table $in $out (i32.const 1))))
      (if (local.get 0) (then (global.set $g (i64.load (local.get 0)))) (else (f64.store (i32.const 8) (local.get 1))))
      (call_indirect (type $t) (local.get 0) (i32.const 1)))
    (func $b (type $t) (memory.copy (i32.const 0) (i32.const 1) (i32.const 2)) (table.init $tab 1 (i32.const 0) (i32.const 0) (i32.const 1))
      (return_call $f (ref.is_null (ref.func $a))))
    (start $s) (func $s (drop (select (result funcref) (ref.null func) (ref.func $b) (i32.const 0))) (memory.init 1 (i32.const 0) (i32.const 0) (i32.const 1)))
    (elem (table $tab) (i32.const 0) func $a $b) (elem func $a) (data (i32.const 0) "abc") (data "def"))`),
];

/** xorshift32. */
function generator(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

function mutate(random: (below: number) => number): Uint8Array {
  const bytes = Uint8Array.from(modules[random(modules.length)]);
  for (let changes = 1 + random(3); changes > 0; changes--) bytes[random(bytes.length)] = random(2) === 0 ? random(256) : bytes[random(bytes.length)];
  return random(16) === 0 ? bytes.subarray(0, random(bytes.length)) : bytes;
}

/** What `work` throws; anything but a `CompileError` is a bug, and the seed and the bytes lead to it. */
function refusal(bytes: Uint8Array, work: (bytes: Uint8Array) => unknown): CompileError | undefined {
  try {
    work(bytes);
    return undefined;
  } catch (e) {
    if (e instanceof CompileError) return e;
    throw new Error(`${String(e)}: ${Buffer.from(bytes).toString('base64')}`, { cause: e });
  }
}

/**
 * Where the engine is known to differ from the specification: V8 takes atomic accesses of any alignment, and old ones do not
 * know the encoding of several memories, in which an index of memory 0 may be written out.
 */
function isKnownDifference(bytes: Uint8Array, ours: boolean): boolean {
  if (!ours) return /alignment of an atomic access/.test(inspect(bytes).error?.message ?? '');
  try {
    new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>);
  } catch (e) {
    return /actual alignment is (6[4-9]|[7-9]\d|1[01]\d|12[0-7])\b/.test(String(e));
  }
  return false;
}

describe('mutated modules', () => {
  it('are valid if the engine says so', () => {
    const random = generator(0x2545f491);
    let valid = 0;
    for (let n = 0; n < 20_000; n++) {
      const bytes = mutate(random);
      const ours = validate(bytes, { features: FEATURES });
      const native = WebAssembly.validate(bytes as Uint8Array<ArrayBuffer>);
      if (ours) valid++;
      if (ours !== native && !isKnownDifference(bytes, ours)) expect.fail(`${ours ? 'accepted' : 'refused'}: ${Buffer.from(bytes).toString('base64')}`);
    }
    // Neither all nor none, or the test says little.
    expect(valid).toBeGreaterThan(1000);
    expect(valid).toBeLessThan(19_000);
  });

  it('are inspected or refused', () => {
    const random = generator(0x9e3779b9);
    for (let n = 0; n < 1500; n++) refusal(mutate(random), inspect);
  });

  it('are compiled or refused, with a place', () => {
    const random = generator(0x1234567);
    for (let n = 0; n < 600; n++) {
      const bytes = mutate(random);
      const e = refusal(bytes, (b) => compile(b, { features: 'all', optimize: n % 4 as 0 | 1 | 2 | 3 }));
      if (e !== undefined) expect(e.offset, e.message).toBeTypeOf('number');
    }
  });
});

describe('random bytes', () => {
  it('after a header', () => {
    const random = generator(0x77777777);
    for (let n = 0; n < 20_000; n++) {
      const bytes = Uint8Array.from({ length: random(60) + 8 }, () => random(random(2) === 0 ? 256 : 16));
      bytes.set([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
      refusal(bytes, inspect);
    }
  });

  it('as the body of a function', () => {
    const random = generator(0x31415926);
    for (let n = 0; n < 20_000; n++) {
      const body = Array.from({ length: random(40) + 1 }, () => (random(3) === 0 ? random(8) : random(256)));
      const bytes = Uint8Array.from([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0, 1, 4, 1, 0x60, 0, 0, 3, 2, 1, 0, 5, 3, 1, 0, 1, 10, body.length + 4, 1, body.length + 2, 0, ...body, 0x0b]);
      refusal(bytes, (b) => compile(b));
    }
  });
});

describe('every beginning of a module', () => {
  it('is refused, or a module of fewer sections', () => {
    const whole = modules.at(-1)!;
    for (let length = 0; length < whole.length; length++) {
      const e = refusal(whole.subarray(0, length), inspect);
      if (e !== undefined) expect(e.offset, `${length} bytes`).toBeLessThanOrEqual(length);
    }
  });
});
