// The first round of small loops in front of them, where that spares the others a load.
import { describe, expect, it } from 'vitest';
import { peelLoops } from '../../compiler/optimize/peel.js';
import { both, combinations, expectSameMemory, WITH_ELEMENTS } from '../differential/both.js';
import { expectPass, runOn } from './expect-pass.js';

/** Sums words up to an index that is compared with the length of an array in each round. */
const sum = `function 0 (v0: i32, v1: i32) -> i32 {
  v2 = i32.const 0
  v3: loop (v4: i32 = v2, v5: i32 = v2) -> (v6: i32) {
    v7 = i32.load[8] v0
    v8 = i32.ge_u v4 v7
    v9: if v8 {
      call[1] v4
      unreachable
    } else {
      yield
    }
    v10 = i32.load[4] v0
    v11 = i32.add v10 v4
    v12 = i32.load v11
    v13 = i32.add v5 v12
    v14 = i32.const 4
    v15 = i32.add v4 v14
    v16 = i32.lt_u v15 v1
    br_if v16 -> v3(v15, v13)
    yield v13
  }
  return v6
}`;
const loads = (text: string): number => text.match(/i32\.load/g)!.length;

describe('loops that load the same in each round', () => {
  it('have loaded it in a round before', () => {
    const text = runOn(sum, peelLoops);
    expect(loads(text.slice(0, text.indexOf('loop')))).toBe(3);
    expect(loads(text.slice(text.indexOf('loop')))).toBe(1);
    expect(text.match(/unreachable/g)).toHaveLength(2);
  });
  it('keep no load that only leads to another', () => {
    const text = runOn(sum.replace('i32.load[4] v0', 'i32.load[4] v7'), peelLoops);
    expect(loads(text.slice(text.indexOf('loop')))).toBe(1);
  });
  const unchanged = (text: string): void => expectPass(text, text, peelLoops);
  it('stay with stores', () => unchanged(sum.replace('v13 =', 'i32.store v11 v4\n v13 =')));
  it('stay with calls', () => unchanged(sum.replace('v13 =', 'call[1] v4\n v13 =')));
  it('stay with calls in an arm that goes on', () => unchanged(sum.replace('unreachable', 'yield')));
  it('stay where every address changes', () => unchanged(sum.replace('i32.load[8] v0', 'i32.load[8] v5').replace('i32.load[4] v0', 'i32.load[4] v4')));
  it('stay if not every round loads it', () => unchanged(sum.replace('v7 =', 'br_if v5 -> v3(v4, v2)\n v7 =')));
  it('stay if they are large', () => unchanged(sum.replace('v13 =', `${Array.from({ length: 40 }, (_, k) => `v${20 + k} = i32.add v4 v5`).join('\n')}\n v13 =`)));

  const module = `(module (memory (export "memory") 1) (global $g (export "g") (mut i32) (i32.const 3))
    (func (export "fill") (local $k i32)
      (loop $again (i32.store (local.get $k) (i32.mul (local.get $k) (i32.const 77))) (br_if $again (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 4))) (i32.const 512))))
      (i32.store (i32.const 1024) (i32.const 64)) (i32.store (i32.const 1028) (i32.const 200)) (i32.store (i32.const 1032) (i32.const -8)) (i32.store (i32.const 65532) (i32.const 65528)))
    (func $report (param i32) (i32.store (i32.const 2048) (local.get 0)))
    (func (export "while") (param $a i32) (param $n i32) (result i32) (local $i i32) (local $s i32)
      (block $out (loop $again
        (br_if $out (i32.ge_u (local.get $i) (local.get $n)))
        (if (i32.ge_u (local.get $i) (i32.load offset=4 (local.get $a))) (then (call $report (local.get $i)) (return (local.get $s))))
        (local.set $s (i32.add (local.get $s) (i32.load (i32.add (i32.load (local.get $a)) (local.get $i)))))
        (local.set $i (i32.add (local.get $i) (i32.const 4)))
        (br $again)))
      (i32.add (local.get $s) (local.get $i)))
    (func (export "ways") (param $a i32) (param $n i32) (result i32) (local $i i32) (local $s i32)
      (loop $again (result i32)
        (local.set $i (i32.add (local.get $i) (i32.const 1)))
        (local.set $s (i32.xor (local.get $s) (i32.load (local.get $a))))
        (br_if $again (i32.and (i32.lt_u (local.get $i) (local.get $n)) (i32.and (local.get $i) (i32.const 1))))
        (if (i32.eq (local.get $i) (i32.const 7)) (then (call $report (local.get $s)) (unreachable)))
        (local.set $s (i32.add (local.get $s) (i32.load offset=8 (local.get $a))))
        (br_if $again (i32.lt_u (local.get $i) (local.get $n)))
        (local.get $s)))
    (func (export "arms") (param $a i32) (param $n i32) (result i32) (local $i i32) (local $s i32)
      (loop $again
        (if (i32.lt_u (local.get $i) (local.get $n)) (then
          (if (i32.and (local.get $i) (i32.const 2))
            (then (local.set $s (i32.add (local.get $s) (i32.load offset=4 (local.get $a)))))
            (else (local.set $s (i32.sub (local.get $s) (i32.load (local.get $a))))))
          (local.set $s (i32.rotl (local.get $s) (i32.load8_u (i32.load (local.get $a)))))
          (local.set $i (i32.add (local.get $i) (i32.const 1)))
          (br $again))))
      (local.get $s))
    (func (export "endless") (param $a i32) (param $n i32) (result i32) (local $s i32)
      (loop $again
        (local.set $s (i32.add (i32.load (local.get $a)) (i32.mul (local.get $s) (i32.const 3))))
        (if (i32.eqz (local.get $n)) (then (i32.store (i32.const 2052) (local.get $s)) (return (local.get $s))))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $again))
      (unreachable)))`;
  it('give the same', () => {
    const pairs = both(module, undefined, WITH_ELEMENTS);
    expectSameMemory(pairs, 'fill', [[]]);
    // Addresses inside, at the end of memory, beyond it; of which the loaded address is.
    const calls = combinations([[0, 8, 1024, 1028, 1032, 65528, 65532, 65533, -4, -8], [0, 1, 2, 5, 9, 33, 300]]);
    for (const name of ['while', 'ways', 'arms', 'endless']) expectSameMemory(pairs, name, calls);
  });
});
