// Control by hand: blocks, loops and branches with values of several types, tables of branches, and everything evaluated in order.
import { describe, it } from 'vitest';
import { both, combinations, expectSameCalls, expectSameMemory } from './both.js';

const N = [0, 1, 2, 3, 4, 5, 10, -1, -2147483648, 2147483647];
const CASES: readonly [name: string, text: string, args: readonly (readonly unknown[])[]][] = [
  ['a block with several results', '(param i32 i64) (result i64 i32 f64) (block (result i64 i32 f64) (local.get 1) (local.get 0) (f64.const 2.5) (br_if 0 (local.get 0)) (drop) (i32.add (i32.const 5)) (f64.const -0))', [N, [0n, -1n]]],
  ['a block with parameters', '(param i32) (result i32 i32) (local.get 0) (i32.const 7) (block (param i32 i32) (result i32 i32) (br_if 0 (i32.and (local.get 0) (i32.const 1))) (i32.sub) (i32.const 9))', [N]],
  ['a loop that swaps its parameters', `(param i32) (result i32 i32) (local $n i32) (local i32 i32) (local.set $n (i32.const 5)) (i32.const 1) (local.get 0)
    (loop $l (param i32 i32) (result i32 i32) (local.set 2) (local.set 3) (local.get 2) (local.get 3) (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))`, [N]],
  ['a loop that rotates locals', `(param i32 i32 i32) (result i32) (local $n i32) (local $t i32) (local.set $n (i32.const 7))
    (loop $l (local.set $t (local.get 0)) (local.set 0 (local.get 1)) (local.set 1 (local.get 2)) (local.set 2 (local.get $t))
      (br_if $l (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
    (i32.add (i32.mul (local.get 0) (i32.const 100)) (i32.add (i32.mul (local.get 1) (i32.const 10)) (local.get 2)))`, [[1, 4], [2], [3, 9]]],
  ['fibonacci in i64', `(param i32) (result i64) (local i64 i64 i64) (local.set 1 (i64.const 1))
    (block $out (loop $l (br_if $out (i32.le_s (local.get 0) (i32.const 0))) (local.set 3 (i64.add (local.get 1) (local.get 2))) (local.set 2 (local.get 1)) (local.set 1 (local.get 3))
      (local.set 0 (i32.sub (local.get 0) (i32.const 1))) (br $l))) (local.get 2)`, [[0, 1, 2, 50, 93, 200]]],
  ['br_if keeps its values', '(param i32 i32) (result i32) (block (result i32) (i32.const 1) (local.get 0) (br_if 0 (local.get 1)) (i32.sub))', [N, [0, 1]]],
  ['br_table with values', `(param i32) (result i32) (block $c (result i32) (block $b (result i32) (block $a (result i32) (i32.const 40) (br_table $a $b $c $a (local.get 0))) (i32.add (i32.const 1))) (i32.add (i32.const 10)))`, [N]],
  ['br_table to a loop', `(param i32) (result i32) (local $n i32) (block $out (loop $l (local.set $n (i32.add (local.get $n) (i32.const 1)))
    (local.set 0 (i32.sub (local.get 0) (i32.const 1))) (block $again (br_table $out $l $l $again (local.get 0))) (br_if $l (i32.lt_s (local.get $n) (i32.const 20))))) (local.get $n)`, [[0, 1, 2, 3, 4, 5, 6, 30, -5]]],
  ['br_table to one place', '(param i32) (result i32) (block $a (block $b (br_table $a $a $a (local.get 0))) (return (i32.const 1))) (i32.const 2)', [N]],
  ['br_table out of the function', '(param i32) (result i32) (block $a (result i32) (i32.const 5) (br_table 1 $a 1 (local.get 0))) (drop) (i32.const 6)', [N]],
  ['a switch that falls through', `(param i32) (result i32) (local $s i32) (block $d (block $c (block $b (block $a (br_table $a $b $c $d (local.get 0))) (local.set $s (i32.add (local.get $s) (i32.const 1))))
    (local.set $s (i32.add (local.get $s) (i32.const 10)))) (local.set $s (i32.add (local.get $s) (i32.const 100)))) (i32.add (local.get $s) (i32.const 1000))`, [N]],
  ['a switch with a shifted index', `(param i32) (result i32) (block $d (block $b (block $a (br_table $a $b $d (i32.sub (local.get 0) (i32.const 3)))) (return (i32.const 1))) (return (i32.const 2))) (i32.const 3)`, [N]],
  ['if without else changes a local', '(param i32 i64) (result i64) (if (local.get 0) (then (local.set 1 (i64.add (local.get 1) (i64.const 1))))) (local.get 1)', [N, [-1n, 0xffffffffn]]],
  ['if with parameters', '(param i32 i32) (result i32 i32) (local.get 0) (i32.const 3) (if (param i32 i32) (result i32 i32) (local.get 1) (then (i32.add) (i32.const 1)) (else (i32.mul) (local.get 0)))', [N, [0, 1]]],
  ['an if in an if in a loop', `(param i32) (result i32) (local $s i32) (loop $l (if (i32.and (local.get 0) (i32.const 1)) (then (if (i32.and (local.get 0) (i32.const 2)) (then (local.set $s (i32.add (local.get $s) (i32.const 3))))
    (else (local.set $s (i32.mul (local.get $s) (i32.const 2)))))) (else (local.set $s (i32.sub (local.get $s) (i32.const 1))))) (br_if $l (local.tee 0 (i32.shr_u (local.get 0) (i32.const 1))))) (local.get $s)`, [N]],
  ['unreachable code', '(param i32) (result i32) (block $a (br $a) (unreachable) (drop) (i32.add) (drop)) (if (local.get 0) (then (return (i32.const 4)) (br 0))) (i32.const 5)', [N]],
  ['a value below a block that is left', '(param i32) (result i32) (i32.const 100) (block (result i32) (i32.const 1) (i32.const 2) (i32.const 3) (br 0)) (i32.sub)', [N]],
  ['a loop that is never repeated', '(param i32) (result i32) (loop (result i32) (if (local.get 0) (then (return (i32.const 1)))) (i32.const 2))', [N]],
  ['two back edges with different values', `(param i32) (result i32) (local $n i32) (i32.const 0) (loop $l (param i32) (result i32) (local.set $n (i32.add (local.get $n) (i32.const 1)))
    (if (param i32) (result i32) (i32.and (local.get $n) (i32.const 1)) (then (i32.add (i32.const 3))) (else (i32.mul (i32.const 2))))
    (br_if $l (i32.lt_s (local.get $n) (i32.const 4))) (br_if $l (i32.and (i32.lt_s (local.get $n) (local.get 0)) (i32.const 1))))`, [[0, 3, 5, 9, -1]]],
  ['nested loops with early exits', `(param i32) (result i32) (local $i i32) (local $j i32) (local $s i32) (block $done (loop $o (local.set $j (i32.const 0)) (loop $in
    (br_if $done (i32.gt_s (local.get $s) (i32.const 50))) (local.set $s (i32.add (local.get $s) (i32.add (local.get $i) (local.get $j)))) (br_if $o (i32.eq (local.tee $i (i32.add (local.get $i) (i32.const 1))) (local.get 0)))
    (br_if $in (i32.lt_s (local.tee $j (i32.add (local.get $j) (i32.const 1))) (i32.const 3)))) (br_if $o (i32.lt_s (local.get $i) (i32.const 20))))) (i32.add (local.get $s) (i32.mul (local.get $i) (i32.const 1000)))`, [N]],
];

describe('control', () => {
  it.each(CASES)('%s', (_, text, lists) => { expectSameCalls(both(`(module (func (export "f") ${text}))`), 'f', combinations(lists)); });
});

const CALLS: typeof CASES = [
  ['operands in order', '(param i32) (result i32) (i32.sub (call $log (i32.const 1)) (i32.mul (call $log (i32.const 2)) (i32.add (call $log (local.get 0)) (call $log (i32.const 4)))))', [N]],
  ['a local read before it is set', '(param i32) (result i32) (i32.add (local.get 0) (i32.add (local.tee 0 (i32.const 100)) (local.get 0)))', [N]],
  ['a global read before a call that sets it', '(param i32) (result i32) (i32.sub (global.get $g) (call $bump (local.get 0)))', [N]],
  ['a wide global read before a call that sets it', '(param i32) (result i64) (i64.sub (global.get $w) (i64.extend_i32_s (call $bump (local.get 0))))', [N]],
  ['a load before a store', '(param i32) (result i32) (i32.load (i32.const 8)) (i32.store (i32.const 8) (local.get 0)) (i32.load (i32.const 8)) (i32.sub)', [N]],
  ['a load before a call that stores', '(param i32) (result i64) (i64.add (i64.load (i32.const 16)) (i64.extend_i32_s (call $bump (local.get 0))))', [N]],
  ['a trap before a store', '(param i32) (result i32) (i32.store (i32.const 4) (i32.div_s (i32.const 7) (local.get 0))) (i32.const 1)', [N]],
  ['a store before a trap', '(param i32) (result i32) (i32.store (i32.const 4) (local.get 0)) (i32.div_s (i32.const 7) (local.get 0))', [N]],
  ['a trap before a call', '(param i32) (result i32) (i32.add (i32.rem_u (i32.const 7) (local.get 0)) (call $log (i32.const 9)))', [N]],
  ['a dropped trap', '(param i32) (result i32) (drop (i32.div_u (i32.const 1) (local.get 0))) (drop (i32.load (local.get 0))) (call $log (i32.const 3))', [N]],
  ['results of a call in order', '(param i32) (result f64 i32 i64) (call $many (local.get 0)) (call $many (i32.add (local.get 0) (i32.const 1))) (drop) (drop) (drop)', [N]],
  ['arguments that call', '(param i32) (result i32) (call $two (call $log (i32.const 1)) (i64.extend_i32_u (call $log (local.get 0))))', [N]],
  ['a call by table in order', '(param i32) (result i32) (call_indirect (param i32) (result i32) (call $log (i32.const 5)) (i32.and (call $log (local.get 0)) (i32.const 3)))', [N]],
  ['memory that grows between', '(param i32) (result i32) (i32.store (i32.const 70000) (memory.grow (i32.const 1))) (i32.load (i32.const 70000))', [[0]]],
  ['a select with effects in both arms', '(param i32) (result i32) (select (call $log (i32.const 1)) (call $log (i32.const 2)) (call $log (local.get 0)))', [N]],
  ['a select whose arm traps', '(param i32) (result i32) (select (i32.const 5) (i32.div_s (i32.const 1) (local.get 0)) (i32.const 1))', [N]],
  ['an if whose arm has effects', '(param i32) (result i32) (i32.add (global.get $g) (if (result i32) (local.get 0) (then (call $bump (i32.const 1))) (else (i32.const 0))))', [N]],
  ['a branch whose value has effects', '(param i32) (result i32) (block (result i32) (br_if 0 (call $log (i32.const 1)) (call $log (local.get 0))) (drop) (call $log (i32.const 7)))', [N]],
];

describe('order', () => {
  const module = (text: string): string => `(module (import "m" "log" (func $log (param i32) (result i32))) (memory (export "memory") 1 3)
    (global $g (export "g") (mut i32) (i32.const 17)) (global $w (mut i64) (i64.const 0x500000006)) (table funcref (elem $log $log $bump $two))
    (func $bump (param i32) (result i32) (global.set $g (i32.add (global.get $g) (i32.const 3))) (global.set $w (i64.mul (global.get $w) (i64.const 3)))
      (i32.store (i32.const 16) (global.get $g)) (i32.store (i32.const 20) (local.get 0)) (local.get 0))
    (func $two (param i32 i64) (result i32) (i32.add (local.get 0) (i32.wrap_i64 (local.get 1))))
    (func $many (param i32) (result f64 i32 i64) (f64.convert_i32_s (call $log (local.get 0))) (local.get 0) (i64.extend_i32_s (global.get $g)))
    (func (export "f") ${text}))`;
  it.each(CALLS)('%s', (_, text, lists) => {
    // The host's answers depend on how often it was called before.
    const imports = (): WebAssembly.Imports => {
      let calls = 0;
      return { m: { log: (x: number) => (x * 2 + 100 * calls++) | 0 } };
    };
    const pairs = both(module(text), imports);
    expectSameMemory(pairs, 'f', combinations(lists));
  });
});
