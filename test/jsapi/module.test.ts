// WebAssembly.Module: buffer sources, reflection, custom sections.

import { describe, expect, test } from 'vitest';
import { empty, exporting, reexporting, withSections } from './fixtures.js';
import { isNative, namespaces } from './namespaces.js';

describe.each(namespaces)('%s Module', (_name, W) => {
  const Module = W.Module as any;

  test('arguments', () => {
    for (const bad of [undefined, null, true, 'test', Symbol(), 1, {}, ArrayBuffer, ArrayBuffer.prototype, [...empty], Module]) {
      expect(() => new Module(bad)).toThrow(TypeError);
      expect(() => W.validate(bad as never)).toThrow(TypeError);
    }
    expect(() => Module(empty)).toThrow(TypeError);
    expect(() => (W.validate as unknown as () => void)()).toThrow(TypeError);
    expect(() => new Module(new Uint8Array())).toThrow(W.CompileError);
    expect(() => new Module(Uint8Array.of(0, 0x61, 0x73, 0x6d, 2, 0, 0, 0))).toThrow(W.CompileError);
    expect(W.validate(new Uint8Array())).toBe(false);
    expect(W.validate(empty as never)).toBe(true);
  });

  test('views into larger buffers', () => {
    const larger = new Uint8Array(64);
    larger.set(empty, 13);
    for (const view of [larger.subarray(13, 21), isNative(W) ? empty : new DataView(larger.buffer, 13, 8), new Int8Array(larger.buffer, 13, 8), larger.slice(13, 21).buffer]) {
      expect(new Module(view)).toBeInstanceOf(Module);
      expect(W.validate(view as never)).toBe(true);
    }
    expect(() => new Module(larger)).toThrow(W.CompileError);
  });

  test('exports', () => {
    const module = new Module(exporting);
    expect(Module.exports(module)).toEqual([
      { name: 'f', kind: 'function' }, { name: 'again', kind: 'function' }, { name: 't', kind: 'table' }, { name: 'm', kind: 'memory' }, { name: 'g', kind: 'global' },
      { name: 'big', kind: 'global' }, { name: 'e', kind: 'tag' }, { name: '__proto__', kind: 'function' }, { name: '', kind: 'function' },
    ]);
    expect(Object.keys(Module.exports(module)[0])).toEqual(['name', 'kind']);
    expect(Module.exports(module)).not.toBe(Module.exports(module));
    expect(Module.exports(new Module(empty))).toEqual([]);
    for (const bad of [undefined, {}, empty, Module]) expect(() => Module.exports(bad)).toThrow(TypeError);
  });

  test('imports', () => {
    const module = new Module(reexporting);
    expect(Module.imports(module)).toEqual([
      { module: 'a', name: 'f', kind: 'function' }, { module: 'a', name: 't', kind: 'table' }, { module: 'b', name: 'm', kind: 'memory' },
      { module: 'b', name: 'g', kind: 'global' }, { module: 'b', name: 'big', kind: 'global' }, { module: 'b', name: 'e', kind: 'tag' },
    ]);
    expect(Object.keys(Module.imports(module)[0])).toEqual(['module', 'name', 'kind']);
    for (const bad of [undefined, {}, empty, Module]) expect(() => Module.imports(bad)).toThrow(TypeError);
  });

  test('customSections', () => {
    const bytes = withSections.slice();
    const module = new Module(bytes);
    bytes.fill(0);
    const sections = (name: unknown) => Module.customSections(module, name).map((buffer: ArrayBuffer) => [...new Uint8Array(buffer)]);
    expect(sections('foo')).toEqual([[1, 2, 3], [4]]);
    expect(sections('')).toEqual([[]]);
    expect(sections('fo')).toEqual([]);
    expect(sections('foo\0')).toEqual([]);
    expect(sections('na\uFFFDme')).toEqual([[5]]);
    expect(sections('na\uDC01me')).toEqual([]);
    expect(sections('\u{1F600}')).toEqual([[6]]);
    expect(Module.customSections(module, 'foo')[0]).toBeInstanceOf(ArrayBuffer);
    new Uint8Array(Module.customSections(module, 'foo')[0])[0] = 99;
    expect(sections('foo')).toEqual([[1, 2, 3], [4]]);
    expect(() => Module.customSections(module)).toThrow(TypeError);
    expect(() => Module.customSections({}, 'foo')).toThrow(TypeError);
    expect(() => Module.customSections(module, Symbol())).toThrow(TypeError);
  });
});
