// Global: types, values, mutability, conversions.
import { ODD, converted, outcome, watched } from './tools.mjs';

const TYPES = ['i32', 'i64', 'f32', 'f64', 'v128', 'externref', 'anyfunc', 'funcref', 'anyref', 'eqref', 'i31ref', 'structref', 'arrayref', 'nullref', 'exnref', 'i16', '', undefined];
const VALUES = [...ODD, -0, 1.5, 2 ** 31, 2 ** 40, -1, NaN, '0x10', 2n ** 64n + 1n, { valueOf: () => 3 }, { valueOf: () => 3n }];

export const checks = {
  'types and values': ({ W }) => TYPES.map((value) => [outcome(() => new W.Global({ value }).value), outcome(() => new W.Global({ value }, undefined).value), VALUES.map((v) => outcome(() => new W.Global({ value }, v).value))]),
  'setting': ({ W, bytes }) => {
    const { f } = new W.Instance(new W.Module(bytes.exports)).exports;
    return TYPES.slice(0, 15).map((value) => outcome(() => {
      const g = new W.Global({ value, mutable: true });
      return [...VALUES, f].map((v) => outcome(() => { g.value = v; return g.value; }));
    }));
  },
  'immutable': ({ W }) => [outcome(() => { 'use strict'; new W.Global({ value: 'i32' }, 5).value = 6; }), ...ODD.map((mutable) => outcome(() => { const g = new W.Global({ value: 'i32', mutable }); g.value = 7; return g.value; }))],
  'descriptors': ({ W }) => {
    const log = [];
    outcome(() => new W.Global(watched(log, { value: converted(log, 'value', 'i32'), mutable: converted(log, 'mutable', true) }), converted(log, 'initial', 5)));
    outcome(() => new W.Global(watched(log, {})));
    outcome(() => new W.Global(watched(log, { value: 'i32' }), 5n));
    return [log, outcome(() => new W.Global({})), outcome(() => new W.Global({ value: Symbol.iterator })), outcome(() => new W.Global({ value: { toString: () => 'f64' } }, 1.5).value)];
  },
  'valueOf': ({ W }) => {
    const g = new W.Global({ value: 'i32', mutable: true }, 5);
    return [g.valueOf(), g + 1, `${g}`, outcome(() => W.Global.prototype.valueOf.call({})), outcome(() => Object.getOwnPropertyDescriptor(W.Global.prototype, 'value').set.call(g)), g.value, Object.getOwnPropertyDescriptor(W.Global.prototype, 'value').set.length, String(Object.prototype.toString.call(g))];
  },
  'of modules': ({ W, bytes }) => {
    const e = new W.Instance(new W.Module(bytes.globals)).exports;
    const seen = Object.entries(e).filter(([, v]) => v instanceof W.Global).map(([name, g]) => [name, outcome(() => g.value), outcome(() => { g.value = name.includes('64') ? 7n : 7; return g.value; })]);
    return [seen, e.i32 === e.i32again, e.mutI32.value, e.getMut(), (e.setMut(99), e.mutI32.value), outcome(() => e.v128.value), outcome(() => { e.mutV128.value = 1; })];
  },
};
