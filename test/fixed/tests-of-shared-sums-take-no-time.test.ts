// A test of a chain of `or`s each of which uses the two before it was looked at once for every way through the chain.
import { compile } from 'dewasm';
import { expect, test } from 'vitest';
import { wasm } from '../module/wat.js';

test('a chain of ors that share their operands', () => {
  const steps = Array.from({ length: 90 }, (_, k) => `(local.set ${k % 2} (i32.or (local.get 0) (local.get 1)))
    (local.set 2 (i32.add (local.get 2) (i32.eqz (i32.or (local.get 0) (i32.xor (local.get 1) (local.get 2))))))`);
  const text = `(module (func (export "f") (param i32 i32 i32) (result i32)
    ${steps.join('\n')} (i32.add (local.get 2) (i32.eqz (i32.or (local.get 0) (local.get 1))))))`;
  expect(compile(wasm(text)).code.length).toBeGreaterThan(1000);
});
