// Exported functions, conversions of arguments and results, host functions.
import { ODD, converted, outcome, properties, show } from './tools.mjs';

const VALUES = [...ODD, -0, 1.5, -1.9, 2 ** 31, 2 ** 32 + 3, -(2 ** 31) - 1, NaN, Infinity, '0x10', '12px', 2n ** 64n + 1n, -1n, true, { valueOf: () => 3 }, { valueOf: () => 3n }, { toString: () => '4' }, new Date(7)];

export const checks = {
  'function objects': ({ W, bytes }) => {
    const e = new W.Instance(new W.Module(bytes.functions), { m: { host: (...args) => args[0] } }).exports;
    return Object.entries(e).filter(([, f]) => typeof f === 'function').map(([name, f]) => [name, properties(f), Object.getPrototypeOf(f) === Function.prototype, outcome(() => new f()), outcome(() => f.call({}, 1)), /\[native code\]/.test(String(f)) || 'source', Object.isExtensible(f), 'caller' in f, outcome(() => f.caller), outcome(() => f.arguments)].slice(0, 5));
  },
  'conversions': ({ W, bytes }) => {
    const e = new W.Instance(new W.Module(bytes.functions), { m: { host: () => 0 } }).exports;
    return ['i32', 'i64', 'f32', 'f64', 'externref', 'funcref'].map((name) => [VALUES.map((v) => outcome(() => e[name](v))), outcome(() => e[name]()), outcome(() => e[name](...(name === 'i64' ? [1n, 2] : [null, 2])))]);
  },
  'results of host functions': ({ W, bytes }) => ['hostI32', 'hostI64', 'hostF32', 'hostF64', 'hostExtern', 'hostFunc', 'hostNone', 'hostTwo'].map((name) => VALUES.map((v) => outcome(() => new W.Instance(new W.Module(bytes[name]), { m: { host: () => v } }).exports.f()))),
  'several results': ({ W, bytes }) => {
    const iterables = [[1, 2n], new Set([1, 2n]), [1], [1, 2n, 3], [1, 2], 'ab', { length: 2 }, (function* () { yield 1; yield 2n; })(), null, undefined, 5];
    const log = [];
    const results = iterables.map((v) => outcome(() => new W.Instance(new W.Module(bytes.hostTwo), { m: { host: () => v } }).exports.f()));
    outcome(() => new W.Instance(new W.Module(bytes.hostTwo), { m: { host: () => [converted(log, 'first', 1), converted(log, 'second', 2n)] } }).exports.f());
    const { two } = new W.Instance(new W.Module(bytes.functions), { m: { host: () => 0 } }).exports;
    const r = two();
    return [results, log, show(r), Array.isArray(r), Object.getPrototypeOf(r) === Array.prototype, Object.isFrozen(r)];
  },
  'order of conversions of arguments': ({ W, bytes }) => {
    const log = [];
    const e = new W.Instance(new W.Module(bytes.functions), { m: { host: () => 0 } }).exports;
    outcome(() => e.three(converted(log, 'a', 1), converted(log, 'b', 2n), converted(log, 'c', 3)));
    outcome(() => e.three(converted(log, 'a', 1), converted(log, 'b', 2), converted(log, 'c', 3)));
    return log;
  },
  'host functions': ({ W, bytes }) => {
    const seen = [];
    const run = (host) => outcome(() => new W.Instance(new W.Module(bytes.hostArgs), { m: { host } }).exports.f());
    return [run(function (...args) { seen.push(this === undefined || typeof this, args.map(show), new.target === undefined); return 1; }), seen, run(new Proxy(() => 5, {})), run(Math.max), run(async () => 5), run(function* () { yield 1; }), run(Object.assign(() => 3, { x: 1 }))];
  },
  'functions that come back': ({ W, bytes }) => {
    const host = () => 5;
    const e = new W.Instance(new W.Module(bytes.functions), { m: { host } }).exports;
    const again = new W.Instance(new W.Module(bytes.functions), { m: { host: e.i32 } }).exports;
    return [e.reexport === host, e.reexport.name, e.reexport.length, again.reexport === e.i32, again.reexport.name, e.i32 === e.i32b, e.funcref(e.i32) === e.i32, outcome(() => e.funcref(host)), outcome(() => new W.Instance(new W.Module(bytes.functions), { m: { host: e.i64 } }))];
  },
  'types that do not cross': ({ W, bytes }) => {
    const e = new W.Instance(new W.Module(bytes.opaque), { m: { host: () => 0 } }).exports;
    return Object.entries(e).filter(([, f]) => typeof f === 'function').map(([name, f]) => [name, f.length, outcome(() => f()), outcome(() => f(1, 2))]);
  },
  'traps': ({ W, bytes }) => {
    const e = new W.Instance(new W.Module(bytes.traps)).exports;
    return Object.keys(e).filter((k) => typeof e[k] === 'function').map((name) => {
      try {
        return [name, show(e[name]())];
      } catch (error) {
        return [name, error.constructor.name, name === 'overflow' || error instanceof W.RuntimeError, properties(error), name === 'overflow' ? '' : typeof error.stack];
      }
    });
  },
};
