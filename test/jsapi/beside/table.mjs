// Table: descriptors, entries of every type of reference, growth, 64-bit indices.
import { ODD, converted, outcome, show, watched } from './tools.mjs';

const TYPES = ['anyfunc', 'funcref', 'externref', 'anyref', 'eqref', 'i31ref', 'structref', 'arrayref', 'nullref', 'nullfuncref', 'nullexternref', 'exnref', 'i32', 'v128', 'func', '', null, undefined, 5];

export const checks = {
  'descriptors': ({ W }) => {
    const values = [...ODD, -1, 4.9, NaN, 10_000_001, 2 ** 32, '1', { valueOf: () => 2 }];
    return [
      TYPES.map((element) => outcome(() => new W.Table({ element, initial: 1 }).get(0))), values.map((initial) => outcome(() => new W.Table({ element: 'anyfunc', initial }).length)), values.map((maximum) => outcome(() => new W.Table({ element: 'anyfunc', initial: 0, maximum }).length)),
      outcome(() => new W.Table({})), outcome(() => new W.Table({ element: 'anyfunc' })), outcome(() => new W.Table({ initial: 1 })), outcome(() => new W.Table({ element: 'anyfunc', initial: 2, maximum: 1 })), outcome(() => new W.Table({ element: 'anyfunc', minimum: 1 })), outcome(() => new W.Table({ element: 'anyfunc', minimum: 1, initial: 1 })),
    ];
  },
  'initial values': ({ W, bytes }) => {
    const { f } = new W.Instance(new W.Module(bytes.exports)).exports;
    return TYPES.slice(0, 12).map((element) => [undefined, null, f, {}, 5, 'x'].map((x) => outcome(() => [new W.Table({ element, initial: 2 }, x).get(1) === x, new W.Table({ element, initial: 2 }).get(1) === x])));
  },
  'setting': ({ W, bytes }) => {
    const { f } = new W.Instance(new W.Module(bytes.exports)).exports;
    return TYPES.slice(0, 12).map((element) => [...ODD, f, -0, 1.5, 2 ** 30, -(2 ** 30), NaN].map((x) => outcome(() => {
      const t = new W.Table({ element, initial: 3 });
      t.set(0, x);
      return [Object.is(t.get(0), x), t.grow(1, x), Object.is(t.get(3), x)];
    })));
  },
  'without a value': ({ W }) => TYPES.slice(0, 12).map((element) => outcome(() => {
    const t = new W.Table({ element, initial: 1 });
    return [outcome(() => t.set(0)), show(t.get(0)), outcome(() => t.grow(1)), show(t.get(1)), outcome(() => t.set(0, undefined)), show(t.get(0)), outcome(() => t.grow(1, undefined))];
  })),
  'indices': ({ W }) => {
    const t = new W.Table({ element: 'anyfunc', initial: 5, maximum: 6 });
    const values = [...ODD, 4, 4.9, -0.5, -1, 5, 2 ** 32, NaN, '3', { valueOf: () => 1 }];
    return [values.map((i) => outcome(() => t.get(i))), values.map((i) => outcome(() => t.set(i, null))), [...values.filter((v) => !(Number(typeof v === 'symbol' || typeof v === 'bigint' ? NaN : v) > 0)), 2, 2 ** 31].map((i) => outcome(() => t.grow(i, null))), outcome(() => t.get()), outcome(() => t.set()), outcome(() => t.grow()), t.length, t.grow(1), t.length, outcome(() => t.grow(1))];
  },
  'indices of 64 bits': ({ W }) => outcome(() => {
    const t = new W.Table({ element: 'externref', address: 'i64', initial: 2n, maximum: 4n });
    return [typeof t.length, show(t.length), outcome(() => t.get(0n)), outcome(() => t.get(0)), outcome(() => t.get(2n)), outcome(() => t.get(-1n)), outcome(() => t.set(1n, 'x')), t.get(1n), outcome(() => t.grow(1n, 7)), outcome(() => t.grow(1)), show(t.length), outcome(() => t.grow(9n)), outcome(() => new W.Table({ element: 'externref', address: 'i64', initial: 2 })), outcome(() => new W.Table({ element: 'externref', address: 'i64', initial: 2n, maximum: 1n })), outcome(() => new W.Table({ element: 'externref', address: 'x', initial: 2n }))];
  }),
  'order of conversions': ({ W }) => {
    const log = [];
    outcome(() => new W.Table(watched(log, { element: converted(log, 'element', 'anyfunc'), initial: converted(log, 'initial', 1), maximum: converted(log, 'maximum', 2), address: converted(log, 'address', 'i32') })));
    outcome(() => new W.Table(watched(log, { initial: 1 })));
    const t = new W.Table({ element: 'anyfunc', initial: 1 });
    outcome(() => t.set(converted(log, 'index', 9), log.push('value')));
    outcome(() => t.grow(converted(log, 'delta', 9), 5));
    return log;
  },
  'identity of functions': ({ W, bytes }) => {
    const a = new W.Instance(new W.Module(bytes.table)).exports, b = new W.Instance(new W.Module(bytes.table)).exports;
    const t = new W.Table({ element: 'anyfunc', initial: 2 }, a.f);
    return [t.get(0) === a.f, a.table.get(0) === a.f, a.table.get(0) === b.table.get(0), a.table.get(1).name, a.table.get(1) === a.table.get(1), a.table.get(2), outcome(() => a.table.get(3)), a.table.length, a.table === a.again, outcome(() => t.set(0, () => 0)), outcome(() => a.table.set(2, b.f)), outcome(() => a.call(2)), outcome(() => a.call(9)), outcome(() => a.typed.set(0, a.f)), outcome(() => a.typed.set(0, a.other)), outcome(() => a.typed.grow(1, b.f)), a.typed.length];
  },
  'length': ({ W }) => {
    const t = new W.Table({ element: 'anyfunc', initial: 3 });
    return [t.length, outcome(() => { 'use strict'; t.length = 1; }), Object.keys(t), String(t)];
  },
};
