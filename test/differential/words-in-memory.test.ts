// 64-bit words in memory of which only half is used, at and beyond its end, and constants whose bits are those of any float.
import { describe, it } from 'vitest';
import { both, combinations, expectSameCalls, expectSameMemory, WITH_ELEMENTS } from './both.js';

const PAGE = 65536;
const ADDRESSES = [0, 1, 8, PAGE - 33, PAGE - 32, ...Array.from({ length: 28 }, (_, k) => PAGE - 28 + k), PAGE, -32, -16, -12, -8, -4, -1];
const CONSTANTS = [
  0n, 1n, -1n, 0x8000000000000000n, 0x7ff0000000000000n, 0xfff0000000000000n, 0x7ff8000000000000n, 0x7ff0000000000001n, 0xfff8000000000000n,
  0x7fefffffffffffffn, 0x000fffffffffffffn, 0x0010000000000000n, 0x800fffffffffffffn, 0x3ff0000000000000n, 299827200n, 0xffffffff00000000n, 0x123456789abcdef0n,
];

describe('64-bit words in memory', () => {
  it('constants stored', () => {
    const pairs = both(`(module (memory (export "memory") 1)
      ${CONSTANTS.map((c, k) => `(func (export "${k}") (param i32) (i64.store offset=16 (local.get 0) (i64.const ${c})))`).join('\n')})`, undefined, WITH_ELEMENTS);
    CONSTANTS.forEach((_, k) => { expectSameMemory(pairs, String(k), ADDRESSES.map((a) => [a])); });
  });

  const BODIES: Record<string, string> = {
    'the upper alone': '(i32.wrap_i64 (i64.load offset=8 (local.get 0)))',
    'farther out first': '(drop (i64.load offset=16 (local.get 0))) (i32.wrap_i64 (i64.load offset=8 (local.get 0)))',
    'farther out behind': '(i32.add (i32.wrap_i64 (i64.load offset=8 (local.get 0))) (i32.wrap_i64 (i64.load offset=12 (local.get 0))))',
    'behind a store': '(i64.store offset=8 (local.get 0) (i64.const 7)) (i32.wrap_i64 (i64.load offset=4 (local.get 0)))',
    'before a store': '(i32.wrap_i64 (i64.load offset=4 (local.get 0))) (i64.store offset=8 (local.get 0) (i64.const 7))',
    'before a store elsewhere': '(i32.wrap_i64 (i64.load offset=4 (local.get 0))) (i32.store8 (i32.const 5) (i32.const 9)) (i64.store offset=8 (local.get 0) (i64.const 7))',
    'behind growing': '(drop (memory.grow (i32.const 1))) (i32.wrap_i64 (i64.load offset=8 (local.get 0))) (drop (i64.load offset=8 (local.get 0)))',
    'in one arm': `(if (i32.and (local.get 0) (i32.const 4)) (then (i64.store offset=8 (local.get 0) (i64.const 7))))
      (i32.wrap_i64 (i64.load offset=8 (local.get 0)))`,
    'before a division': `(i32.wrap_i64 (i64.load offset=4 (local.get 0))) (drop (i32.div_u (i32.const 5) (i32.load offset=4 (local.get 0))))
      (i64.store offset=8 (local.get 0) (i64.const 7))`,
    'as addresses': '(i32.wrap_i64 (i64.load (i32.wrap_i64 (i64.load offset=8 (i32.wrap_i64 (i64.load (local.get 0)))))))',
    'with another written': '(global.set 0 (local.get 0)) (i32.wrap_i64 (i64.load offset=8 (local.get 0))) (global.set 0 (i32.const 1)) (i64.store offset=16 (local.get 0) (i64.const -1))',
  };
  it.each(Object.entries(BODIES))('half of what is loaded, %s', (_, body) => {
    const pairs = both(`(module (memory (export "memory") 1) (global (mut i32) (i32.const 0)) (data (i32.const 8) "\\f0\\ff\\00\\00\\00\\00\\00\\00\\08\\00")
      (func (export "f") (param i32) (result i32) ${body})
      (func (export "g") (result i32) (global.get 0)))`, undefined, WITH_ELEMENTS);
    for (const args of combinations([ADDRESSES])) {
      expectSameMemory(pairs, 'f', [args]);
      expectSameCalls(pairs, 'g', [[]]);
    }
  });
});
