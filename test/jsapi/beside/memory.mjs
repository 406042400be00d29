// Memory: descriptors, growth, buffers fixed and resizable, shared memories, 64-bit addresses.
import { ODD, converted, outcome, properties, show, watched } from './tools.mjs';

const size = (m) => [m.buffer.byteLength, m.buffer.resizable === true || m.buffer.growable === true, m.buffer.resizable ? m.buffer.maxByteLength : m.buffer.growable ? m.buffer.maxByteLength : null];

export const checks = {
  'descriptors': ({ W }) => {
    const values = [...ODD, -1, 4.9, -0.9, NaN, Infinity, 65536, 65537, 2 ** 32, 2 ** 53, '1', '0x1', 'x', { valueOf: () => 2 }, [1]];
    return [
      values.map((initial) => outcome(() => new W.Memory({ initial, maximum: 65536 }).buffer.byteLength).toString().replace(/^4294967296$/, 'RangeError')), values.map((maximum) => outcome(() => new W.Memory({ initial: 0, maximum }).grow(1))),
      outcome(() => new W.Memory({})), outcome(() => new W.Memory({ maximum: 1 })), outcome(() => new W.Memory({ initial: 2, maximum: 1 })), outcome(() => new W.Memory({ initial: 1, shared: true })), ODD.map((shared) => outcome(() => new W.Memory({ initial: 1, maximum: 1, shared }).buffer)),
      outcome(() => new W.Memory({ minimum: 1 }).buffer), outcome(() => new W.Memory({ minimum: 1, initial: 1 }).buffer), outcome(() => new W.Memory({ initial: 0, maximum: 0 }).grow(0)),
    ];
  },
  'addresses of 64 bits': ({ W }) => [
    ...['i32', 'i64', 'i16', '', 5, null, {}, { toString: () => 'i64' }].map((address) => outcome(() => new W.Memory({ address, initial: 1n, maximum: 2n }).buffer)),
    ...['i32', 'i64', undefined].map((address) => outcome(() => new W.Memory({ address, initial: 1 }).buffer)),
    ...[1, '1', true, -1n, 2n ** 48n, 2n ** 64n, 65537n, { valueOf: () => 1n }, undefined, null, 'x', 1.5].map((x) => outcome(() => new W.Memory({ address: 'i64', initial: x, maximum: 70000n }).buffer.byteLength < 2 ** 33)),
    ...[1n, 1, '1', -1n, 2n ** 64n, undefined, 0n].map((d) => outcome(() => new W.Memory({ address: 'i64', initial: 0n, maximum: 5n }).grow(d))),
    ...[1n, 1].map((d) => outcome(() => new W.Memory({ initial: 0 }).grow(d))),
    outcome(() => new W.Memory({ address: 'i64', initial: 0n, maximum: 2n ** 48n }).grow(0n)), outcome(() => new W.Memory({ address: 'i64', initial: 0n, maximum: 2n ** 63n }).grow(0n)),
  ],
  'order of conversions': ({ W }) => {
    const log = [];
    outcome(() => new W.Memory(watched(log, { initial: converted(log, 'initial', 1), maximum: converted(log, 'maximum', 2), shared: converted(log, 'shared', false), address: converted(log, 'address', 'i32') })));
    outcome(() => new W.Memory(watched(log, { maximum: 1 })));
    outcome(() => new W.Memory({ initial: 0 }, log.push('second argument')));
    return log;
  },
  'growing': ({ W }) => {
    const m = new W.Memory({ initial: 1, maximum: 3 }), before = m.buffer;
    const seen = [outcome(() => m.grow(0)), before.byteLength, m.buffer === before];
    const second = m.buffer;
    new Uint8Array(second)[5] = 9;
    seen.push(m.grow(1), second.byteLength, m.buffer.byteLength, m.buffer === m.buffer, new Uint8Array(m.buffer)[5], new Uint8Array(m.buffer)[65536], outcome(() => m.grow(2)), m.buffer.byteLength, outcome(() => m.grow(1)), outcome(() => m.grow(1)));
    const unlimited = new W.Memory({ initial: 0 });
    return [seen, [...ODD, -1, 65536, 65537, 2 ** 32, NaN, '2', 0.9].map((d) => outcome(() => unlimited.grow(d) < 5 && 'grown')), outcome(() => unlimited.grow())];
  },
  'the buffer': ({ W }) => {
    const m = new W.Memory({ initial: 1 }), b = m.buffer;
    return [b === m.buffer, Object.isExtensible(b), Object.isFrozen(b), b.resizable, b.maxByteLength, properties(m), b.byteLength, outcome(() => b.transfer()), outcome(() => b.resize(5)), outcome(() => { 'use strict'; m.buffer = 1; }), b.detached, outcome(() => b.slice(0, 3))];
  },
  'clones that take the buffer away': ({ W }) => [({ buffer }) => buffer, (m) => m.toResizableBuffer()].map((take) => {
    const b = take(new W.Memory({ initial: 1, maximum: 2 }));
    return [outcome(() => structuredClone(b, { transfer: [b] })), b.byteLength];
  }),
  'resizable buffers': ({ W }) => {
    const results = [];
    for (const d of [{ initial: 1, maximum: 3 }, { initial: 0, maximum: 0 }, { initial: 1 }, { initial: 1, maximum: 3, shared: true }, { address: 'i64', initial: 1n, maximum: 3n }]) {
      const m = new W.Memory(d), first = m.buffer;
      results.push(outcome(() => {
        const r = m.toResizableBuffer();
        const seen = [r === m.buffer, r === m.toResizableBuffer(), r === first, first.byteLength, ...size(m), Object.isFrozen(r), Object.isExtensible(r), Object.prototype.toString.call(r)];
        const view = new Uint8Array(r);
        seen.push(outcome(() => m.grow(d.address ? 1n : 1)), r === m.buffer, ...size(m), view.length);
        seen.push(outcome(() => (r.resize ? r.resize(r.byteLength + 65536) : r.grow(r.byteLength + 65536))), ...size(m), outcome(() => m.grow(d.address ? 0n : 0)));
        seen.push(outcome(() => (r.resize ? r.resize(r.byteLength + 1) : r.grow(r.byteLength + 1))), outcome(() => r.resize(0)), outcome(() => r.resize(65536 * 9)), outcome(() => (r.transfer ? r.transfer() : 'none')));
        const f = m.toFixedLengthBuffer();
        seen.push(f === r, f === m.buffer, f === m.toFixedLengthBuffer(), r.byteLength, ...size(m), view.length, Object.isFrozen(f));
        return seen;
      }));
    }
    const m = new W.Memory({ initial: 1, maximum: 2 });
    const f = m.toFixedLengthBuffer();
    return [results, f === m.buffer, outcome(() => W.Memory.prototype.toResizableBuffer.call({})), outcome(() => W.Memory.prototype.toFixedLengthBuffer.call({}))];
  },
  'a resizable buffer and growth inside': ({ W, bytes }) => {
    const { memory, grow, store } = new W.Instance(new W.Module(bytes.memory)).exports;
    const r = memory.toResizableBuffer(), view = new Uint8Array(r);
    const seen = [grow(1), view.length, r === memory.buffer, outcome(() => store(65536 + 5, 7)), view[65536 + 5], outcome(() => r.resize(65536 * 3)), outcome(() => store(65536 * 2 + 5, 8)), view[65536 * 2 + 5], grow(0)];
    const f = memory.toFixedLengthBuffer();
    seen.push(view.length, f.byteLength, grow(1), f.byteLength, memory.buffer.byteLength, outcome(() => store(65536 * 3, 1)));
    return seen;
  },
  'shared memories': ({ W }) => {
    const m = new W.Memory({ initial: 1, maximum: 4, shared: true }), b = m.buffer;
    const seen = [b === m.buffer, Object.isFrozen(b), Object.isExtensible(b), b instanceof SharedArrayBuffer, m.grow(1), b.byteLength, m.buffer === b, m.buffer.byteLength, outcome(() => m.grow(9)), m.grow(0), m.buffer.byteLength];
    return seen;
  },
  'type': ({ W }) => [typeof W.Memory.prototype.type, 'type' in W.Table.prototype, 'type' in W.Global.prototype, 'type' in W.Tag.prototype, 'Function' in W],
  'toString': ({ W }) => [String(new W.Memory({ initial: 0 })), show(Object.getOwnPropertyDescriptor(W.Memory.prototype, Symbol.toStringTag).value)],
};
