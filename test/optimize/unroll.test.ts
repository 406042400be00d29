// Bodies of small loops over floats four times, each with its way out.
import { describe, expect, it } from 'vitest';
import { unrollLoops } from '../../compiler/optimize/unroll.js';
import { both, combinations, expectSameMemory } from '../differential/both.js';
import { expectPass, runOn } from './expect-pass.js';

/** A loop that stores `v1` at `v3`, which grows by `v0`, as long as it is not 0; its result is what it was last. */
const conditional = `function 0 (v0: i32, v1: f64) -> i32 {
  v2: loop (v3: i32 = v0) -> (v9: i32) {
    f64.store v3 v1
    v4 = i32.add v3 v0
    br_if v4 -> v2(v4)
    yield v3
  }
  return v9
}`;
const endless = `function 0 (v0: i32, v1: f64) -> i32 {
  v2: block -> (v9: i32) {
    v3: loop (v4: i32 = v0) !noExit {
      f64.store v4 v1
      br_if v4 -> v2(v0)
      v5 = i32.add v4 v0
      br -> v3(v5)
    }
  }
  return v9
}`;

describe('small loops over floats', () => {
  it('have a way out behind each copy', () => {
    const text = runOn(conditional, unrollLoops);
    expect(text.match(/f64\.store/g)).toHaveLength(4);
    expect(text.match(/i32\.eqz/g)).toHaveLength(3);
    expect(text.match(/loop/g)).toHaveLength(1);
  });
  it('that are left from their middle need no block', () => {
    const text = runOn(endless, unrollLoops);
    expect(text.match(/f64\.store/g)).toHaveLength(4);
    expect(text.match(/br_if/g)).toHaveLength(4);
    expect(text.match(/block/g)).toHaveLength(1);
  });
  const unchanged = (text: string): void => expectPass(text, text, unrollLoops);
  it('stay without floats in memory', () => unchanged(conditional.replace('f64.store v3 v1', 'i32.store v3 v0')));
  it('stay with calls', () => unchanged(conditional.replace('f64.store', 'call[1]\n f64.store')));
  it('stay if they are large', () => unchanged(conditional.replace('f64.store', `${Array.from({ length: 14 }, (_, k) => `v${20 + k} = i32.add v3 v0`).join('\n')}\n f64.store`)));
  it('stay with a second way back', () => unchanged(conditional.replace('v4 = i32.add', 'br_if v0 -> v2(v0)\n v4 = i32.add')));

  const access = (type: string, at: number): string => `(${type}.load offset=${at} (local.get $p))`;
  const module = (type: string, size: number): string => `(module (memory (export "memory") 1)
    (func (export "fill") (local $k i32) (loop $again
      (${type}.store (local.get $k) (${type}.div (${type}.convert_i32_s (local.get $k)) (${type}.const 7)))
      (br_if $again (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const ${size}))) (i32.const 4096)))))
    (func (export "stencil") (param $p i32) (param $n i32) (result i32)
      (loop $again
        (${type}.store offset=1024 (local.get $p) (${type}.add (${type}.mul ${access(type, 0)} (${type}.const 0.5)) ${access(type, size)}))
        (local.set $p (i32.add (local.get $p) (i32.const ${size})))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (local.get $p))
    (func (export "sum") (param $p i32) (param $n i32) (result i32) (local $s ${type})
      (block $out (loop $again
        (br_if $out (i32.eqz (local.get $n)))
        (local.set $s (${type}.add (local.get $s) ${access(type, 0)}))
        (br_if $out (${type}.gt (local.get $s) (${type}.const 500)))
        (local.set $p (i32.add (local.get $p) (i32.const ${size})))
        (local.set $n (i32.sub (local.get $n) (i32.const 1)))
        (br $again)))
      (${type}.store (i32.const 8192) (local.get $s))
      (i32.add (local.get $p) (local.get $n)))
    (func (export "swap") (param $p i32) (param $n i32) (result i32) (local $a ${type}) (local $b ${type}) (local $c ${type})
      (loop $again
        (local.set $c ${access(type, 0)}) (local.set $a (local.get $b)) (local.set $b (local.get $c))
        (${type}.store offset=2048 (local.get $p) (local.get $a))
        (local.set $p (i32.add (local.get $p) (i32.const ${size})))
        (br_if $again (local.tee $n (i32.sub (local.get $n) (i32.const 1)))))
      (${type}.store (i32.const 8200) (local.get $b))
      (local.get $n)))`;
  it.each([['f32', 4], ['f64', 8]])('do the same, with %s', (type, size) => {
    const pairs = both(module(type, size));
    expectSameMemory(pairs, 'fill', [[]]);
    // Up to the end of memory and beyond it, in the middle of a round.
    const calls = combinations([[0, 5, 64512 - 3 * size, 64512 - 2 * size + 3, 65536 - size, -8], [1, 2, 3, 4, 5, 8, 9, 33]]);
    for (const name of ['stencil', 'sum', 'swap']) expectSameMemory(pairs, name, calls);
  });
});
