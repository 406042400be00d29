// A select whose first arm is 0 was written as `b & -!c`. Where the condition itself was a negation the two
// cancelled out and a number that is neither 0 nor 1 was left as the mask.
import { it } from 'vitest';
import { expectSame } from './compare.js';

it('selects by the negation of any number', () => {
  expectSame(`(module
    (global $g (mut i64) (i64.const -129))
    (func (export "mask") (param i64) (result i32)
      (if (result i32) (i64.eq (global.get $g) (local.get 0)) (then (i32.const 0)) (else (i32.const 5))))
    (func (export "bit") (param i32) (result i32) (select (i32.const 0) (i32.const 1) (i32.eqz (local.get 0))))
    (func (export "pair") (param i64) (result i32) (select (i32.const 0) (i32.const 1) (i64.eqz (local.get 0)))))`,
  [['mask', 0n], ['mask', -129n], ['bit', 6], ['bit', 0], ['bit', -1], ['pair', 6n], ['pair', 0n], ['pair', -1n << 40n]]);
});
