// WebAssembly.Tag, Exception and JSTag.

import { describe, expect, test } from 'vitest';
import { isNative, namespaces, ours } from './namespaces.js';

describe.each(namespaces)('%s', (_name, W) => {
  test('Tag', () => {
    for (const bad of [undefined, null, 1, {}, { parameters: undefined }, { parameters: 1 }, { parameters: ['i16'] }, { parameters: [undefined] }]) {
      expect(() => new W.Tag(bad as never)).toThrow(TypeError);
    }
    expect(new W.Tag({ parameters: ['i32', 'i64', 'f32', 'f64', 'externref', 'anyfunc'] })).toBeInstanceOf(W.Tag);
    if (!isNative(W)) expect(new W.Tag({ parameters: new Set(['i32']) as never })).toBeInstanceOf(W.Tag);
  });

  test('Exception', () => {
    const tag = new W.Tag({ parameters: ['i32', 'i64', 'f32', 'externref'] });
    const other = new W.Tag({ parameters: ['i32', 'i64', 'f32', 'externref'] });
    const payload = [4294967295, 2n ** 63n + 1n, 0.1, tag];
    const exception = new W.Exception(tag, payload);
    expect(exception.is(tag)).toBe(true);
    expect(exception.is(other)).toBe(false);
    expect([0, 1, 2, 3].map((i) => exception.getArg(tag, i))).toEqual([-1, -(2n ** 63n) + 1n, Math.fround(0.1), tag]);
    expect(() => exception.getArg(tag, 4)).toThrow(RangeError);
    expect(() => exception.getArg(other, 0)).toThrow(TypeError);
    for (const bad of [undefined, null, {}, 1]) {
      expect(() => exception.is(bad as never)).toThrow(TypeError);
      expect(() => exception.getArg(bad as never, 0)).toThrow(TypeError);
      expect(() => new W.Exception(bad as never, [])).toThrow(TypeError);
    }
    for (const bad of [[1, 2, 3, 4], [1n, 2n, 3, 4]]) expect(() => new W.Exception(tag, bad)).toThrow(TypeError);
    if (!isNative(W)) for (const bad of [[], [1, 2n, 3], [1, 2n, 3, 4, 5], 1, {}, undefined]) expect(() => new W.Exception(tag, bad as never)).toThrow(TypeError);
    expect(exception instanceof Error).toBe(false);
    expect(Object.prototype.toString.call(exception)).toBe('[object WebAssembly.Exception]');
  });

  test('stack', () => {
    const tag = new W.Tag({ parameters: [] });
    expect(new W.Exception(tag, []).stack).toBe(undefined);
    expect(new W.Exception(tag, [], {}).stack).toBe(undefined);
    expect(new W.Exception(tag, [], { traceStack: false }).stack).toBe(undefined);
    expect(typeof new W.Exception(tag, [], { traceStack: true }).stack).toBe('string');
  });
});

test('beyond node 20: JSTag, type()', () => {
  expect(ours.JSTag).toBeInstanceOf(ours.Tag);
  expect(ours.JSTag).toBe(ours.JSTag);
  expect(() => new ours.Exception(ours.JSTag, [1])).toThrow(TypeError);
  expect(Object.getOwnPropertyDescriptor(ours, 'JSTag')).toMatchObject({ enumerable: true, configurable: true, set: undefined });
  expect((new ours.Tag({ parameters: ['i32', 'anyfunc'] }) as unknown as { type(): object }).type()).toEqual({ parameters: ['i32', 'funcref'] });
  expect(() => new ours.Exception(new ours.Tag({ parameters: ['v128'] }), [1])).toThrow(TypeError);
});
