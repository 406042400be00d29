// WebAssembly.Instance and instantiate(): exports objects, identity of what crosses, link errors, timing.

import * as atRunTime from 'dewasm/webassembly';
import { describe, expect, test } from 'vitest';
import { section, text, vector, wasm } from './bytes.js';
import { empty, exporting, reexporting, starting, strings } from './fixtures.js';
import { isNative, namespaces, ours } from './namespaces.js';

describe.each(namespaces)('%s Instance', (_name, W) => {
  const instantiate = W.instantiate as (...args: unknown[]) => Promise<any>;
  const make = (bytes: Uint8Array, imports?: unknown): any => new (W.Instance as any)(new (W.Module as any)(bytes), imports).exports;
  const imports = (): any => ({
    a: { f: (x: number) => x * 2.5, t: new W.Table({ element: 'anyfunc', initial: 1 }) },
    b: { m: new W.Memory({ initial: 1 }), g: 5, big: 6n, e: new W.Tag({ parameters: [] }) },
  });

  test('arguments', () => {
    for (const bad of [undefined, null, 1, {}, empty]) expect(() => new W.Instance(bad as never)).toThrow(TypeError);
    for (const bad of [null, 1, 'x', Symbol(), true]) expect(() => make(empty, bad)).toThrow(TypeError);
    expect(() => make(reexporting)).toThrow(TypeError);
    expect(() => make(reexporting, {})).toThrow(TypeError);
    expect(() => make(reexporting, { a: 1 })).toThrow(TypeError);
  });

  test('exports object', () => {
    const exports = make(exporting);
    expect(Object.getPrototypeOf(exports)).toBe(null);
    expect(Object.isFrozen(exports)).toBe(true);
    expect(Object.keys(exports)).toEqual(['f', 'again', 't', 'm', 'g', 'big', 'e', '__proto__', '']);
    expect(exports.m).toBeInstanceOf(W.Memory);
    expect(exports.t).toBeInstanceOf(W.Table);
    expect(exports.g).toBeInstanceOf(W.Global);
    expect(exports.e).toBeInstanceOf(W.Tag);
    expect(exports.g.value).toBe(7);
    exports.g.value = 8;
    expect(exports.g.value).toBe(8);
    expect(exports.big.value).toBe(-1n);
    expect(exports.t.get(0)).toBe(exports.f);
  });

  test('exported functions', () => {
    const { f, again, ['']: trapping, ...rest } = make(exporting);
    expect(f).toBe(again);
    expect(Object.getPrototypeOf(f)).toBe(Function.prototype);
    expect(Object.getOwnPropertyDescriptor(f, 'name')).toEqual({ value: '1', writable: false, enumerable: false, configurable: true });
    expect(Object.getOwnPropertyDescriptor(f, 'length')).toEqual({ value: 1, writable: false, enumerable: false, configurable: true });
    expect('prototype' in f).toBe(false);
    expect(() => new f(1)).toThrow(TypeError);
    expect(rest['__proto__'].name).toBe('2');
    expect(f(41)).toBe(42);
    expect(f('1', 2)).toBe(2);
    expect(f()).toBe(1);
    expect(f(2147483647)).toBe(-2147483648);
    expect(() => f(1n)).toThrow(TypeError);
    expect(() => trapping()).toThrow(W.RuntimeError);
    expect(() => trapping()).toThrow('unreachable');
  });

  test('instance', () => {
    const instance = new W.Instance(new W.Module(exporting as never));
    expect(Object.getPrototypeOf(instance)).toBe(W.Instance.prototype);
    expect(instance.exports).toBe(instance.exports);
    expect(Object.isExtensible(instance)).toBe(true);
    expect(Object.prototype.toString.call(instance)).toBe('[object WebAssembly.Instance]');
  });

  test('what goes in comes out', () => {
    const given = imports();
    const exports = make(reexporting, given);
    expect(exports.t).toBe(given.a.t);
    expect(exports.m).toBe(given.b.m);
    expect(exports.e).toBe(given.b.e);
    expect(exports.f).not.toBe(given.a.f);
    expect(exports.f(3)).toBe(7);
    expect(exports.f.name).toBe('0');
    expect(exports.g.value).toBe(5);
    expect(exports.big.value).toBe(6n);
    const { f } = make(exporting);
    const g = new W.Global({ value: 'i32' }, 3);
    const again = make(reexporting, { a: { ...given.a, f }, b: { ...given.b, g } });
    expect(again.f).toBe(f);
    expect(again.g).toBe(g);
  });

  test('link errors', () => {
    const wrong: [string, string, unknown][] = [
      ['a', 'f', undefined], ['a', 'f', {}], ['a', 't', {}], ['a', 't', new W.Table({ element: 'anyfunc', initial: 0 })],
      ['a', 't', new W.Table({ element: 'externref', initial: 1 } as never)], ['b', 'm', new ArrayBuffer(65536)], ['b', 'm', new W.Memory({ initial: 0 })],
      ['b', 'g', 1n], ['b', 'g', '1'], ['b', 'g', undefined], ['b', 'big', 1], ['b', 'g', new W.Global({ value: 'i32', mutable: true })],
      ['b', 'g', new W.Global({ value: 'i64' })], ['b', 'e', {}], ['b', 'e', new W.Tag({ parameters: ['i32'] })], ['a', 'f', make(exporting)['']],
    ];
    for (const [module, name, value] of wrong) {
      const given = imports();
      given[module][name] = value;
      expect(() => make(reexporting, given), `${module}.${name}`).toThrow(W.LinkError);
    }
  });

  test('imports are read in order, once each', () => {
    const order: string[] = [];
    const watch = (object: any, path: string): any => new Proxy(object, {
      get(target, key) {
        order.push(path + String(key));
        return target[key];
      },
    });
    const { a, b } = imports();
    make(reexporting, watch({ a: watch(a, 'a.'), b: watch(b, 'b.') }, ''));
    expect(order).toEqual(['a', 'a.f', 'a', 'a.t', 'b', 'b.m', 'b', 'b.g', 'b', 'b.big', 'b', 'b.e']);
  });

  test('instantiate bytes', async () => {
    const bytes = exporting.slice();
    const promise = instantiate(bytes);
    bytes.fill(1);
    expect(Object.getPrototypeOf(promise)).toBe(Promise.prototype);
    const result = await promise;
    expect(Object.keys(result)).toEqual(['module', 'instance']);
    expect(result.module).toBeInstanceOf(W.Module);
    expect(result.instance).toBeInstanceOf(W.Instance);
    expect(result.instance.exports.f(1)).toBe(2);
  });

  test('instantiate a module', async () => {
    const instance = await instantiate(new W.Module(exporting as never), {}, 'stray');
    expect(instance).toBeInstanceOf(W.Instance);
    expect((await instantiate.call(undefined, empty)).instance).toBeInstanceOf(W.Instance);
  });

  test('errors are rejections', async () => {
    await expect(instantiate()).rejects.toBeInstanceOf(TypeError);
    for (const bad of [undefined, null, 1, {}, W.Module, [...empty]]) {
      await expect(instantiate(bad)).rejects.toBeInstanceOf(TypeError);
      await expect((W.compile as any)(bad)).rejects.toBeInstanceOf(TypeError);
    }
    await expect(instantiate(new Uint8Array())).rejects.toBeInstanceOf(W.CompileError);
    await expect(W.compile(new Uint8Array() as never)).rejects.toBeInstanceOf(W.CompileError);
    await expect(instantiate(empty, 1)).rejects.toBeInstanceOf(TypeError);
    await expect(instantiate(reexporting)).rejects.toBeInstanceOf(TypeError);
    await expect(instantiate(reexporting, { a: {} , b: {} })).rejects.toBeInstanceOf(W.LinkError);
    await expect(instantiate(new W.Module(reexporting as never), { a: {}, b: {} })).rejects.toBeInstanceOf(W.LinkError);
    const mine = new Error('mine');
    await expect(instantiate(starting, { a: { run() { throw mine; } } })).rejects.toBe(mine);
    await expect(instantiate(new W.Module(starting as never), { get a(): never { throw mine; } })).rejects.toBe(mine);
  });

  test.skipIf(isNative(W))('a module is instantiated later, its imports are read at once', async () => {
    const order: string[] = [];
    const promise = instantiate(new W.Module(starting as never), { get a() { order.push('read'); return { run() { order.push('start'); } }; } });
    order.push('after');
    await promise;
    expect(order).toEqual(['read', 'after', 'start']);
  });

  test('bytes are compiled later', async () => {
    const order: string[] = [];
    const promise = instantiate(starting, { get a() { order.push('read'); return { run() { order.push('start'); } }; } });
    order.push('after');
    await promise;
    expect(order).toEqual(['after', 'read', 'start']);
  });

  test('compile', async () => {
    const module = await W.compile(exporting as never);
    expect(module).toBeInstanceOf(W.Module);
    expect(W.Module.exports(module).length).toBe(9);
  });

  test('streaming', async () => {
    const response = (type: string | undefined, status = 200) => new Response(exporting as never, { status, headers: type === undefined ? {} : { 'Content-Type': type } });
    const { instance } = await W.instantiateStreaming(response('application/wasm'));
    expect((instance.exports.f as any)(2)).toBe(3);
    expect(await W.compileStreaming(Promise.resolve(response(isNative(W) ? 'application/wasm' : 'Application/WASM')))).toBeInstanceOf(W.Module);
    for (const bad of ['application/wasm;charset=utf-8', 'text/plain', undefined]) {
      await expect(W.compileStreaming(response(bad)), String(bad)).rejects.toBeInstanceOf(TypeError);
    }
    await expect(W.compileStreaming(response('application/wasm', 404))).rejects.toBeInstanceOf(TypeError);
    await expect(W.compileStreaming(exporting as never)).rejects.toBeInstanceOf(TypeError);
    await expect(W.instantiateStreaming(undefined as never)).rejects.toBeInstanceOf(TypeError);
    await expect(W.compileStreaming(Promise.reject(new SyntaxError('x')))).rejects.toBeInstanceOf(SyntaxError);
  });
});

describe('beyond node 20: builtins', () => {
  const options = { builtins: ['js-string'], importedStringConstants: 'consts' };
  const Module = ours.Module as any;

  test('are provided and not listed', () => {
    const module = new Module(strings, options);
    expect(Module.imports(module)).toEqual([{ module: 'env', name: 'g', kind: 'global' }]);
    expect(Module.imports(new Module(strings)).length).toBe(3);
    const exports: any = new ours.Instance(module, { env: { g: 4 } }).exports;
    expect(exports.length('héllo')).toBe(5);
    expect(() => exports.length(5)).toThrow(ours.RuntimeError);
    expect(exports.hello.value).toBe('hello');
    expect(exports.g.value).toBe(4);
  });

  test('need no import object, if nothing else is imported', async () => {
    const only = (moduleName: string, name: string, ...desc: number[]): Uint8Array => wasm(section(1, vector([[0x60, 1, 0x6f, 1, 0x7f]])), section(2, vector([[...text(moduleName), ...text(name), ...desc]])));
    const test = only('wasm:js-string', 'test', 0, 0), constant = only('consts', 'hi', 3, 0x6f, 0);
    for (const bytes of [empty, test, constant]) {
      const module = new atRunTime.Module(bytes, options);
      expect(new atRunTime.Instance(module, undefined)).toBeInstanceOf(atRunTime.Instance);
      expect(await atRunTime.instantiate(module)).toBeInstanceOf(atRunTime.Instance);
      expect((await (atRunTime.instantiate as any)(bytes, undefined, options)).instance).toBeInstanceOf(atRunTime.Instance);
    }
    expect(() => new atRunTime.Instance(new atRunTime.Module(only('wasm:js-string', 'nothing', 0, 0), options))).toThrow(TypeError);
    expect(() => new atRunTime.Instance(new atRunTime.Module(strings, options))).toThrow(TypeError);
  });

  test('are validated', () => {
    expect(() => new Module(strings, { importedStringConstants: 'env' })).toThrow(ours.CompileError);
    expect((ours.validate as any)(strings, { importedStringConstants: 'env' })).toBe(false);
    expect((ours.validate as any)(strings, options)).toBe(true);
    expect(() => new Module(strings, { builtins: ['js-string', 'js-string'] })).toThrow(ours.CompileError);
    expect(() => new Module(strings, { builtins: 1 })).toThrow(TypeError);
    expect(new Module(strings, { builtins: ['unknown'] })).toBeInstanceOf(Module);
  });
});
