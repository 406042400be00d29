// Addresses above 2 GiB: generated code holds them as negative numbers, which a plain DataView would refuse.
import { expect, test } from 'vitest';
import { configure } from 'dewasm/webassembly';
import { kindOfError } from '../fuzz/execute.js';
import { wasm } from '../module/wat.js';

/** One page above 2 GiB, and all that there can be. */
const SIZES = [32769, 65536];
/** Interpreters read elements of typed arrays, by indices that are such numbers shifted. */
const OPTIONS = [{}, { engine: 'interpreter' }, { engine: 'interpreter', optimize: 0 }] as const;
const TYPES = [['i32', 'i32'], ['i64', 'i64'], ['f32', 'f32'], ['f64', 'f64']] as const;
const NARROW = ['i32.load8_s', 'i32.load8_u', 'i32.load16_s', 'i32.load16_u'];

const bytesOf = (pages: number): Uint8Array => wasm(`(module (memory (export "memory") ${pages})
  ${TYPES.map(([t]) => `
    (func (export "store ${t}") (param i32 ${t}) (${t}.store (local.get 0) (local.get 1)))
    (func (export "store ${t} behind") (param i32 ${t}) (${t}.store offset=12 (local.get 0) (local.get 1)))
    (func (export "load ${t}") (param i32) (result ${t}) (${t}.load (local.get 0)))
    (func (export "load ${t} behind") (param i32) (result ${t}) (${t}.load offset=12 (local.get 0)))
    (func (export "load ${t} of sum") (param i32) (result ${t}) (${t}.load (i32.add (local.get 0) (i32.const 12))))
    (func (export "load ${t} aligned") (param i32) (result ${t}) (${t}.load offset=16 (i32.shl (local.get 0) (i32.const 3))))
    (func (export "load ${t} masked") (param i32) (result ${t}) (${t}.load offset=0x7ffffff8 (i32.and (local.get 0) (i32.const 0xffff))))`).join('')}
  ${NARROW.map((op) => `(func (export "${op}") (param i32) (result i32) (${op} (i32.sub (local.get 0) (i32.const 1))))`).join('')}
  (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))`);

const VALUES: Record<string, unknown> = { i32: -2, i64: -3n, f32: 1.5, f64: Math.PI };
const ADDRESSES = [0, 4, 8, 12, 0x7fffffff, -0x80000000, -0x7fffffff, -0x80000000 + 65528, -0x80000000 + 65524, -0x80000000 + 65536, -4, -8, -12, -1];

function transcript(W: typeof WebAssembly, bytes: Uint8Array): string[] {
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
      lines.push(call(`load ${t} of sum`, at), call(`load ${t} masked`, at), call(`load ${t} aligned`, at >>> 3));
    }
  }
  for (const op of NARROW) for (const at of ADDRESSES) lines.push(call(op, at));
  lines.push(call('grow', 65536));
  return lines;
}

test.each(SIZES)('a memory of more than 2 GiB, of %i pages', (pages) => {
  const bytes = bytesOf(pages), native = transcript(WebAssembly, bytes);
  expect(native).toContain('load i32(-2147483648) -2');
  for (const options of OPTIONS) expect({ options, lines: transcript(configure(options) as never, bytes) }).toEqual({ options, lines: native });
}, 120_000);
