// A region that ends with a node that is never left has no jump at its end. Inside that node, a branch to the end of the
// region was taken to arrive there by itself; in a flattened nest the end of the list led back to its start instead.
import { it } from 'vitest';
import { expectSame } from './compare.js';

const text = (block: string): string => `(module
  (global $g (mut i32) (i32.const 1))
  (func (export "f") (param i32) (result i32)
    (${block}
      (if (local.get 0) (then (if (global.get $g) (then (global.set $g (i32.const 2)))) (br 1)) (else (unreachable)))))
    (i32.const 7)))`;

it.each(['block', 'if (i32.const 1) (then', 'if (i32.ne (local.get 0) (i32.const 5)) (then'])('leaves a flattened %s', (block) => {
  const closed = block === 'block' ? text(block).replace('(unreachable)))))', '(unreachable))))') : text(block);
  expectSame(closed, [['f', 0], ['f', 1], ['f', 5]], undefined, 1);
});
