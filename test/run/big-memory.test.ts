// Addresses above 2 GiB: generated code holds them as negative numbers, which a plain DataView would refuse.
import { expect, test } from 'vitest';
import dewasm from 'dewasm/webassembly';
import { kindOfError } from '../fuzz/execute.js';
import { wasm } from '../module/wat.js';

const PAGES = 32769;
const TYPES = [['i32', 'i32'], ['i64', 'i64'], ['f32', 'f32'], ['f64', 'f64']] as const;
const NARROW = ['i32.load8_s', 'i32.load8_u', 'i32.load16_s', 'i32.load16_u'];

const bytes = wasm(`(module (memory (export "memory") ${PAGES})
  ${TYPES.map(([t]) => `
    (func (export "store ${t}") (param i32 ${t}) (${t}.store (local.get 0) (local.get 1)))
    (func (export "store ${t} behind") (param i32 ${t}) (${t}.store offset=12 (local.get 0) (local.get 1)))
    (func (export "load ${t}") (param i32) (result ${t}) (${t}.load (local.get 0)))
    (func (export "load ${t} behind") (param i32) (result ${t}) (${t}.load offset=12 (local.get 0)))
    (func (export "load ${t} of sum") (param i32) (result ${t}) (${t}.load (i32.add (local.get 0) (i32.const 12))))
    (func (export "load ${t} masked") (param i32) (result ${t}) (${t}.load offset=0x7ffffff8 (i32.and (local.get 0) (i32.const 0xffff))))`).join('')}
  ${NARROW.map((op) => `(func (export "${op}") (param i32) (result i32) (${op} (i32.sub (local.get 0) (i32.const 1))))`).join('')}
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))`);

const VALUES: Record<string, unknown> = { i32: -2, i64: -3n, f32: 1.5, f64: Math.PI };
const ADDRESSES = [0, 4, 8, 12, 0x7fffffff, -0x80000000, -0x7fffffff, -0x80000000 + 65528, -0x80000000 + 65524, -0x80000000 + 65536, -4, -8, -12, -1];

function transcript(W: typeof WebAssembly): string[] {
  const { exports } = new W.Instance(new W.Module(bytes as BufferSource), {});
  const call = (name: string, ...args: unknown[]): string => {
    try {
      return `${name}(${args}) ${(exports[name] as (...args: unknown[]) => unknown)(...args)}`;
    } catch (e) {
      return `${name}(${args}) ${kindOfError(e)}`;
    }
  };
  const lines: string[] = [];
  for (const [t] of TYPES) {
    for (const at of ADDRESSES) {
      lines.push(call(`store ${t}`, at, VALUES[t]), call(`store ${t} behind`, at, VALUES[t]), call(`load ${t}`, at), call(`load ${t} behind`, at));
      lines.push(call(`load ${t} of sum`, at), call(`load ${t} masked`, at));
    }
  }
  for (const op of NARROW) for (const at of ADDRESSES) lines.push(call(op, at));
  lines.push(call('grow', 65536));
  return lines;
}

test('a memory of more than 2 GiB', () => {
  const ours = transcript(dewasm as never);
  expect(ours).toEqual(transcript(WebAssembly));
  expect(ours).toContain('load i32(-2147483648) -2');
}, 60_000);
