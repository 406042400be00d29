// A value keeps its variable across the paths of a loop, even if some of them leave it alone.
import { expect, it } from 'vitest';
import wabt from 'wabt';
import { compile } from '../../dist/compiler/index.js';

it('copies nothing between the cases of a state machine', async () => {
  const module = (await wabt()).parseWat('machine.wat', `(module (memory 1)
    (func (export "run") (param $a i32) (param $state i32) (result i32)
      (loop $next
        (block $one
          (block $zero (br_table $zero $one (local.get $state)))
          (local.set $a (i32.add (i32.mul (local.get $a) (i32.const 3)) (i32.const 1)))
          (local.set $state (i32.load (local.get $a)))
          (br $next))
        (local.set $state (i32.load (local.get $state)))
        (br_if $next (local.get $state)))
      (local.get $a)))`);
  const { code } = compile(module.toBinary({}).buffer);
  const body = /function \w+\(a,b\)\{.*\}/.exec(code)![0];
  expect(body).toContain('a=a*3+1|0');
  expect(body).not.toMatch(/[;{]a=\w;/);
});
