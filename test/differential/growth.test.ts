// Functions keep a copy of the memory's view in a variable of their own. Here memory grows in the middle of them, in every
// way that it can, between accesses that have to see the memory as it is then.
import { describe, it } from 'vitest';
import { both, expectSameMemory, WITH_ELEMENTS } from './both.js';

const BODIES: Record<string, string> = {
  'between accesses': `
    (i32.store (i32.const 0) (local.get 0)) (i32.store (i32.const 4) (local.get 0))
    (drop (memory.grow (i32.const 1)))
    (i32.store (i32.const 65536) (i32.load (i32.const 0))) (i32.store (i32.const 65540) (i32.load (i32.const 4)))`,
  'in a callee': `
    (i32.store (i32.const 0) (local.get 0)) (i32.store (i32.const 4) (local.get 0))
    (call $grow)
    (i32.store (i32.const 65536) (i32.load (i32.const 0))) (i32.store (i32.const 65540) (i32.load (i32.const 4)))`,
  'in a callee by table': `
    (i32.store (i32.const 0) (local.get 0)) (i32.store (i32.const 4) (local.get 0))
    (call_indirect (type $none) (i32.const 0))
    (i32.store (i32.const 65536) (i32.load (i32.const 0))) (i32.store (i32.const 65540) (i32.load (i32.const 4)))`,
  'in the host': `
    (i32.store (i32.const 0) (local.get 0)) (i32.store (i32.const 4) (local.get 0))
    (call $host)
    (i32.store (i32.const 65536) (i32.load (i32.const 0))) (i32.store (i32.const 65540) (i32.load (i32.const 4)))`,
  'in one arm': `
    (i32.store (i32.const 0) (local.get 0)) (i32.store (i32.const 4) (local.get 0))
    (if (i32.and (local.get 0) (i32.const 1)) (then (call $grow)) (else (i32.store (i32.const 8) (i32.load (i32.const 4)))))
    (i32.store (i32.const 12) (i32.load (i32.const 0))) (i32.store (i32.const 65532) (i32.load (i32.const 4)))`,
  'in the arm before': `
    (i32.store (i32.const 0) (local.get 0))
    (if (i32.and (local.get 0) (i32.const 1))
      (then (call $grow) (i32.store (i32.const 65536) (i32.const 5)) (i32.store (i32.const 65540) (i32.const 6)))
      (else (i32.store (i32.const 8) (i32.load (i32.const 4))) (i32.store (i32.const 12) (i32.load (i32.const 4)))))`,
  'at the end of a round': `
    (local $k i32)
    (loop $again
      (i32.store (i32.mul (local.get $k) (i32.const 65536)) (local.get 0))
      (i32.store offset=4 (i32.mul (local.get $k) (i32.const 65536)) (local.get $k))
      (drop (memory.grow (i32.const 1)))
      (br_if $again (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 1))) (i32.const 3))))`,
  'around loops that do not': `
    (local $k i32)
    (loop $outer
      (call $grow)
      (loop $inner
        (i32.store8 (i32.mul (local.get $k) (i32.const 32768)) (local.get 0))
        (br_if $inner (i32.and (local.tee $k (i32.add (local.get $k) (i32.const 1))) (i32.const 1))))
      (br_if $outer (i32.lt_u (local.get $k) (i32.const 6))))
    (loop $last
      (i32.store8 offset=9 (local.get $k) (i32.load8_u (local.get $k)))
      (br_if $last (local.tee $k (i32.sub (local.get $k) (i32.const 1)))))`,
  'in what a loop starts with': `
    (local $k i32)
    (i32.store (i32.const 0) (local.get 0)) (i32.store (i32.const 4) (local.get 0))
    (local.set $k (memory.grow (i32.const 1)))
    (loop $again
      (i32.store offset=65536 (local.get $k) (local.get 0))
      (br_if $again (i32.lt_u (local.tee $k (i32.add (local.get $k) (i32.const 4))) (i32.const 40))))`,
  'and a block is left before or after': `
    (block $out
      (i32.store (i32.const 0) (local.get 0)) (i32.store (i32.const 4) (local.get 0))
      (br_if $out (i32.and (local.get 0) (i32.const 1)))
      (call $grow)
      (i32.store (i32.const 65536) (i32.const 1)) (i32.store (i32.const 65540) (i32.const 2)))
    (i32.store (i32.const 16) (i32.load (i32.const 0))) (i32.store (i32.const 65532) (i32.load (i32.const 4)))`,
  'by a table of cases': `
    (i32.store (i32.const 0) (local.get 0)) (i32.store (i32.const 4) (local.get 0))
    (block $end (block $c (block $b (block $a (br_table $a $b $c (i32.and (local.get 0) (i32.const 3))))
      (call $grow) (i32.store (i32.const 65536) (i32.const 1)) (i32.store (i32.const 65540) (i32.const 2)) (br $end))
      (i32.store (i32.const 20) (i32.const 1)) (i32.store (i32.const 24) (i32.const 2)))
      (i32.store (i32.const 28) (i32.const 3)) (i32.store (i32.const 32) (i32.const 4)))
    (i32.store (i32.const 36) (i32.load (i32.const 0))) (i32.store (i32.const 65532) (i32.load (i32.const 4)))`,
  'in front of a trap, or of a way out of a block': `
    (block $out
      (i32.store (i32.const 0) (local.get 0))
      (if (i32.and (local.get 0) (i32.const 1))
        (then (call $grow) (br_if $out (i32.and (local.get 0) (i32.const 2))) (i32.store (i32.const 65536) (i32.const 7)) (unreachable)))
      (if (i32.and (local.get 0) (i32.const 4)) (then (call $grow) (return)))
      (i32.store (i32.const 8) (i32.load (i32.const 0))))
    (i32.store (i32.const 65532) (i32.load (i32.const 0))) (i32.store (i32.const 65536) (i32.load (i32.const 4)))`,
  'in front of what is thrown': `
    (i32.store (i32.const 0) (local.get 0))
    (try (do
      (i32.store (i32.const 4) (local.get 0))
      (if (i32.and (local.get 0) (i32.const 1)) (then (call $grow) (throw $tag)))
      (i32.store (i32.const 8) (i32.load (i32.const 4))))
      (catch $tag (i32.store (i32.const 65536) (i32.load (i32.const 4)))))
    (i32.store (i32.const 65540) (i32.load (i32.const 0)))`,
  'as arguments are evaluated': `
    (i32.store (i32.const 0) (local.get 0)) (i32.store (i32.const 4) (local.get 0))
    (call $take (i32.load (i32.const 0)) (call $grown) (i32.load (i32.const 4)))
    (call $take (i32.load (i32.const 0)) (i32.load (i32.const 4)) (call $grown))`,
};

describe('memory that grows', () => {
  it.each(Object.entries(BODIES))('%s', (_, body) => {
    const memories: WebAssembly.Memory[] = [];
    const pairs = both(`(module
      (type $none (func))
      (import "host" "grow" (func $host))
      (memory (export "memory") 1 12)
      (table funcref (elem $grow))
      (tag $tag)
      (func $grow (i32.store (i32.const 40) (memory.grow (i32.const 1))))
      (func $grown (result i32) (memory.grow (i32.const 1)))
      (func $take (param i32 i32 i32) (i32.store (i32.const 44) (i32.add (local.get 0) (i32.mul (local.get 1) (local.get 2)))))
      (func (export "run") (param i32) ${body}))`, () => {
      const mine = memories.length;
      memories.push(null as never);
      return { host: { grow: () => { memories[mine].grow(1); } } };
    }, WITH_ELEMENTS);
    pairs.forEach(({ native, ours }, k) => {
      memories[2 * k] = native.exports.memory as never;
      memories[2 * k + 1] = ours.exports.memory as never;
    });
    expectSameMemory(pairs, 'run', [[2], [3], [4], [0x7fffffff]]);
  });
});
