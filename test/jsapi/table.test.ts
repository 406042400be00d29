// WebAssembly.Table: descriptors, elements, growth.

import { beforeAll, describe, expect, test } from 'vitest';
import { exporting } from './fixtures.js';
import { namespaces, ours } from './namespaces.js';

const outOfRange = [NaN, Infinity, -Infinity, -1, 0x100000000, 0x1000000000];

describe.each(namespaces)('%s Table', (_name, W) => {
  let f: any;
  beforeAll(() => {
    f = new W.Instance(new W.Module(exporting as never)).exports.f;
  });

  test('invalid descriptors', () => {
    expect(() => new W.Table({ element: 'anyfunc', initial: undefined } as never)).toThrow(TypeError);
    expect(() => new W.Table({ initial: 0 } as never)).toThrow(TypeError);
    for (const element of ['i32', 'v128', 'any', '']) expect(() => new W.Table({ element, initial: 0 } as never), element).toThrow(TypeError);
    for (const value of outOfRange) {
      expect(() => new W.Table({ element: 'anyfunc', initial: value })).toThrow(TypeError);
      expect(() => new W.Table({ element: 'anyfunc', initial: 0, maximum: value })).toThrow(TypeError);
    }
    expect(() => new W.Table({ element: 'anyfunc', initial: 10, maximum: 9 })).toThrow(RangeError);
    expect(() => new W.Table({ element: 'anyfunc', initial: 10000001 })).toThrow(RangeError);
  });

  test('order of evaluation', () => {
    const order: string[] = [];
    const member = (name: string, value: unknown) => {
      order.push(name);
      const convert = () => { order.push(name + ' converted'); return value; };
      return { valueOf: convert, toString: convert };
    };
    new W.Table({ get maximum() { return member('maximum', 1); }, get initial() { return member('initial', 1); }, get element() { return member('element', 'anyfunc'); } } as never);
    expect(order).toEqual(['element', 'element converted', 'initial', 'initial converted', 'maximum', 'maximum converted']);
  });

  test('functions', () => {
    const table = new W.Table({ element: 'anyfunc', initial: 2, maximum: 5 });
    expect(table.length).toBe(2);
    expect(table.get(0)).toBe(null);
    expect(table.set(0, f)).toBe(undefined);
    expect(table.get(0)).toBe(f);
    (table.set as (i: number) => void)(0);
    expect(table.get(0)).toBe(null);
    table.set(1, null);
    for (const bad of [undefined, {}, () => 1, 'f', 1, Symbol(), Object.create(f)]) expect(() => table.set(0, bad as never)).toThrow(TypeError);
    expect(() => table.get(2)).toThrow(RangeError);
    expect(() => table.set(2, f)).toThrow(RangeError);
    expect(() => table.set(2, {} as never)).toThrow();
    for (const bad of [undefined, ...outOfRange]) {
      expect(() => table.get(bad as number)).toThrow(TypeError);
      expect(() => table.set(bad as number, null)).toThrow(TypeError);
      expect(() => table.grow(bad as number)).toThrow(TypeError);
    }
    expect(table.grow(2, f)).toBe(2);
    expect(table.get(3)).toBe(f);
    expect(() => table.grow(2)).toThrow(RangeError);
    expect(table.length).toBe(4);
    expect(() => table.grow(1, {})).toThrow(TypeError);
    expect(() => (table.get as () => void)()).toThrow(TypeError);
    expect(() => (table.set as () => void)()).toThrow(TypeError);
    expect(() => (table.grow as unknown as () => void)()).toThrow(TypeError);
  });

  test('initial values', () => {
    const filled = new W.Table({ element: 'anyfunc', initial: 3 }, f);
    expect([0, 1, 2].map((i) => filled.get(i))).toEqual([f, f, f]);
    expect(new W.Table({ element: 'anyfunc', initial: 1 }, undefined).get(0)).toBe(null);
    expect(() => new W.Table({ element: 'anyfunc', initial: 1 }, () => {})).toThrow(TypeError);
    const object = {};
    const hosts = new W.Table({ element: 'externref', initial: 1 } as never, object);
    expect(hosts.get(0)).toBe(object);
    hosts.set(0, 'text');
    expect(hosts.get(0)).toBe('text');
    hosts.set(0, null);
    expect(hosts.get(0)).toBe(null);
    (hosts.set as (i: number) => void)(0);
    expect(hosts.get(0)).toBe(undefined);
    expect(new W.Table({ element: 'externref', initial: 1 } as never).get(0)).toBe(undefined);
    expect(hosts.grow(1, 5)).toBe(1);
    expect(hosts.get(1)).toBe(5);
    hosts.grow(1);
    expect(hosts.get(2)).toBe(undefined);
  });
});

test('beyond node 20', () => {
  expect(() => new ours.Table({ element: 'anyfunc', initial: 1 }).grow(1, undefined)).toThrow(TypeError);
  const table: any = new ours.Table({ element: 'externref', initial: 1n, maximum: 3n, address: 'i64' } as never);
  expect(table.length).toBe(1n);
  expect(table.grow(1n, 'x')).toBe(1n);
  expect(table.get(1n)).toBe('x');
  expect(() => table.get(1)).toThrow(TypeError);
  expect(() => table.get(2n)).toThrow(RangeError);
  expect(table.type()).toEqual({ element: 'externref', minimum: 2n, maximum: 3n, address: 'i64' });
  const type = table.type(), same: any = new ours.Table(type);
  expect(same.type()).toEqual(type);
  expect(() => new (ours.Table as any)({ element: 'anyfunc', initial: 1, minimum: 1 })).toThrow(TypeError);
  expect(() => new (ours.Table as any)({ element: 'exnref', initial: 1 }).get(0)).toThrow(TypeError);
});
