// The shape of the namespace and of its interfaces: property attributes, names, lengths, `new`, subclassing, brands.

import * as atRunTime from 'dewasm/webassembly';
import { describe, expect, test } from 'vitest';
import { isNative, namespaces, ours } from './namespaces.js';

const interfaces: [name: string, length: number, args: unknown[]][] = [
  ['Module', 1, [Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0)]],
  ['Memory', 1, [{ initial: 0 }]],
  ['Table', 1, [{ element: 'anyfunc', initial: 0 }]],
  ['Global', 1, [{ value: 'i32' }]],
  ['Tag', 1, [{ parameters: [] }]],
];

describe.each(namespaces)('%s', (_name, W) => {
  test('namespace object', () => {
    expect(Object.prototype.toString.call(W)).toBe('[object WebAssembly]');
    expect(Object.getPrototypeOf(W)).toBe(Object.prototype);
    for (const name of ['validate', 'compile', 'instantiate', 'compileStreaming', 'instantiateStreaming']) {
      const property = Object.getOwnPropertyDescriptor(W, name)!;
      expect(property).toMatchObject({ writable: true, enumerable: true, configurable: true });
      expect(property.value.name).toBe(name);
      expect(property.value.length).toBe(1);
      expect(() => new property.value()).toThrow(TypeError);
    }
    for (const name of ['Module', 'Instance', 'Memory', 'Table', 'Global', 'Tag', 'Exception', 'CompileError', 'LinkError', 'RuntimeError']) {
      expect(Object.getOwnPropertyDescriptor(W, name), name).toMatchObject({ writable: true, enumerable: false, configurable: true });
    }
  });

  test.each([...interfaces, ['Instance', 1, undefined], ['Exception', undefined, undefined]] as [string, number | undefined, unknown][])('%s', (name, length) => {
    const I = W[name];
    expect(Object.getOwnPropertyDescriptor(I, 'name')).toEqual({ value: name, writable: false, enumerable: false, configurable: true });
    if (length !== undefined) expect(Object.getOwnPropertyDescriptor(I, 'length')).toEqual({ value: length, writable: false, enumerable: false, configurable: true });
    expect(Object.getOwnPropertyDescriptor(I, 'prototype')).toMatchObject({ writable: false, enumerable: false, configurable: false });
    expect(Object.getOwnPropertyDescriptor(I.prototype, 'constructor')).toEqual({ value: I, writable: true, enumerable: false, configurable: true });
    expect(Object.getOwnPropertyDescriptor(I.prototype, Symbol.toStringTag)).toEqual({ value: 'WebAssembly.' + name, writable: false, enumerable: false, configurable: true });
    expect(() => new I()).toThrow(TypeError);
  });

  test.each([
    ['Memory', 'grow', 1], ['Table', 'grow', 1], ['Table', 'get', 1], ['Table', 'set', 1], ['Global', 'valueOf', 0], ['Exception', 'is', 1], ['Exception', 'getArg', 2],
  ] as [string, string, number][])('%s.prototype.%s', (name, method, length) => {
    const property = Object.getOwnPropertyDescriptor(W[name].prototype, method)!;
    expect(property).toMatchObject({ writable: true, enumerable: true, configurable: true });
    expect(property.value.name).toBe(method);
    expect(property.value.length).toBe(length);
    expect(() => new property.value()).toThrow(TypeError);
    for (const receiver of [undefined, null, 1, {}, W[name], W[name].prototype]) expect(() => property.value.call(receiver, 0, 0)).toThrow(TypeError);
  });

  test.each([['Memory', 'buffer'], ['Table', 'length'], ['Global', 'value'], ['Instance', 'exports']])('%s.prototype.%s', (name, attribute) => {
    const property = Object.getOwnPropertyDescriptor(W[name].prototype, attribute)!;
    expect(property).toMatchObject({ enumerable: true, configurable: true });
    expect(property.get!.name).toBe('get ' + attribute);
    expect(property.get!.length).toBe(0);
    if (name === 'Global') {
      expect(property.set!.name).toBe('set value');
      expect(property.set!.length).toBe(1);
    } else expect(property.set).toBe(undefined);
    for (const receiver of [undefined, null, 1, {}, W[name], W[name].prototype]) expect(() => property.get!.call(receiver)).toThrow(TypeError);
  });

  test.each(interfaces.slice(1))('new %s', (name, _length, args) => {
    const I = W[name] as { new (...args: unknown[]): object; (...args: unknown[]): unknown };
    expect(() => I(...args)).toThrow(TypeError);
    const object = new I(...args);
    expect(Object.getPrototypeOf(object)).toBe(I.prototype);
    expect(Object.isExtensible(object)).toBe(true);
    expect(Object.keys(object)).toEqual([]);
    class Derived extends I {}
    const derived: object = new Derived(...args);
    if (!isNative(W) || name !== 'Tag') expect(derived).toBeInstanceOf(Derived);
    expect(derived).toBeInstanceOf(I);
    for (const bad of [undefined, null, true, '', Symbol(), 1, {}]) expect(() => new I(bad), String(bad)).toThrow(TypeError);
  });

  test('brands are not inherited', () => {
    const memory = new W.Memory({ initial: 1 });
    expect(() => Object.create(memory).buffer).toThrow(TypeError);
    expect(() => new Proxy(memory, {}).buffer).toThrow(TypeError);
    expect(() => Reflect.get(W.Memory.prototype, 'buffer', Object.assign({}, memory))).toThrow(TypeError);
  });

  test('errors', () => {
    for (const name of ['CompileError', 'LinkError', 'RuntimeError']) {
      const E = W[name];
      expect(E.name).toBe(name);
      expect(E.length).toBe(1);
      expect(Object.getPrototypeOf(E)).toBe(Error);
      expect(Object.getPrototypeOf(E.prototype)).toBe(Error.prototype);
      const error = E('oh');
      expect(error).toBeInstanceOf(E);
      expect(error).toBeInstanceOf(Error);
      expect(String(error)).toBe(name + ': oh');
      expect(typeof error.stack).toBe('string');
      expect(new E('x', { cause: 3 }).cause).toBe(3);
    }
  });
});

test('the class above Module', () => {
  const { Module } = atRunTime as any, Above = Object.getPrototypeOf(Module), above = Object.getPrototypeOf(Module.prototype);
  const tag = Object.getOwnPropertyDescriptor(above, Symbol.toStringTag)!;
  expect([Above.name, Above.length, Above.prototype === above, above.constructor === Above]).toEqual(['AbstractModuleSource', 0, true, true]);
  expect([Object.getPrototypeOf(Above), Object.getPrototypeOf(above)]).toEqual([Function.prototype, Object.prototype]);
  expect([tag.set, tag.enumerable, tag.configurable, tag.get!.name]).toEqual([undefined, false, true, 'get [Symbol.toStringTag]']);
  expect([new Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0])), {}, 1, Module.prototype].map((o) => tag.get!.call(o))).toEqual(['WebAssembly.Module', undefined, undefined, undefined]);
  expect(() => new Above()).toThrow(TypeError);
  expect(() => Above()).toThrow(TypeError);
});

test('objects of ours are of a class that other copies of the runtime share', async () => {
  const copy = await import('../../dist/runtime/webassembly/precompiled.js?copy' as string);
  expect(copy.default).not.toBe(ours);
  expect(copy.Memory).toBe(ours.Memory);
});
