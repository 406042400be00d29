// Output for interpreters computes the element at a base once and adds to it. Bases of every alignment and sign, several accesses to each, sums that
// wrap around and offsets that do not, in both arms of an `if`, behind calls that grow the memory and in loops that the base comes from outside of.
import { describe, it } from 'vitest';
import { both, expectSameMemory, WITH_ELEMENTS } from './both.js';

const PAGE = 65536;
const BASES = [0, 1, 2, 3, 4, 6, 8, 12, 16, 40, 41, 42, PAGE - 24, PAGE - 20, PAGE - 18, PAGE - 17, PAGE - 16, PAGE - 8, PAGE - 4, PAGE, PAGE + 8, 2 * PAGE - 8, 0x7ffffff8, -0x80000000, -0x7ffffffc, -PAGE, -40, -24, -16, -9, -8, -7, -4, -2, -1];
/** What is added to the base within 32 bits, and the offset of the access. */
const DISTANCES = [[0, 0], [8, 0], [-8, 0], [24, 0], [-24, 0], [0, 8], [0, 16], [16, 8], [-16, 8], [PAGE, 0], [-PAGE, 0], [0x7ffffff8, 0], [0, 0x7ffffff8], [0, 0xfffffff8], [6, 0], [-6, 0], [0, 6]];
const TYPES = [['i32', '', 4], ['i32', '16_u', 2], ['i64', '', 8], ['f64', '', 8], ['f32', '', 4]] as const;

const at = ([sum, offset]: readonly number[]): [string, string] => [sum === 0 ? '(local.get $p)' : `(i32.add (local.get $p) (i32.const ${sum}))`, offset === 0 ? '' : `offset=${offset}`];

describe.each(TYPES)('%s%s', (type, sign, size) => {
  const load = (d: readonly number[]): string => `(${type}.load${sign} ${at(d)[1]} ${at(d)[0]})`;
  const store = (d: readonly number[], value: string): string => `(${type}.store${sign.slice(0, 2)} ${at(d)[1]} ${at(d)[0]} ${value})`;
  const pairs = both(`(module (memory (export "memory") 1 3)
    (func $grow (drop (memory.grow (i32.const 1))))
    ${DISTANCES.map((d, k) => { const e = DISTANCES[(k + 5) % DISTANCES.length]; return `
    (func (export "several ${k}") (param $p i32) (result ${type}) (local $x ${type})
      ${store([0, 0], `(${type}.const 77)`)} (local.set $x ${load(d)}) ${store(e, '(local.get $x)')} ${store(d, `(${type}.const 5)`)} ${load(e)})
    (func (export "arms ${k}") (param $p i32) (result ${type}) (local $x ${type})
      (if (i32.and (local.get $p) (i32.const 8)) (then (local.set $x ${load(d)})) (else (local.set $x ${load(e)}) ${store(d, '(local.get $x)')})) ${store(e, '(local.get $x)')} (local.get $x))
    (func (export "loop ${k}") (param $p i32) (result ${type}) (local $i i32) (local $x ${type})
      (loop $l
        (local.set $x (${type}.add (local.get $x) ${load(d)})) ${store(d, `(${type}.const 3)`)}
        (local.set $p (i32.add (local.get $p) (i32.const ${size})))
        (br_if $l (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 3))))
      (local.get $x))
    (func (export "outside ${k}") (param $p i32) (result ${type}) (local $i i32) (local $x ${type})
      (loop $l
        (local.set $x (${type}.add (local.get $x) ${load(d)})) ${store(e, '(local.get $x)')}
        (if (i32.eq (local.get $i) (i32.const 1)) (then (call $grow)))
        (br_if $l (i32.ne (local.tee $i (i32.add (local.get $i) (i32.const 1))) (i32.const 4))))
      (local.get $x))`; }).join('')})`, undefined, WITH_ELEMENTS);
  it.each(['several', 'arms', 'loop', 'outside'])('%s', (use) => {
    DISTANCES.forEach((_, k) => { expectSameMemory(pairs, `${use} ${k}`, BASES.map((p) => [p])); });
  });
});

describe('what is called', () => {
  const pairs = both(`(module (memory (export "memory") 1) (table 4 funcref) (type $t (func (param i32) (result i32)))
    (func $a (param i32) (result i32) (i32.add (local.get 0) (i32.const 1)))
    (func $b (param i64) (result i32) (i32.const 7))
    (func $c (param i32) (result i32) (i32.store (i32.const 8) (local.get 0)) (i32.const 3))
    (elem (i32.const 0) $a $b $c)
    (func (export "once") (param i32) (result i32) (call_indirect (type $t) (i32.const 40) (local.get 0)))
    (func (export "nested") (param i32 i32) (result i32)
      (call_indirect (type $t) (call_indirect (type $t) (i32.const 5) (local.get 0)) (call_indirect (type $t) (local.get 1) (local.get 0)))))`, undefined, WITH_ELEMENTS);
  const places = [0, 1, 2, 3, 4, -1, -0x80000000];
  it('is what the table has', () => { expectSameMemory(pairs, 'once', places.map((i) => [i])); });
  it('is found before arguments are computed and after', () => { expectSameMemory(pairs, 'nested', places.flatMap((i) => [-1, 0, 1, 2].map((x) => [i, x]))); });
});
