// Loops that copy bytes: most rounds at once where the places do not overlap, with the same memory and traps.
import { compile } from 'dewasm';
import { describe, expect, it } from 'vitest';
import { both, combinations, expectSameMemory, WITH_ELEMENTS } from '../differential/both.js';
import { wasm } from '../module/wat.js';

/** What a round copies, and how many bytes that are. */
const COPIES: Record<string, [string, number]> = {
  byte: ['(i32.store8 (local.get $p) (i32.load8_u (local.get $q)))', 1],
  signed: ['(i32.store8 offset=1 (local.get $p) (i32.load8_s (local.get $q))) (i32.store8 offset=2 (local.get $p) (i32.load8_s offset=1 (local.get $q)))', 2],
  words: ['(i32.store (local.get $p) (i32.load (local.get $q))) (i32.store16 offset=4 (local.get $p) (i32.load16_u offset=4 (local.get $q)))', 6],
  pairs: ['(i64.store offset=8 (local.get $p) (i64.load offset=24 (local.get $q))) (i64.store (local.get $p) (i64.load offset=16 (local.get $q)))', 16],
  floats: ['(f64.store (local.get $p) (f64.load (local.get $q)))', 8],
  'loaded first': ['(local.set $x (i32.load (local.get $q))) (local.set $y (i32.load offset=4 (local.get $q))) (i32.store offset=4 (local.get $p) (local.get $y)) (i32.store (local.get $p) (local.get $x))', 8],
};
const names: string[] = [];
let functions = '';
for (const [copy, [accesses, bytes]] of Object.entries(COPIES)) {
  const add = (name: string, loop: string): void => {
    names.push(`${copy} ${name}`);
    functions += `(func (export "${copy} ${name}") (param $p i32) (param $q i32) (param $c i32) (result i32) (local $x i32) (local $y i32) (local $i i32) (local $end i32)
      (local.set $end (i32.add (local.get $p) (local.get $c)))
      (loop $again ${loop})
      (i32.xor (i32.xor (local.get $p) (local.get $i)) (i32.rotl (i32.add (local.get $c) (local.get $q)) (i32.const 9))))\n`;
  };
  const next = (v: string): string => `(i32.add (local.get ${v}) (i32.const ${bytes}))`;
  add('down', `${accesses} (local.set $p ${next('$p')}) (local.set $q ${next('$q')})
    (br_if $again (i32.gt_u (local.tee $c (i32.sub (local.get $c) (i32.const ${bytes}))) (i32.const ${bytes - 1})))`);
  add('to the end', `${accesses} (local.set $q ${next('$q')}) (br_if $again (i32.lt_u (local.tee $p ${next('$p')}) (local.get $end)))`);
  const indexed = accesses.replace(/\(local\.get \$([pq])\)/g, (_, v: string) => `(i32.add (local.get $${v}) (local.get $i))`);
  add('by index', `${indexed} (br_if $again (i32.lt_u (local.tee $i ${next('$i')}) (local.get $c)))`);
}
const text = `(module (memory (export "memory") 1) ${functions}
  (func (export "start") (local $i i32) (loop $l (i32.store (local.get $i) (i32.mul (local.get $i) (i32.const 0x9e3779b1)))
    (br_if $l (i32.lt_u (local.tee $i (i32.add (local.get $i) (i32.const 4))) (i32.const 65536))))))`;

describe('loops that copy bytes', () => {
  it('are done by a method but for the last round', () => {
    const { code } = compile(wasm(text));
    const found = names.map((name, f) => [name, new RegExp(`function f${f}\\([^]*?\\n(?=function|return)`).exec(code)![0].includes('copyRounds(')]);
    expect(found.filter(([, is]) => is !== true)).toEqual([]);
  });
  it('give the same', () => {
    const pairs = both(text, undefined, WITH_ELEMENTS);
    expectSameMemory(pairs, 'start', [[]]);
    // Apart, overlapping either way, close to the end of memory, across it.
    const calls = combinations([[0, 2003, 30000, 62600, -40], [1000, 2004, 2001, 29500, 30900, 63000, -3000], [2600, 1000, 160, 0, -1]]);
    for (const name of names) expectSameMemory(pairs, name, calls);
  });
  it('are others where something else is stored, or elsewhere', () => {
    const not = (body: string, memory = '(memory 1)'): void => {
      const { code } = compile(wasm(`(module ${memory} (func (export "f") (param $p i32) (param $q i32) (param $c i32)
        (loop $again ${body} (br_if $again (local.tee $c (i32.sub (local.get $c) (i32.const 1)))))))`));
      expect(code).not.toMatch(/copyRounds/);
    };
    const next = (p: number, q: number): string => `(local.set $p (i32.add (local.get $p) (i32.const ${p}))) (local.set $q (i32.add (local.get $q) (i32.const ${q})))`;
    not(`(i32.store8 (local.get $p) (i32.load8_u (local.get $q))) ${next(1, 2)}`);
    not(`(i32.store8 (local.get $p) (i32.load (local.get $q))) ${next(1, 1)}`);
    not(`(i32.store (local.get $p) (i32.load8_u (local.get $q))) ${next(4, 4)}`);
    not(`(i32.store8 (local.get $p) (i32.load8_u offset=1 (local.get $q))) (i32.store8 offset=1 (local.get $p) (i32.load8_u (local.get $q))) ${next(2, 2)}`);
    not(`(i32.store8 (local.get $p) (i32.add (i32.load8_u (local.get $q)) (i32.const 1))) ${next(1, 1)}`);
    not(`(i32.store8 (local.get $p) (i32.load8_u (local.get $q))) (local.set $c (i32.load (local.get $q))) ${next(1, 1)}`);
    not(`(i32.store8 (local.get $p) (i32.load8_u (local.get $q))) ${next(1, 1)}`, '(memory 1 2 shared)');
  });
});
