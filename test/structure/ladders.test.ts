// Ladders of br_table inside one another: a block is a rung of one table only. Taken from the outer ladder by a table
// inside of it, its code ended up in a `switch` that left it for the end of the outer one.
import { expect, it } from 'vitest';
import { js, run } from './fake-env.js';

it('a rung nobody branches to stays with the ladder around', () => {
  const code = js(`function 0 (v0: i32, v1: i32) {
    v2: block {
      v3: block {
        v4: block {
          v5: block {
            br_table v0 -> v5(), v3(), v2() by [0,1,2]
          }
          call[1] v0
          v6: block {
            br_table v1 -> v6(), v2(), v2() by [0,1,2]
          }
          call[2] v0
          yield
        }
        call[3] v0
        yield
      }
      call[3] v1
      yield
    }
    return
  }`);
  const calls = (x: number, y: number): string[] => run(code, x, y).log;
  expect(calls(0, 0)).toEqual(['f1(0)', 'f2(0)', 'f3(0)', 'f3(0)']);
  expect(calls(0, 1)).toEqual(['f1(0)']);
  expect(calls(0, 9)).toEqual(['f1(0)']);
  expect(calls(1, 0)).toEqual(['f3(0)']);
  expect(calls(2, 0)).toEqual([]);
});
