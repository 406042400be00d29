// Loops that fill memory with one byte: most rounds at once, with the same memory, values behind the loop, and traps.
import { compile } from 'dewasm';
import { describe, expect, it } from 'vitest';
import { both, combinations, expectSameMemory, WITH_ELEMENTS } from '../differential/both.js';
import { wasm } from '../module/wat.js';

const WORD = '(local.get $w)', LOCALS = '(local $w i32) (local.set $w (i32.mul (i32.and (local.get $b) (i32.const 255)) (i32.const 0x01010101)))';
/** What a round stores, and how many bytes that are; the addresses are those of `$p`. */
const STORES: Record<string, [string, number]> = {
  byte: ['(i32.store8 (local.get $p) (local.get $b))', 1],
  three: ['(i32.store8 offset=2 (local.get $p) (local.get $b)) (i32.store8 (local.get $p) (local.get $b)) (i32.store8 offset=1 (local.get $p) (local.get $b))', 3],
  words: [`(i32.store offset=104 (local.get $p) ${WORD}) (i32.store offset=100 (local.get $p) ${WORD})`, 8],
  zeros: ['(i64.store offset=8 (local.get $p) (i64.const 0)) (i64.store (local.get $p) (i64.const 0))', 16],
  overlapping: [`(i32.store (local.get $p) ${WORD}) (i32.store offset=2 (local.get $p) ${WORD})`, 6],
  constants: ['(i32.store16 offset=4 (local.get $p) (i32.const 0x7777)) (i32.store (local.get $p) (i32.const 0x77777777))', 6],
};
/** The step of the counter in bytes of a round, and what goes on: of the counter when it was changed. */
const ON: Record<string, [number, string]> = {
  'down ne': [-1, '(i32.ne (local.get $c) (local.get $end))'],
  'down to 0': [-1, '(local.get $c)'],
  'down gt_u': [-1, '(i32.gt_u (local.get $c) (local.get $end))'],
  'down ge_u': [-1, '(i32.ge_u (local.get $c) (local.get $end))'],
  'down gt_s': [-1, '(i32.gt_s (local.get $c) (local.get $end))'],
  'down lt_s swapped': [-1, '(i32.lt_s (local.get $end) (local.get $c))'],
  'down ge_s const': [-1, '(i32.ge_s (local.get $c) (i32.const 5))'],
  'up ne': [1, '(i32.ne (local.get $c) (local.get $end))'],
  'up lt_u': [1, '(i32.lt_u (local.get $c) (local.get $end))'],
  'up le_u': [1, '(i32.le_u (local.get $c) (local.get $end))'],
  'up lt_s': [1, '(i32.lt_s (local.get $c) (local.get $end))'],
  'up le_s': [1, '(i32.le_s (local.get $c) (local.get $end))'],
  'up not eqz': [1, '(i32.eqz (i32.ge_u (local.get $c) (local.get $end)))'],
};
const names: string[] = [];
let functions = '';
for (const [store, [stores, bytes]] of Object.entries(STORES)) {
  const add = (name: string, loop: string): void => {
    names.push(`${store} ${name}`);
    functions += `(func (export "${store} ${name}") (param $p i32) (param $b i32) (param $c i32) (param $end i32) (result i32) ${LOCALS}
      (loop $again ${stores} ${loop})
      (i32.xor (local.get $p) (i32.rotl (local.get $c) (i32.const 9))))\n`;
  };
  const next = `(i32.add (local.get $p) (i32.const ${bytes}))`;
  for (const [name, [direction, condition]] of Object.entries(ON)) {
    add(name, `(local.set $p ${next}) (local.set $c (i32.add (local.get $c) (i32.const ${direction * bytes}))) (br_if $again ${condition})`);
  }
  // The pointer itself is what is compared.
  for (const op of ['lt_u', 'ne', 'lt_s']) add(`pointer ${op}`, `(br_if $again (i32.${op} (local.tee $p ${next}) (local.get $end)))`);
}
const text = `(module (memory (export "memory") 1) ${functions})`;

describe('loops that fill memory with one byte', () => {
  it('are done by a method but for the last round', () => {
    const { code } = compile(wasm(text));
    const found = names.map((name, f) => [name, new RegExp(`function f${f}\\([^]*?\\n(?=function|return)`).exec(code)![0].includes('fillRounds(')]);
    expect(found.filter(([, is]) => is !== true)).toEqual([]);
  });
  it('give the same', () => {
    const pairs = both(text, undefined, WITH_ELEMENTS);
    const calls = combinations([[0, 1003, 62000, 65400, -40], [0xa5], [3000, 2400, 161, 1, 0, -1], [0, 161, 2401, 64003, -7]]);
    for (const name of names) expectSameMemory(pairs, name, calls);
  });
  it('are others where a byte is left out, is another, or the order shows', () => {
    const not = (body: string, memory = '(memory 1)'): void => {
      const { code } = compile(wasm(`(module ${memory} (func (export "f") (param $p i32) (param $b i32) (param $c i32) ${LOCALS.replace('(local.set', '(local $n i32) (local.set')} (local.set $n (i32.and (local.get $b) (i32.const 15)))
        (loop $again ${body} (br_if $again (local.tee $c (i32.sub (local.get $c) (i32.const 1)))))))`));
      expect(code).not.toMatch(/fillRounds/);
    };
    const next = (bytes: number): string => `(local.set $p (i32.add (local.get $p) (i32.const ${bytes})))`;
    not(`(i32.store8 (local.get $p) (local.get $b)) ${next(2)}`);
    not(`(i32.store (local.get $p) (local.get $b)) ${next(4)}`);
    not(`(i32.store (local.get $p) (i32.const 0x01010100)) ${next(4)}`);
    not(`(i32.store8 (local.get $p) (local.get $b)) (i32.store8 offset=1 (local.get $p) (i32.const 4)) ${next(2)}`);
    // Other bits of the same value.
    not(`(i32.store (local.get $p) (local.get $w)) (i32.store8 offset=4 (local.get $p) (local.get $n)) ${next(5)}`);
    not(`(i32.store8 (local.get $p) (local.get $c)) ${next(1)}`);
    not(`(i32.store8 (local.get $p) (local.get $b)) (local.set $b (i32.load8_u (local.get $p))) ${next(1)}`);
    not(`(i32.store8 (local.get $p) (local.get $b)) ${next(-1)}`);
    not(`(i32.store8 (local.get $p) (local.get $b)) ${next(1)}`, '(memory 1 2 shared)');
  });
});
