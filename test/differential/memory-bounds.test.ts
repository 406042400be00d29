// Output for interpreters leaves out the tests of accesses that are inside of what the memory has from the start, and `| 0` behind what cannot
// wrap around. Loops that end at the last byte and one behind it, pointers that come from anywhere, up and down, memories that grow, and
// numbers at the ends of the int32 range.
import { describe, expect, it } from 'vitest';
import { configure } from 'dewasm/webassembly';
import { wasm } from '../module/wat.js';
import { both, expectSameCalls, expectSameMemory, WITH_ELEMENTS } from './both.js';

const PAGE = 65536;
const EDGES = [0, 1, 2, 3, 4, 7, 8, 100, PAGE - 9, PAGE - 8, PAGE - 5, PAGE - 4, PAGE - 3, PAGE - 2, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE - 1, 2 * PAGE, 0x7ffffffe, 0x7fffffff, -0x80000000, -0x7fffffff, -PAGE, -8, -4, -2, -1];
const calls = EDGES.map((p) => [p]);

describe.each([['8_u', '8', 1, 'i32'], ['8_s', '8', 1, 'i32'], ['16_u', '16', 2, 'i32'], ['', '', 4, 'i32'], ['', '', 8, 'i64'], ['', '', 8, 'f64'], ['', '', 4, 'f32']] as const)('%s', (load, store, size, type) => {
  const counted = (name: string, from: number, to: number, step: number, offset: number): string => `
    (func (export "${name}") (param $p i32) (result ${type}) (local $i i32) (local $x ${type})
      (local.set $i (i32.const ${from}))
      (loop $l
        (local.set $x (${type}.add (local.get $x) (${type}.load${load} offset=${offset} (local.get $i))))
        (${type}.store${store} offset=${offset} (local.get $i) (local.get $x))
        (br_if $l (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const ${step}))) (i32.const ${to}))))
      (local.get $x))`;
  const walk = (name: string, step: number, first: string): string => `
    (func (export "${name}") (param $p i32) (result i32) (local $n i32)
      (loop $l
        (${type}.store${store} ${first} (${type}.const 3))
        (local.set $p (i32.add (local.get $p) (i32.const ${step})))
        (br_if $l (i32.lt_u (local.tee $n (i32.add (local.get $n) (i32.const 1))) (i32.const 5))))
      (local.get $p))`;
  const pairs = both(`(module (memory (export "memory") 1 3)
    ${counted('all', 0, PAGE, size, 0)} ${counted('one behind', 0, PAGE + size, size, 0)} ${counted('down', PAGE - size, -size, -size, 0)} ${counted('by offset', -size * 3 & 0xffff, PAGE + size, size, 0)}
    ${counted('offset', 0, PAGE - 16, size, 16)} ${counted('offset behind', 0, PAGE - 16 + size, size, 16)} ${counted('from below', -size, PAGE, size, 0)}
    ${walk('up', size, '(local.get $p)')} ${walk('back', -size, '(local.get $p)')} ${walk('ahead', size, `(i32.add (local.get $p) (i32.const ${size}))`)} ${walk('behind', -size, `(i32.sub (local.get $p) (i32.const ${size}))`)}
    (func (export "masked") (param $p i32) (result ${type})
      (${type}.store${store} (i32.and (local.get $p) (i32.const ${0xffff & -size})) (${type}.const 9)) (${type}.load${load} (i32.and (local.get $p) (i32.const 0xffff))))
    (func (export "scaled") (param $p i32) (result ${type})
      (${type}.store${store} offset=16 (i32.shl (i32.and (local.get $p) (i32.const 0x1fff)) (i32.const 3)) (${type}.const 9))
      (${type}.load${load} (i32.shl (local.get $p) (i32.const 3))))
    (func (export "scaled more") (param $p i32) (result ${type})
      (if (i32.lt_u (local.get $p) (i32.const 4097)) (then (${type}.store${store} (i32.shl (local.get $p) (i32.const 4)) (${type}.const 9))))
      (${type}.load${load} (i32.shl (i32.shr_s (local.get $p) (i32.const 12)) (i32.const 4))))
    (func (export "grown") (param $p i32) (result ${type}) (drop (memory.grow (i32.const 1)))
      (${type}.store${store} (local.get $p) (${type}.const 7)) (${type}.load${load} (local.get $p))))`, undefined, WITH_ELEMENTS);
  it.each(['all', 'one behind', 'down', 'by offset', 'offset', 'offset behind', 'from below'])('%s', (name) => { expectSameMemory(pairs, name, [[0]]); });
  it.each(['up', 'back', 'ahead', 'behind', 'masked', 'scaled', 'scaled more', 'grown'])('%s', (name) => { expectSameMemory(pairs, name, calls); });
});

describe('int32 numbers', () => {
  const narrow = '(i32.shr_s (local.get $a) (i32.const 8))', byte = '(i32.and (local.get $b) (i32.const 255))';
  const pairs = both(`(module
    ${[['sum', `(i32.add ${narrow} ${byte})`], ['difference', `(i32.sub ${narrow} ${byte})`], ['product', `(i32.mul ${narrow} (i32.const 256))`], ['negative', `(i32.mul ${byte} (i32.const -5))`],
    ['minus', `(i32.sub (i32.const 0) ${byte})`], ['nested', `(i32.add (i32.mul (i32.sub ${narrow} ${byte}) (i32.const 100)) (i32.sub ${byte} (i32.const 255)))`],
    ['wraps inside', `(i32.sub (i32.add (local.get $a) (i32.const 0x7fffffff)) (i32.and (i32.add (local.get $a) (i32.const 0x7fffffff)) (i32.const 0xff)))`],
    ['remainder', '(i32.add (i32.rem_u (local.get $a) (i32.const 10)) (i32.rem_s (local.get $b) (i32.const 7)))'], ['signed remainder', `(i32.rem_s ${narrow} (i32.const 8))`]].map(([name, e]) => `
      (func (export "${name}") (param $a i32) (param $b i32) (result i32) ${e})
      (func (export "f64 of ${name}") (param $a i32) (param $b i32) (result f64) (f64.convert_i32_s ${e}))
      (func (export "one by ${name}") (param $a i32) (param $b i32) (result f64) (f64.div (f64.const 1) (f64.convert_i32_s ${e})))
      (func (export "unsigned ${name}") (param $a i32) (param $b i32) (result i32) (i32.lt_u ${e} (local.get $b)))`).join('')})`, undefined, WITH_ELEMENTS);
  const numbers = [0, 1, 2, 7, 255, 256, -1, -255, -256, -257, 0x7fffff00, 0x7fffffff, -0x80000000, -0x7fffff01];
  it.each(Object.keys(pairs[0].native.exports))('%s', (name) => { expectSameCalls(pairs, name, numbers.flatMap((a) => numbers.map((b) => [a, b]))); });
});

it('a memory of a module made for interpreters stays below 2 GiB', () => {
  const bytes = wasm('(module (memory (export "memory") 1) (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0))))');
  const { Instance, Module } = configure({ engine: 'interpreter' });
  const { exports } = new Instance(new Module(bytes)) as unknown as { exports: { memory: WebAssembly.Memory; grow: (pages: number) => number } };
  expect(exports.grow(0x7fff)).toBe(-1);
  expect(() => exports.memory.grow(0x7fff)).toThrow(RangeError);
  expect(exports.grow(1)).toBe(1);
});
