// Exceptions that stay inside of wasm: which clause gets them, with which payload, and what it sees of the locals.
import { describe, expect, it } from 'vitest';
import { section, varuint, wasm as assembled } from '../jsapi/bytes.js';
import { instance, LEVELS, namespaceAt } from './cases.js';

describe.each(LEVELS)('level %i', (level) => {
  const ns = namespaceAt(level);

  it('payloads of all types arrive', () => {
    const params = '(param i32 i64 f32 f64 externref funcref i64)';
    const values = '(i32.const -5) (i64.const 0x123456789abcdef0) (f32.const 1.5) (f64.const -0) (local.get $r) (ref.func $g) (i64.const -1)';
    const { legacy, table, g } = instance(ns, `(module (tag $t ${params})
      (func $g (export "g"))
      (elem declare func $g)
      (func (export "legacy") (param $r externref) (result i32 i64 f32 f64 externref funcref i64)
        (try (result i32 i64 f32 f64 externref funcref i64) (do (throw $t ${values})) (catch $t)))
      (func (export "table") (param $r externref) (result i32 i64 f32 f64 externref funcref i64)
        (block $h (result i32 i64 f32 f64 externref funcref i64) (try_table (catch $t $h) (throw $t ${values})) (unreachable))))`);
    const r = {};
    const expected = [-5, 0x123456789abcdef0n, 1.5, -0, r, g, -1n];
    expect(legacy(r)).toEqual(expected);
    expect(table(r)).toEqual(expected);
    expect(legacy(r)[4]).toBe(r);
  });

  it('vectors arrive, as integers and as floats', () => {
    const use = '(local.set $v) (i32.add (i32x4.extract_lane 3 (local.get $v)) (i32.trunc_f32_s (f32x4.extract_lane 1 (f32x4.add (local.get $v) (local.get $v)))))';
    const { legacy, table, both } = instance(ns, `(module (tag $t (param v128 i32))
      (func $throws (param i32) (throw $t (i32x4.replace_lane 3 (f32x4.splat (f32.const 2.5)) (local.get 0)) (i32.const 9)))
      (func (export "legacy") (param i32) (result i32) (local $v v128)
        (try (result i32) (do (call $throws (local.get 0)) (i32.const 0)) (catch $t (drop) ${use})))
      (func (export "table") (param i32) (result i32) (local $v v128)
        (block $h (result v128 i32) (try_table (catch $t $h) (call $throws (local.get 0))) (return (i32.const 0))) (drop) ${use})
      (func (export "both") (param i32) (result f32)
        (block $o (result f32)
          (block $h (result v128 i32) (try_table (catch $t $h) (call $throws (local.get 0))) (br $o (f32.const 0)))
          (drop) (f32x4.extract_lane 0 (f32x4.mul (f32x4.splat (f32.const 2)))) )))`
      .replace('(f32x4.extract_lane 0 (f32x4.mul (f32x4.splat (f32.const 2))))', '(f32x4.splat (f32.const 2)) (f32x4.mul) (f32x4.extract_lane 0)'));
    expect([legacy(100), table(100), both(100)]).toEqual([105, 105, 5]);
  });

  it('rethrow names the try whose exception it throws', () => {
    const { f } = instance(ns, `(module (tag $a (param i32)) (tag $b (param i32))
      (func (export "f") (param i32) (result i32)
        (try $top (result i32) (do
          (try $outer (do (throw $a (i32.const 1)))
            (catch $a (drop)
              (try $inner (do (throw $b (i32.const 2)))
                (catch $b (drop)
                  (if (local.get 0) (then (rethrow $outer)) (else (rethrow $inner)))))))
          (i32.const 0))
          (catch $a (i32.add (i32.const 10)))
          (catch $b (i32.add (i32.const 20))))))`);
    expect([f(1), f(0)]).toEqual([11, 22]);
  });

  it('delegate goes past the tries between', () => {
    const { f, toCaller, again } = instance(ns, `(module (tag $t (param i32))
      (func $f (export "f") (param $n i32) (result i32)
        (try $a (result i32) (do
          (try $b (result i32) (do
            (try $c (result i32) (do
              (try (result i32) (do
                (if (local.get $n) (then (throw $t (local.get $n))))
                (i32.const 0))
              (delegate $a)))
            (catch_all (i32.const 300))))
          (catch_all (i32.const 200))))
        (catch $t (i32.add (i32.const 100)))))
      (func $toCaller (export "toCaller") (param $n i32) (result i32)
        (try (result i32) (do (try (result i32) (do (try (result i32) (do (throw $t (local.get $n))) (delegate 2))) (catch_all (i32.const 1))))
          (catch_all (i32.const 2))))
      ;; The same try is passed by once and catches the next time.
      (func (export "again") (result i32) (local $i i32) (local $sum i32)
        (loop $l
          (try $a (do
            (try $b (do
              (try (do (if (i32.and (local.get $i) (i32.const 1)) (then (throw $t (i32.const 1000))))) (delegate $a))
              (throw $t (i32.const 10)))
            (catch $t (local.set $sum (i32.add (local.get $sum))))))
          (catch $t (local.set $sum (i32.add (local.get $sum)))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br_if $l (i32.lt_u (local.get $i) (i32.const 5))))
        (local.get $sum)))`);
    expect([f(0), f(7)]).toEqual([0, 107]);
    expect(() => toCaller(3) as unknown).toThrow(ns.Exception as never);
    expect(again()).toBe(2030);
  });

  it('delegate goes past try_tables, which engines refuse in one function', () => {
    const { f, toCaller, again } = instance(ns, `(module (tag $t (param i32))
      (func $f (export "f") (param $n i32) (result i32)
        (try $a (result i32) (do
          (block $h (result i32)
            (try_table (catch $t $h)
              (block $all
                (try_table (catch_all $all)
                  (try (do (if (local.get $n) (then (throw $t (local.get $n))))) (delegate $a))
                  (if (i32.eqz (local.get $n)) (then (throw $t (i32.const 5)))))
                (unreachable))
              (return (i32.const 300)))
            (unreachable)))
        (catch $t (i32.add (i32.const 100)))))
      (func $toCaller (export "toCaller") (param $n i32) (result i32)
        (block $all
          (try_table (catch_all $all) (try (do (throw $t (local.get $n))) (delegate 1)) (unreachable)))
        (i32.const 2))
      (func (export "again") (result i32) (local $i i32) (local $sum i32)
        (loop $l
          (try $a (do
            (block $h (result i32)
              (try_table (catch $t $h)
                (try (do (if (i32.and (local.get $i) (i32.const 1)) (then (throw $t (i32.const 1000))))) (delegate $a))
                (throw $t (i32.const 10)))
              (i32.const 0))
            (local.set $sum (i32.add (local.get $sum))))
          (catch $t (local.set $sum (i32.add (local.get $sum)))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br_if $l (i32.lt_u (local.get $i) (i32.const 5))))
        (local.get $sum)))`);
    expect([f(0), f(7)]).toEqual([300, 107]);
    expect(() => toCaller(3) as unknown).toThrow(ns.Exception as never);
    expect(again()).toBe(2030);
  });

  it('throws and catches in each turn of a loop', () => {
    const { f } = instance(ns, `(module (tag $t (param i32 i64))
      (func (export "f") (param $n i32) (result i64) (local $i i32) (local $sum i64)
        (loop $l
          (block $h (result i32 i64)
            (try_table (catch $t $h) (throw $t (local.get $i) (i64.extend_i32_u (local.get $i))))
            (unreachable))
          (local.set $sum (i64.add (local.get $sum)))
          (i64.extend_i32_s)
          (local.set $sum (i64.add (local.get $sum)))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br_if $l (i32.lt_s (local.get $i) (local.get $n))))
        (local.get $sum)))`);
    expect(f(10000)).toBe(99990000n);
  });

  it('a clause may lead to the head of a loop', () => {
    const { f } = instance(ns, `(module (tag $t (param i32))
      (func (export "f") (param $n i32) (result i32)
        (i32.const 0)
        (loop $l (param i32) (result i32)
          (local.set $n)
          (try_table (catch $t $l) (if (i32.lt_s (local.get $n) (i32.const 50)) (then (throw $t (i32.add (local.get $n) (i32.const 7))))))
          (local.get $n))))`);
    expect(f(0)).toBe(56);
  });

  it('what a clause reads is as it was when the body began', () => {
    // The edge carries x from before the try; the body has values of its own that would like its variable.
    const { f } = instance(ns, `(module (tag $t)
      (func $two (param i32) (result i32 i32) (i32.add (local.get 0) (i32.const 1)) (i32.add (local.get 0) (i32.const 2)))
      (func $may (param i32 i32) (if (i32.gt_s (local.get 0) (i32.const 3)) (then (throw $t))))
      (func (export "f") (param $n i32) (result i32) (local $x i32)
        (block $out
          (local.set $x (i32.mul (local.get $n) (i32.const 3)))
          (try_table (catch_all $out)
            (call $may (call $two (local.get $n)))
            (call $may (call $two (i32.add (local.get $n) (i32.const 1)))))
          (local.set $x (i32.const 1)))
        (local.get $x)))`);
    expect([f(0), f(2), f(3), f(9)]).toEqual([1, 6, 9, 27]);
  });

  it('values set together are set after what may throw', () => {
    const { f } = instance(ns, `(module (tag $t)
      (func $may (param i32) (result i32) (if (i32.gt_s (local.get 0) (i32.const 3)) (then (throw $t))) (i32.const 5))
      (func (export "f") (param $n i32) (result i32) (local $x i32) (local $a i32) (local $b i32)
        (block $out (result i32 i32)
          (i32.const 0)
          (block $h
            (local.set $x (i32.mul (local.get $n) (i32.const 3)))
            (br $out (drop) (block (result i32 i32) (try_table (result i32 i32) (catch_all $h) (i32.mul (local.get $n) (i32.const 100)) (call $may (local.get $n))))))
          (drop)
          (return (local.get $x)))
        (i32.add)))`.replace('(br $out (drop) (block', '(drop (i32.const 1)) (br $out (block'));
    expect([f(0), f(2), f(4), f(9)]).toEqual([5, 205, 12, 27]);
  });

  it('calls in tail position leave the try first', () => {
    const { f, g, deep } = instance(ns, `(module (tag $t (param i32))
      (type $s (func (param i32) (result i32)))
      (table funcref (elem $throws))
      (func $throws (param i32) (result i32) (throw $t (local.get 0)))
      (func $direct (param i32) (result i32) (block $h (try_table (catch_all $h) (return_call $throws (local.get 0)))) (i32.const 1))
      (func $indirect (param i32) (result i32) (block $h (try_table (catch_all $h) (return_call_indirect (type $s) (local.get 0) (i32.const 0)))) (i32.const 1))
      (func (export "f") (param i32) (result i32) (block $h (result i32) (try_table (catch $t $h) (drop (call $direct (local.get 0)))) (i32.const 2)))
      (func (export "g") (param i32) (result i32) (block $h (result i32) (try_table (catch $t $h) (drop (call $indirect (local.get 0)))) (i32.const 2)))
      (func $deep (export "deep") (param i32) (result i32)
        (if (i32.eqz (local.get 0)) (then (return (i32.const 77))))
        (block $h (try_table (catch_all $h) (return_call $deep (i32.sub (local.get 0) (i32.const 1))))) (i32.const 1)))`);
    expect([f(40), g(41), deep(100000)]).toEqual([40, 41, 77]);
  });

  it('nests that are too deep for parsers, around tries and in them', () => {
    // (func (export "f") (param i32) (result i32)), one exported i32 global $g, a tag (param i32); wabt's parser cannot take it.
    const signed = (n: number): number[] => {
      const bytes: number[] = [];
      for (;;) {
        const low = n & 127;
        n >>= 7;
        if ((n === 0 && low < 64) || (n === -1 && low >= 64)) return [...bytes, low];
        bytes.push(low | 128);
      }
    };
    const constant = (n: number): number[] => [0x41, ...signed(n)];
    const add = (n: number): number[] => [0x23, 0, ...constant(n), 0x6a, 0x24, 0];
    const argument = [0x20, 0];
    /** `body` in blocks; at the end of each, a branch out of it or the one around and then an addition. */
    const nest = (depth: number, body: number[], by: number): number[] => [
      ...Array.from({ length: depth }, () => [0x02, 0x40]).flat(), ...body,
      ...Array.from({ length: depth }, (_, k) => [...argument, ...constant(k), 0x46, 0x0d, k % 3 === 0 || k === depth - 1 ? 0 : 1, 0x0b, ...add(by)]).flat(),
    ];
    const DEPTH = 150;
    // if (x > 200) throw x; if (x < 0) goto end, past the blocks, try_table, block of the handler and blocks around
    const inner = nest(DEPTH, [...argument, ...constant(200), 0x4a, 0x04, 0x40, ...argument, 0x08, 0, 0x0b, ...argument, ...constant(0), 0x48, 0x0d, ...varuint(DEPTH + 2 + DEPTH)], 1);
    const outer = nest(DEPTH, [0x02, 0x7f, 0x1f, 0x40, 1, 0, 0, 0, ...inner, 0x0b, ...constant(10), 0x0b, 0x23, 0, 0x6a, 0x24, 0], 1000);
    const code = [0, ...constant(0), 0x24, 0, 0x02, 0x40, ...outer, 0x0b, 0x23, 0, 0x0b];
    const { f } = new ns.Instance(new ns.Module(assembled(
      section(1, [2, 0x60, 1, 0x7f, 1, 0x7f, 0x60, 1, 0x7f, 0]), section(3, [1, 0]), section(13, [1, 0, 1]),
      section(6, [1, 0x7f, 1, 0x41, 0, 0x0b]), section(7, [1, 1, 0x66, 0, 0]), section(10, [1, ...varuint(code.length), ...code]),
    ))).exports;
    expect([f(-1), f(1000), f(200)]).toEqual([0, 1000 + DEPTH * 1000, 10 + DEPTH * 1001]);
  });
});
