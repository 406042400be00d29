// Bits of NaNs under `nan: 'exact'`: whatever only moves a float, or its sign, gives what the engine's own WebAssembly
// gives; what computes gives the canonical NaN. Floats go in and out as integers, and calls are indirect, so that
// nothing is inlined.
import { compile } from 'dewasm';
import { configure } from 'dewasm/webassembly';
import { describe, expect, test } from 'vitest';
import { native, run, wasm, type Exports } from '../module/wat.js';

const LEVELS = [0, 1, 2, 3] as const;

/** Each function takes two numbers as bits and gives bits. */
function moves(f: 'f32' | 'f64'): string {
  const i = f === 'f32' ? 'i32' : 'i64';
  const zero = `(${f}.const 0)`;
  const A = `(${f}.reinterpret_${i} (local.get $a))`, B = `(${f}.reinterpret_${i} (local.get $b))`;
  const unary = (name: string, body: string, locals = ''): string => `(func (export "${name}") (param $a ${i}) (param $b ${i}) (result ${i}) ${locals} (${i}.reinterpret_${f} ${body}))`;
  return `(module
    (type $one (func (param ${f}) (result ${f})))
    (type $three (func (param ${f} ${f}) (result ${f} i32 ${f} ${f})))
    (memory (export "m") 1)
    (global $g (mut ${f}) ${zero})
    (global $x (export "x") (mut ${f}) ${zero})
    (global $n ${f} (${f}.const -nan:0x${f === 'f32' ? '200001' : '4000000000001'}))
    (tag $t (param i32 ${f}))
    (table funcref (elem $id $neg $thrower $loaded $half))
    (table $threes funcref (elem $three))
    (func $id (type $one) (local.get 0))
    (func $neg (type $one) (${f}.neg (local.get 0)))
    (func $half (type $one) (${f}.mul (local.get 0) (${f}.const 0.5)))
    (func $thrower (type $one) (throw $t (i32.const 7) (local.get 0)))
    (func $loaded (type $one) (${f}.store (i32.const 40) (local.get 0)) (${f}.load (i32.const 40)))
    (func $three (type $three) (local.get 0) (i32.const 5) (local.get 1) (${f}.abs (local.get 0)))
    (func $fallback (param $p ${f}) (result ${f})
      (try (result ${f}) (do (call_indirect (type $one) (local.get $p) (i32.const 2))) (catch $t (global.set $g) (drop) (${f}.neg (global.get $g)))))
    ${unary('call', `(call_indirect (type $one) ${A} (i32.const 0))`)}
    ${unary('calledNeg', `(call_indirect (type $one) ${A} (i32.const 1))`)}
    ${unary('calledLoad', `(call_indirect (type $one) ${A} (i32.const 3))`)}
    ${unary('caught', `(call $fallback ${A})`)}
    ${unary('neg', `(${f}.neg ${A})`)}
    ${unary('abs', `(${f}.abs ${A})`)}
    ${unary('copysign', `(${f}.copysign ${A} ${B})`)}
    ${unary('negAbs', `(${f}.neg (${f}.abs (call_indirect (type $one) ${A} (i32.const 0))))`)}
    ${unary('copiedSign', `(${f}.copysign (call_indirect (type $one) ${A} (i32.const 0)) (call_indirect (type $one) ${B} (i32.const 1)))`)}
    ${unary('constant', `(call_indirect (type $one) (${f}.const nan:0x${f === 'f32' ? '123' : '123456789'}) (i32.const 0))`)}
    ${unary('global', `(block (result ${f}) (global.set $g (call_indirect (type $one) ${A} (i32.const 0))) (global.get $g))`)}
    ${unary('shared', `(block (result ${f}) (global.set $x (call_indirect (type $one) ${A} (i32.const 0))) (global.get $x))`)}
    ${unary('immutable', `(call_indirect (type $one) (global.get $n) (i32.const 1))`)}
    ${unary('select', `(select ${A} (${f}.load (i32.const 64)) (${f}.lt ${B} ${zero}))`)}
    ${unary('selected', `(call_indirect (type $one) (select ${A} (call_indirect (type $one) ${B} (i32.const 1)) (${f}.eq ${A} ${A})) (i32.const 0))`)}
    ${unary('second', `(block (result ${f}) (call_indirect $threes (type $three) ${A} ${B} (i32.const 0)) (drop) (local.set $y) (drop) (drop) (local.get $y))`, `(local $y ${f})`)}
    ${unary('third', `(block (result ${f}) (call_indirect $threes (type $three) ${A} ${B} (i32.const 0)) (local.set $y) (drop) (drop) (drop) (local.get $y))`, `(local $y ${f})`)}
    ${unary('memory', `(block (result ${f})
      (${f}.store (i32.const 8) (call_indirect (type $one) ${A} (i32.const 0)))
      (call_indirect (type $one) (${f}.load (i32.const 8)) (i32.const 1)))`)}
    ${unary('loop', `(block (result ${f})
      (local.set $y ${A}) (local.set $z ${B})
      (loop $l
        (local.set $y (local.get $z) (local.set $z (local.get $y)))
        (if (${f}.gt (local.get $z) (${f}.const 1)) (then (local.set $z (${f}.sub (local.get $z) (${f}.const 1)))))
        (br_if $l (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 1))) (i32.const 5))))
      (local.get $y))`, `(local $y ${f}) (local $z ${f}) (local $k i32)`)}
    ${unary('branches', `(block $out (result ${f})
      (drop (br_if $out ${A} (${f}.ne ${B} ${B})))
      (br_table $out $out (call_indirect (type $one) ${B} (i32.const 1)) (i32.const 0)))`)}
    (func (export "equal") (param $a ${i}) (param $b ${i}) (result ${i}) (local $y ${f})
      (local.set $y (call_indirect (type $one) ${A} (i32.const 0)))
      (global.set $g (local.get $y))
      ${i === 'i64' ? '(i64.extend_i32_u ' : ''}(i32.or (i32.shl (${f}.eq (local.get $y) (global.get $g)) (i32.const 1)) (${f}.ne (local.get $y) (global.get $g)))${i === 'i64' ? ')' : ''})
    (func (export "halved") (param $a ${i}) (param $b ${i}) (result ${i})
      (${i}.reinterpret_${f} (call_indirect (type $one) ${A} (i32.const 4))))
    (func (export "stored") (param $a ${i}) (param $b ${i}) (result ${i})
      (${f}.store (i32.const 16) (${f}.mul (call_indirect (type $one) ${A} (i32.const 0)) (${f}.const 1)))
      (${i}.load (i32.const 16)))
    (func (export "number") (param ${f}) (result ${f}) (call_indirect (type $one) (local.get 0) (i32.const 1)))
    (func (export "numbers") (param ${f} ${f}) (result ${f} i32 ${f} ${f}) (call_indirect $threes (type $three) (local.get 0) (local.get 1) (i32.const 0)))
  )`;
}

const BITS = {
  f32: [0x7fc00000, 0xffc00000, 0x7fa00000, 0xffa00001, 0x7fc12345, 0x7f800001, 0xffffffff, 0x3fc00000, 0xc0a00000, 0, 0x80000000, 0x7f800000, 0xff800000].map((x) => x | 0),
  f64: [
    0x7ff8000000000000n, 0xfff8000000000000n, 0x7ff4000000000000n, 0xfff4000000000001n, 0x7ff8000012345678n, 0x7ff0000000000001n, 0xffffffffffffffffn,
    0x3ff8000000000000n, 0xc014000000000000n, 0n, 0x8000000000000000n, 0x7ff0000000000000n, 0xfff0000000000000n,
  ].map((x) => BigInt.asIntN(64, x)),
} as const;
const isNaNBits = (x: number | bigint): boolean => (typeof x === 'number' ? (x & 0x7fffffff) > 0x7f800000 : (x & 0x7fffffffffffffffn) > 0x7ff0000000000000n);
const COMPUTES = new Set(['halved', 'stored']);

describe.each(['f32', 'f64'] as const)('%s', (f) => {
  const text = moves(f);
  const theirs = native(text);
  test.each(LEVELS)('moves at level %i', async (optimize) => {
    const ours = await run(text, {}, { nan: 'exact', optimize });
    const names = Object.keys(theirs).filter((name) => typeof theirs[name] === 'function' && !name.startsWith('number'));
    expect(names.length).toBeGreaterThan(20);
    for (const name of names) {
      for (const a of BITS[f]) {
        for (const b of BITS[f]) {
          const got: unknown = ours[name](a, b), want: number | bigint = theirs[name](a, b);
          const canonical = f === 'f32' ? 0x7fc00000 : 0x7ff8000000000000n;
          const expected = COMPUTES.has(name) && isNaNBits(want) ? canonical : want;
          if (got !== expected) expect.fail(`${name}(${a.toString(16)}, ${b.toString(16)}) = ${String(got)}, not ${String(expected)}`);
        }
      }
    }
  });

  test('hosts get numbers', async () => {
    const ours = await run(text, {}, { nan: 'exact' });
    expect(ours.number(NaN)).toBe(NaN);
    expect(ours.number(1.5)).toBe(-1.5);
    expect(ours.numbers(NaN, 2)).toEqual([NaN, 5, 2, NaN]);
    ours.shared(BITS[f][3], BITS[f][3]);
    expect(ours.x.value).toBe(NaN);
  });
});

test('a host gets numbers as arguments and its NaNs are canonical', async () => {
  const text = `(module
    (import "m" "f" (func $f (param f64) (result f64 f64)))
    (func (export "run") (param i64) (result i64 i64) (local $x f64)
      (call $f (f64.neg (f64.reinterpret_i64 (local.get 0)))) (local.set $x) (i64.reinterpret_f64) (i64.reinterpret_f64 (local.get $x))))`;
  const seen: unknown[] = [];
  const f = (x: unknown): unknown[] => { seen.push(x); return [x, x]; };
  const ours = await run(text, { m: { f } }, { nan: 'exact' });
  expect(ours.run(0x7ff4000000000001n)).toEqual([0x7ff8000000000000n, 0x7ff8000000000000n]);
  expect(ours.run(0x3ff8000000000000n)).toEqual([-4613937818241073152n, -4613937818241073152n]);
  expect(seen).toEqual([NaN, -1.5]);
});

const CALLEE = `(module (func (export "f") (param f64 f32) (result f32 f64 f32) (local.get 1) (f64.neg (local.get 0)) (f32.neg (local.get 1))))`;
const CALLER = `(module
  (import "m" "f" (func $f (param f64 f32) (result f32 f64 f32)))
  (func (export "run") (param i64 i32) (result i32 i64 i32) (local $x f64) (local $y f32)
    (call $f (f64.reinterpret_i64 (local.get 0)) (f32.reinterpret_i32 (local.get 1)))
    (local.set $y) (local.set $x) (i32.reinterpret_f32) (i64.reinterpret_f64 (local.get $x)) (i32.reinterpret_f32 (local.get $y))))`;
const linked = (callee: 'exact' | 'fast', caller: 'exact' | 'fast'): Exports => {
  const instance = (text: string, nan: 'exact' | 'fast', imports: object): Exports => {
    const W = configure({ nan });
    return new W.Instance(new W.Module(wasm(text) as BufferSource), imports as WebAssembly.Imports).exports as Exports;
  };
  return instance(CALLER, caller, { m: instance(CALLEE, callee, {}) });
};

test('bits go from module to module', () => {
  const { run } = linked('exact', 'exact');
  expect(run(0x7ff4000000000001n, 0x7fa00000)).toEqual([0x7fa00000, 0xfff4000000000001n - (1n << 64n), 0xffa00000 | 0]);
  expect(run(0x7ff8000000000000n, 0x7fc00000)).toEqual([0x7fc00000, 0xfff8000000000000n - (1n << 64n), 0xffc00000 | 0]);
  expect(run(0x3ff8000000000000n, 0x3fc00000)).toEqual([0x3fc00000, 0xbff8000000000000n - (1n << 64n), 0xbfc00000 | 0]);
});

test.each([['exact', 'fast'], ['fast', 'exact']] as const)('%s called by %s: NaNs stay NaNs, numbers are exact', (callee, caller) => {
  const { run } = linked(callee, caller);
  expect(run(0x3ff8000000000000n, 0x3fc00000)).toEqual([0x3fc00000, 0xbff8000000000000n - (1n << 64n), 0xbfc00000 | 0]);
  const [a, b, c] = run(0x7ff4000000000001n, 0x7fa00000) as [number, bigint, number];
  expect([isNaNBits(a), isNaNBits(b), isNaNBits(c)]).toEqual([true, true, true]);
});

test('code that computes is what it is without', () => {
  const text = '(module (memory 1) (func (export "dot") (param i32 i32) (result f64) (f64.add (f64.mul (f64.load (local.get 0)) (f64.load (local.get 1))) (f64.const 1))))';
  const code = (nan: 'fast' | 'exact'): string => /function \w+\(a,b\)\{.*\}/.exec(compile(wasm(text), { nan }).code)![0];
  expect(code('exact')).toBe(code('fast'));
});
