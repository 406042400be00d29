// Exceptions between wasm and JavaScript, and between modules.
import { compile } from 'dewasm';
import { describe, expect, it } from 'vitest';
import { wasm } from '../module/wat.js';
import { instance, LEVELS, namespaceAt, thrownBy } from './cases.js';

const THROUGH = `(module (import "m" "f" (func $f (param i32) (result i32))) (import "m" "t" (tag $t (param i32)))
  (func (export "rethrows") (param i32) (result i32) (try (result i32) (do (call $f (local.get 0))) (catch $t (drop) (rethrow 0)) (catch_all (rethrow 0))))
  (func (export "byRef") (param i32) (result i32) (block $h (result exnref) (try_table (catch_all_ref $h) (return (call $f (local.get 0)))) (unreachable)) (throw_ref))
  (func (export "caught") (param i32) (result i32) (try (result i32) (do (call $f (local.get 0))) (catch $t) (catch_all (i32.const -1))))
  (func (export "throws") (param i32) (throw $t (local.get 0))))`;
/** Knows nothing of exceptions. */
const PLAIN = '(module (import "m" "f" (func $f (param i32) (result i32))) (func (export "g") (param i32) (result i32) (i32.add (call $f (local.get 0)) (i32.const 1))))';

describe.each(LEVELS)('level %i', (level) => {
  const ns = namespaceAt(level);
  const t = new ns.Tag({ parameters: ['i32'] });

  it('an exception keeps its identity through frames of both kinds', () => {
    const seen: unknown[] = [];
    const inner = instance(ns, THROUGH, { m: { f: () => 0, t } });
    const middle = instance(ns, THROUGH, {
      m: {
        t, f(k: number) {
          try { inner.throws(k); } catch (e) { seen.push(e); throw e; }
          return 0;
        },
      },
    });
    const outer = instance(ns, THROUGH, { m: { t, f: middle.rethrows } });
    for (const f of [middle.rethrows, middle.byRef, outer.rethrows, outer.byRef]) {
      const e = thrownBy(() => f(42)) as InstanceType<typeof ns.Exception>;
      expect(e).toBe(seen.pop());
      expect(e).toBeInstanceOf(ns.Exception);
      expect(e.getArg(t, 0)).toBe(42);
    }
    expect(outer.caught(43)).toBe(43);
  });

  it('an exception made by JavaScript is caught by its tag and gets out as the same object', () => {
    const e = new ns.Exception(t, [5]);
    const m = instance(ns, THROUGH, { m: { t, f() { throw e; } } });
    expect(m.caught(0)).toBe(5);
    expect(thrownBy(() => m.rethrows(0))).toBe(e);
    expect(thrownBy(() => m.byRef(0))).toBe(e);
    const other = instance(ns, THROUGH, { m: { t: new ns.Tag({ parameters: ['i32'] }), f() { throw e; } } });
    expect(other.caught(0)).toBe(-1);
  });

  it('whatever else JavaScript throws is caught by catch_all and gets out unchanged', () => {
    for (const value of [new Error('e'), new RangeError('Offset is outside the bounds of the DataView'), new TypeError('x of null'), new ns.RuntimeError('mine'), 'text', 17, undefined, null, { t: 1, a: [] }, Symbol('s')]) {
      const m = instance(ns, THROUGH, { m: { t, f() { throw value; } } });
      expect(m.caught(0)).toBe(-1);
      expect(thrownBy(() => m.rethrows(0))).toBe(value);
      expect(thrownBy(() => m.byRef(0))).toBe(value);
    }
  });

  it('JSTag is the tag of what JavaScript throws', () => {
    const m = instance(ns, `(module (import "m" "f" (func $f)) (import "m" "tag" (tag $js (param externref)))
      (func (export "caught") (result externref) (block $h (result externref) (try_table (catch $js $h) (call $f)) (ref.null extern)))
      (func (export "throws") (param externref) (throw $js (local.get 0))))`, { m: { f: () => { throw error; }, tag: ns.JSTag } });
    const error = new Error('e');
    expect(m.caught()).toBe(error);
    expect(thrownBy(() => m.throws(error))).toBe(error);
    expect(thrownBy(() => m.throws(3))).toBe(3);
  });

  it('traps and stack overflows are not caught', () => {
    const traps = ['(unreachable)', '(drop (i32.load (i32.const -1)))', '(i64.store (i32.const 65533) (i64.const 1))', '(drop (i32.div_s (i32.const 1) (local.get 0)))',
      '(call_indirect (i32.const 9))', '(call_indirect (i32.const 0))', '(drop (table.get 0 (i32.const 9)))', '(drop (i32.trunc_f64_s (f64.const 1e99)))', '(memory.fill (i32.const 65536) (i32.const 0) (i32.const 1))',
      '(throw_ref (ref.null exn))'];
    for (const trap of traps) {
      const { f, g } = instance(ns, `(module (memory 1) (table 1 funcref)
        (func $f (export "f") (param i32) (result i32) (try (result i32) (do ${trap} (i32.const 0)) (catch_all (i32.const 1))))
        (func (export "g") (param i32) (result i32) (block $h (try_table (catch_all $h) ${trap} (drop (call $f (i32.const 0))) (return (i32.const 0)))) (i32.const 1)))`);
      expect(() => f(0) as unknown, trap).toThrow(ns.RuntimeError);
      expect(() => g(0) as unknown, trap).toThrow(ns.RuntimeError);
    }
    const { recurse } = instance(ns, `(module (func $recurse (export "recurse") (param i32) (result i32)
      (try (result i32) (do (i32.add (call $recurse (i32.add (local.get 0) (i32.const 1))) (i32.const 1))) (catch_all (i32.const 1)))))`);
    expect(() => recurse(0) as unknown).toThrow(RangeError);
  });

  it('a trap that comes back through JavaScript is still none that wasm catches', () => {
    const trapping = instance(ns, '(module (func (export "f") (param i32) (result i32) (unreachable)))');
    const m = instance(ns, THROUGH, { m: { t, f: (k: number) => trapping.f(k) as number } });
    expect(() => m.caught(0) as unknown).toThrow(ns.RuntimeError);
  });

  it('a module without exceptions passes them on', () => {
    const inner = instance(ns, THROUGH, { m: { t, f: () => 0 } });
    const throwing = instance(ns, `(module (import "m" "t" (tag $t (param i32))) (func (export "f") (param i32) (result i32) (throw $t (local.get 0))))`, { m: { t } });
    void inner;
    const plain = instance(ns, PLAIN, { m: { f: throwing.f } });
    const e = thrownBy(() => plain.g(6)) as InstanceType<typeof ns.Exception>;
    expect(e).toBeInstanceOf(ns.Exception);
    expect(e.getArg(t, 0)).toBe(6);
    const outer = instance(ns, THROUGH, { m: { t, f: plain.g } });
    expect(outer.caught(7)).toBe(7);
    const viaHost = instance(ns, PLAIN, { m: { f() { throw e; } } });
    expect(thrownBy(() => viaHost.g(0))).toBe(e);
  });

  it('a start function may throw', () => {
    const e = thrownBy(() => instance(ns, '(module (import "m" "t" (tag $t (param i32))) (func $s (throw $t (i32.const 3))) (start $s))', { m: { t } })) as InstanceType<typeof ns.Exception>;
    expect(e.getArg(t, 0)).toBe(3);
  });

  it('exported tags are what exceptions are told by', () => {
    const a = instance(ns, '(module (tag $t (export "t") (param i64)) (tag $u (export "u") (param i64)) (export "again" (tag $t)) (func (export "f") (throw $t (i64.const 9))))');
    expect(a.again).toBe(a.t);
    const e = thrownBy(a.f) as InstanceType<typeof ns.Exception>;
    expect([e.is(a.t), e.is(a.u), e.getArg(a.t, 0)]).toEqual([true, false, 9n]);
  });
});

it('modules without exceptions do not carry their machinery', () => {
  const code = (text: string): string => compile(wasm(text)).code;
  expect(code(PLAIN)).not.toMatch(/WebAssembly\.Exception|function caught/);
  expect(code(THROUGH)).toMatch(/WebAssembly\.Exception/);
});
