// The namespace, its interfaces and their members: names, lengths, attributes, prototypes, brands.
import { ODD, outcome, properties, settled } from './tools.mjs';

const INTERFACES = ['Module', 'Instance', 'Memory', 'Table', 'Global', 'Tag', 'Exception', 'Suspending', 'CompileError', 'LinkError', 'RuntimeError', 'SuspendError'];

export const checks = {
  'the namespace': ({ W }) => [properties(W), Object.getPrototypeOf(W) === Object.prototype, String(W), Object.isExtensible(W), typeof W],
  'interface objects': ({ W }) => Object.fromEntries(INTERFACES.map((name) => [name, [properties(W[name]), Object.getPrototypeOf(W[name]) === Function.prototype || Object.getPrototypeOf(W[name]) === Error]])),
  'interface prototype objects': ({ W }) => Object.fromEntries(INTERFACES.map((name) => [name, [properties(W[name].prototype), Object.getPrototypeOf(W[name].prototype) === Object.prototype, String(W[name].prototype)]])),
  'without new': ({ W }) => INTERFACES.map((name) => outcome(() => W[name]())),
  'too few arguments': ({ W }) => INTERFACES.map((name) => outcome(() => new W[name]())),
  'odd first arguments': ({ W }) => ['Module', 'Instance', 'Memory', 'Table', 'Global', 'Tag', 'Exception', 'Suspending'].map((name) => ODD.map((x) => outcome(() => new W[name](x, [])))),
  'methods are no constructors': ({ W }) => [
    ...['validate', 'compile', 'instantiate', 'compileStreaming', 'instantiateStreaming', 'promising'].map((name) => [name in W, outcome(() => new W[name](new Uint8Array(8))), 'prototype' in W[name]]),
    ...[W.Memory.prototype.grow, W.Table.prototype.get, W.Global.prototype.valueOf, W.Module.exports, W.Exception.prototype.is].map((f) => ['prototype' in f, outcome(() => new f(1))]),
  ],
  'brands': ({ W }) => {
    const objects = [...ODD, new W.Memory({ initial: 1 }), Object.create(W.Memory.prototype), W.Memory, W.Memory.prototype, new Proxy(new W.Table({ element: 'anyfunc', initial: 1 }), {})];
    const results = {};
    for (const name of ['Module', 'Instance', 'Memory', 'Table', 'Global', 'Tag', 'Exception']) {
      for (const [key, { value, get, set }] of Object.entries(Object.getOwnPropertyDescriptors(W[name].prototype))) {
        if (key === 'constructor') continue;
        for (const [kind, f] of [['call', value], ['get', get], ['set', set]]) {
          if (typeof f === 'function') results[`${name}.${key} ${kind}`] = objects.map((o) => outcome(() => (W[name] === W.Memory && o instanceof W.Memory && Object.getPrototypeOf(o) === W.Memory.prototype ? 'own' : f.call(o, 0))));
        }
      }
    }
    return results;
  },
  'static methods of Module': ({ W }) => ['exports', 'imports', 'customSections'].map((name) => ODD.map((x) => outcome(() => W.Module[name](x, '')))),
  'subclasses': ({ W, bytes }) => {
    const made = [['Module', [bytes.empty]], ['Instance', [new W.Module(bytes.empty)]], ['Memory', [{ initial: 0 }]], ['Table', [{ element: 'anyfunc', initial: 0 }]], ['Global', [{ value: 'i32' }]], ['Tag', [{ parameters: [] }]], ['Exception', [new W.Tag({ parameters: [] }), []]], ['RuntimeError', ['m']]];
    return made.map(([name, args]) => {
      class Sub extends W[name] {}
      const o = new Sub(...args);
      const target = function () {};
      target.prototype = null;
      return [o instanceof Sub, o instanceof W[name], Object.getPrototypeOf(Reflect.construct(W[name], args, target)) === W[name].prototype, Object.prototype.toString.call(o)];
    });
  },
  'errors': ({ W }) => ['CompileError', 'LinkError', 'RuntimeError', 'SuspendError'].map((name) => {
    const E = W[name], e = new E('m', { cause: 5 });
    return [e instanceof Error, e instanceof E, e.message, e.cause, String(e), e.name, properties(e), typeof e.stack, Object.prototype.toString.call(e), E('x') instanceof E, String(new E()), outcome(() => new E(Symbol.iterator)), new E(undefined).message, Object.hasOwn(new E(undefined), 'message'), new E(5).message, 'cause' in new E('m', {})];
  }),
  'promises of odd arguments': async ({ W, bytes }) => {
    const results = [];
    for (const name of ['compile', 'instantiate', 'compileStreaming', 'instantiateStreaming']) {
      results.push(await settled(() => W[name]()));
      for (const x of [...ODD, new Uint8Array(0), new ArrayBuffer(8), bytes.empty.subarray(0, 4), bytes.bad]) results.push(await settled(() => W[name](x)));
    }
    return results;
  },
  'JSTag': ({ W }) => [properties({ tag: W.JSTag }), W.JSTag === W.JSTag, W.JSTag instanceof W.Tag, outcome(() => { 'use strict'; W.JSTag = 5; }), outcome(() => new W.Exception(W.JSTag, [1])), outcome(() => new W.Exception(W.JSTag, [{}], { traceStack: true }))],
};
