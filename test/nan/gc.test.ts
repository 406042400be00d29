// Bits of NaNs in structs and arrays under `nan: 'exact'`: what goes in comes out.
import binaryen from 'binaryen';
import { configure } from 'dewasm/webassembly';
import { expect, test } from 'vitest';
import type { Exports } from '../module/wat.js';

function text(f: 'f32' | 'f64'): string {
  const i = f === 'f32' ? 'i32' : 'i64';
  const A = `(${f}.reinterpret_${i} (local.get $a))`;
  const exported = (name: string, body: string): string => `(func (export "${name}") (param $a ${i}) (result ${i}) (local $o (ref null $os)) (local $p (ref null $os)) (local $s (ref null $s))
    ${body.replace(/\(get (.*)\)$/s, `(${i}.reinterpret_${f} $1)`)})`;
  const get = (k: number, array = '$o'): string => `(get (array.get $os (local.get ${array}) (i32.const ${k})))`;
  return `(module
    (type $s (struct (field (mut ${f})) (field ${f}))) (type $os (array (mut ${f})))
    (type $one (func (param ${f}) (result ${f})))
    (data $d "\\01\\02\\03\\04\\05\\06\\f4\\7f\\01\\00\\a0\\7f\\01\\00\\f0\\ff")
    (table 1 1 funcref) (elem (i32.const 0) $id)
    (func $id (type $one) (local.get 0))
    ${exported('field', `(local.set $s (struct.new $s (${f}.const 0) ${A})) (struct.set $s 0 (local.get $s) (call_indirect (type $one) (struct.get $s 1 (local.get $s)) (i32.const 0))) (get (struct.get $s 0 (local.get $s)))`)}
    ${exported('set', `(local.set $o (array.new_default $os (i32.const 3))) (array.set $os (local.get $o) (i32.const 1) (call_indirect (type $one) ${A} (i32.const 0))) ${get(1)}`)}
    ${exported('called', `(local.set $o (array.new_default $os (i32.const 3))) (array.set $os (local.get $o) (i32.const 1) ${A})
      (get (call_indirect (type $one) (array.get $os (local.get $o) (i32.const 1)) (i32.const 0)))`)}
    ${exported('new', `(local.set $o (array.new $os ${A} (i32.const 5))) ${get(4)}`)}
    ${exported('fixed', `(local.set $o (array.new_fixed $os 3 ${A} (${f}.const 1) ${A})) ${get(2)}`)}
    ${exported('many', `(local.set $o (array.new_fixed $os 12 ${`${A} (${f}.const 1) `.repeat(6)})) ${get(10)}`)}
    ${exported('fill', `(local.set $o (array.new_default $os (i32.const 9))) (array.fill $os (local.get $o) (i32.const 2) ${A} (i32.const 5)) ${get(6)}`)}
    ${exported('copy', `(local.set $o (array.new $os ${A} (i32.const 80))) (local.set $p (array.new_default $os (i32.const 80)))
      (array.copy $os $os (local.get $p) (i32.const 1) (local.get $o) (i32.const 0) (i32.const 3))
      (array.copy $os $os (local.get $p) (i32.const 2) (local.get $p) (i32.const 1) (i32.const 3))
      (array.copy $os $os (local.get $p) (i32.const 5) (local.get $p) (i32.const 2) (i32.const 60)) ${get(7, '$p')}`)}
    ${exported('data', `(local.set $o (array.new_data $os $d (i32.const 0) (i32.const ${f === 'f32' ? 4 : 2}))) ${get(1)}`)}
    ${exported('computed', `(local.set $o (array.new_default $os (i32.const 3))) (array.set $os (local.get $o) (i32.const 1) (${f}.sub ${A} ${A})) ${get(1)}`)}
  )`;
}

const BITS = {
  f32: [0x7fc00000, 0xffc00000, 0x7fa00000, 0xff800001, 0x3fc00000, 0xbf800000, 0x80000000].map((x) => x | 0),
  f64: [0x7ff8000000000000n, 0xfff8000000000000n, 0x7ff4000000000001n, 0xfff0000000000001n, 0x3ff8000000000000n, 0x8000000000000000n].map((x) => BigInt.asIntN(64, x)),
} as const;

test.each((['f32', 'f64'] as const).flatMap((f) => ([0, 1, 2, 3] as const).map((level) => [f, level] as const)))('%s in objects at level %i', (f, optimize) => {
  const module = binaryen.parseText(text(f));
  module.setFeatures(binaryen.Features.All);
  const bytes = module.emitBinary();
  module.dispose();
  const W = configure({ nan: 'exact', optimize });
  const e = new W.Instance(new W.Module(bytes as BufferSource)).exports as Exports;
  for (const x of BITS[f]) {
    for (const name of ['field', 'set', 'called', 'new', 'fixed', 'many', 'fill', 'copy']) expect(e[name](x), `${name} ${x.toString(16)}`).toBe(x);
  }
  expect(e.data(BITS[f][0])).toBe(f === 'f32' ? 0x7ff40605 : BigInt.asIntN(64, 0xfff000017fa00001n));
  expect(e.computed(BITS[f][2])).toBe(BITS[f][0]);
});
