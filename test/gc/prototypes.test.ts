// What custom descriptors say of the host's view: prototypes of structs, and the builtin that configures them. The expectations are
// what V8 14.6 does (with its flags for custom descriptors), but for names and lengths of methods, which it leaves empty.
import { configure } from 'dewasm/webassembly';
import { describe, expect, test } from 'vitest';
import { bytes, type Exports } from './load.js';

const api = configure({ features: 'all' });
const compiled = new api.Module(bytes('prototypes'), { builtins: ['js-prototypes'] });
const logged: unknown[][] = [];
const instance = (): Exports => new api.Instance(compiled, { m: { log: (...args: unknown[]) => { logged.push(args); } } }).exports as Exports;
const e = instance();
const prototypeOf = (o: object): unknown => Object.getPrototypeOf(o) as unknown;

describe('the first field of the descriptor is the prototype', () => {
  test('an object or function is, other values are not', () => {
    for (const value of [{}, Object.freeze([]), Math.max, e.make({}, 1)]) expect(prototypeOf(e.make(value, 1))).toBe(value);
    for (const value of [null, undefined, 3, 'text', Symbol('s'), 1n]) expect(prototypeOf(e.make(value, 1))).toBe(null);
  });

  test('of subtypes too; not without such a field, if it may change, or comes later; never for a descriptor itself', () => {
    const proto = {};
    expect(prototypeOf(e.derive(proto, 1))).toBe(proto);
    for (const o of [e.bare(), e.mutable(proto), e.second(proto), e.descriptor(proto)]) expect(prototypeOf(o)).toBe(null);
  });

  test('what it has is inherited, with the object as receiver', () => {
    const seen: unknown[] = [];
    const proto = { data: 5, method(): unknown { return this; }, get it(): unknown { return this; }, set it(v: unknown) { seen.push(this, v); } };
    const o = e.make(proto, 7);
    expect([o.data, 'data' in o, 'nothing' in o, Object.keys(o)]).toEqual([5, true, false, []]);
    expect(o.method()).toBe(o);
    expect(o.it).toBe(o);
    o.it = 9;
    expect(seen[0]).toBe(o);
    expect(seen[1]).toBe(9);
    expect(e.make(proto, 1).it).not.toBe(o);
    expect(e.get(o)).toBe(7);
  });

  test('the object itself cannot be changed', () => {
    const proto = { data: 5 }, o = e.make(proto, 7);
    for (const change of [
      () => { o.data = 1; }, () => { o.more = 1; }, () => delete o.data, () => Object.defineProperty(o, 'a', { value: 1 }),
      () => Object.setPrototypeOf(o, {}), () => Object.setPrototypeOf(o, proto), () => Object.preventExtensions(o),
    ]) expect(change).toThrow(TypeError);
    expect([Reflect.setPrototypeOf(o, null), Object.isExtensible(o), Object.isFrozen(o)]).toEqual([false, false, true]);
    expect(Object.assign(Object.create(o) as object, { q: 1 })).toEqual({ q: 1 });
  });
});

const text = (s: string): number[] => { const b = new TextEncoder().encode(s); return [b.length, ...b]; };
function configureAll(prototypes: unknown[] | null, functions: unknown[] | null, data: number[] | null, constructors: unknown): void {
  const p = prototypes && e.prototypes(prototypes.length), f = functions && e.functions(functions.length), d = data && e.data(data.length);
  prototypes?.forEach((v, i) => e.putPrototype(p, i, v));
  functions?.forEach((v, i) => e.putFunction(f, i, v));
  data?.forEach((v, i) => e.putByte(d, i, v));
  e.configure(p, f, d, constructors);
}

describe('configureAll', () => {
  const base: Record<string, any> = {}, derived: Record<string, any> = {}, made: Record<string, any> = {};
  e.setProto(base);
  configureAll([base, derived], [e.new, e.answer, e.answer, e.get, e.inc, e.get, e.set, e.first],
    [2, 1, ...text('Counter'), 2, 0, ...text('answer'), 1, ...text('half'), 4, 0, ...text('get'), 0, ...text('ïnc'), 1, ...text('val'), 2, ...text('val'), 0x7f, 0, 1, 0, ...text('first'), 0], made);

  test('properties as of classes', () => {
    const hidden = { enumerable: false, configurable: true };
    const { Counter } = made;
    expect(Object.getOwnPropertyDescriptors(made)).toEqual({ Counter: { value: Counter, writable: true, enumerable: true, configurable: true } });
    expect(Object.getOwnPropertyDescriptors(base)).toEqual({
      constructor: { value: Counter, writable: true, ...hidden }, get: { value: base.get, writable: true, ...hidden }, ïnc: { value: base.ïnc, writable: true, ...hidden },
      val: { get: expect.any(Function), set: expect.any(Function), ...hidden },
    });
    expect(Object.getOwnPropertyDescriptor(Counter, 'prototype')).toEqual({ value: base, writable: false, enumerable: false, configurable: false });
    expect([Counter.name, Counter.length, base.ïnc.name, base.ïnc.length, derived.first.length, Counter.answer === e.answer, prototypeOf(derived) === base]).toEqual(['Counter', 1, 'ïnc', 0, 1, true, true]);
    expect(() => new base.get()).toThrow(TypeError);
  });

  test('objects are used as those of a class', () => {
    const o = new made.Counter(5);
    o.ïnc();
    o.val += 10;
    expect([o.get(), o.val, o instanceof made.Counter, made.Counter(8).get(), made.Counter.answer(1), made.Counter.half]).toEqual([16, 16, true, 8, 43, 42]);
    expect(() => base.get.call({})).toThrow(TypeError);
    expect(() => base.get.call(null)).toThrow('dereferencing a null pointer');
    logged.length = 0;
    expect([derived.first.call('abc', 5), derived.first.call(undefined, 6), logged]).toEqual(['abc', undefined, [['abc', 5], [undefined, 6]]]);
  });

  const one = (...rest: number[]): number[] => [1, ...rest];
  const failures: Record<string, [unknown[] | null, unknown[] | null, number[] | null, unknown, RegExp]> = {
    'no array of prototypes': [null, [], [0], {}, /RuntimeError/],
    'no array of functions': [[], null, [0], {}, /RuntimeError/],
    'no data': [[], [], null, {}, /RuntimeError/],
    'empty data': [[], [], [], {}, /reached end while decoding number of prototypes/],
    'too few prototypes': [[], [], one(0, 0, 0x7f), {}, /array element access out of bounds/],
    'too many prototypes': [[{}, {}], [], one(0, 0, 0x7f), {}, /unconsumed prototypes/],
    'too few functions': [[{}], [], one(0, 1, 0, 1, 65, 0x7f), {}, /array element access out of bounds/],
    'a null function': [[{}], [null], one(0, 1, 0, 1, 65, 0x7f), {}, /null function/],
    'no object as prototype': [[4], [], one(0, 0, 0x7f), {}, /TypeError: Object prototype may only be an Object or null: 4/],
    'two constructors': [[{}], [e.new, e.new], one(2, 1, 65, 0, 1, 66, 0, 0, 0x7f), {}, /invalid constructor count 2 at data\+1/],
    'an unknown kind': [[{}], [e.get], one(0, 1, 3, 1, 65, 0x7f), {}, /invalid method kind 3 at data\+3/],
    'a name beyond the end': [[{}], [e.get], one(0, 1, 0, 5, 65), {}, /expected 5 bytes, fell off end/],
    'a name that is no UTF-8': [[{}], [e.new], one(1, 1, 0xff, 0, 0, 0x7f), {}, /invalid UTF-8 string/],
    'itself as parent': [[{}], [], one(0, 0, 0), {}, /invalid parentidx 0 at data\+3/],
    'a parent before the first': [[{}], [], one(0, 0, 0x7e), {}, /invalid parentidx -2 at data\+3/],
    'data left over': [[{}], [], one(0, 0, 0x7f, 9), {}, /unconsumed data/],
    'nowhere for constructors': [[{}], [e.new], one(1, 1, 65, 0, 0, 0x7f), null, /TypeError/],
    'a frozen prototype': [[Object.freeze({})], [e.get], one(0, 1, 0, 1, 65, 0x7f), {}, /TypeError/],
    'a number too long': [[], [], [0x80, 0x80, 0x80, 0x80, 0x80, 0], {}, /invalid number of prototypes at data\+0/],
  };
  for (const [name, [prototypes, functions, data, constructors, message]] of Object.entries(failures)) {
    test(name, () => {
      let error: unknown;
      try { configureAll(prototypes, functions, data, constructors); } catch (caught) { error = caught; }
      expect(`${(error as Error).name}: ${(error as Error).message}`).toMatch(message);
    });
  }

  test('parents of any index, null as a parent, numbers written long', () => {
    const child = {}, orphan = {};
    configureAll([null, child, orphan], [], [3, 0, 0, 0xff, 0x7f, 0, 0, 0x80, 0x80, 0, 0, 0, 1], {});
    expect([prototypeOf(child), prototypeOf(orphan) === child]).toEqual([null, true]);
  });
});

test('the builtin is no import to the host, and has one type', () => {
  expect(api.Module.imports(compiled).map((i) => i.module)).toEqual(['m']);
  expect(api.Module.imports(new api.Module(bytes('prototypes'))).map((i) => i.module)).toEqual(['wasm:js-prototypes', 'm']);
});
