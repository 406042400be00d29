// WebAssembly.Global: descriptors, conversions, mutability.

import { beforeAll, describe, expect, test } from 'vitest';
import { exporting } from './fixtures.js';
import { isNative, namespaces, ours } from './namespaces.js';

describe.each(namespaces)('%s Global', (_name, W) => {
  const make = (value: string, mutable: boolean, ...v: unknown[]): any => new (W.Global as any)({ value, mutable }, ...v);
  let f: any;
  beforeAll(() => {
    f = new W.Instance(new W.Module(exporting as never)).exports.f;
  });

  test('descriptors', () => {
    for (const value of [undefined, '', 'i16', 'I32', 1]) expect(() => new W.Global({ value } as never)).toThrow(TypeError);
    expect(() => new W.Global({ value: Symbol() } as never)).toThrow(TypeError);
    expect(() => make('v128', true)).toThrow(TypeError);
    const order: string[] = [];
    new W.Global({
      get value() { order.push('value'); return { toString() { order.push('value toString'); return 'i32'; } }; },
      get mutable() { order.push('mutable'); return false; },
    } as never);
    expect(order).toEqual(['mutable', 'value', 'value toString']);
  });

  test('defaults', () => {
    expect(['i32', 'f32', 'f64', 'i64', 'anyfunc'].map((type) => make(type, true).value)).toEqual([0, 0, 0, 0n, null]);
    if (!isNative(W)) expect(make('externref', true).value).toBe(undefined);
    expect(['i32', 'f32', 'f64', 'i64', 'externref'].map((type) => make(type, true, undefined).value)).toEqual([0, 0, 0, 0n, undefined]);
    expect(() => make('anyfunc', true, undefined)).toThrow(TypeError);
    expect(make('externref', true, null).value).toBe(null);
  });

  test.each([
    ['i32', 4294967295, -1], ['i32', '7', 7], ['i32', 1.9, 1], ['i32', NaN, 0], ['i32', true, 1], ['i32', { valueOf: () => 3 }, 3],
    ['i64', 2n ** 63n, -(2n ** 63n)], ['i64', '12', 12n], ['i64', true, 1n], ['i64', -1n, -1n], ['i64', 2n ** 64n + 5n, 5n],
    ['f32', 0.1, Math.fround(0.1)], ['f32', '1e39', Infinity], ['f32', -0, -0], ['f64', 0.1, 0.1], ['f64', undefined, 0], ['f64', null, 0],
    ['externref', 'x', 'x'], ['anyfunc', null, null],
  ] as [string, unknown, unknown][])('%s of %s', (type, given, expected) => {
    expect(make(type, false, given).value).toEqual(expected);
    const global = make(type, true);
    if (given === undefined) return;
    global.value = given;
    expect(global.value).toEqual(expected);
    expect(global.valueOf()).toEqual(expected);
  });

  test('values that cannot be converted', () => {
    for (const [type, values] of [['i32', [1n, Symbol()]], ['f32', [1n]], ['f64', [1n, Symbol()]], ['i64', [1, null, Symbol(), 1.5]], ['anyfunc', [1, {}, () => 1]]] as [string, unknown[]][]) {
      for (const value of values) {
        expect(() => make(type, true, value), type).toThrow(TypeError);
        expect(() => { make(type, true).value = value; }, type).toThrow(TypeError);
      }
    }
  });

  test('functions', () => {
    expect(make('anyfunc', true, f).value).toBe(f);
  });

  test('immutable', () => {
    for (const type of ['i32', 'i64', 'externref']) {
      const global = make(type, false);
      const before = global.value;
      expect(() => { global.value = 1n; }).toThrow(TypeError);
      expect(global.value).toBe(before);
    }
    const { set } = Object.getOwnPropertyDescriptor(W.Global.prototype, 'value')!;
    expect(() => (set as () => void).call(make('i32', true))).toThrow(TypeError);
  });
});

test('beyond node 20: type()', () => {
  expect((new ours.Global({ value: 'i64', mutable: true }) as any).type()).toEqual({ value: 'i64', mutable: true });
});
