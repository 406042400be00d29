// Variables are shared: no two values at a time, in holes too, and the first ones first.
import { expect, it } from 'vitest';
import { FreeVariables } from '../../compiler/structure/free-variables.js';

/** The variable of each list of intervals, given in the order in which they begin, as `structure/variables.ts` chooses them. */
function assigned(lists: readonly (readonly number[])[], kindOf: (i: number) => number = () => 0): number[] {
  const free = new FreeVariables(2), kinds: number[] = [];
  free.clear();
  return lists.map((list, i) => {
    const kind = kindOf(i);
    free.advance(list[0]!, kinds);
    let variable = free.find(kind, list);
    if (variable < 0) {
      free.add();
      variable = kinds.push(kind) - 1;
    }
    free.take(variable, kind, list);
    return variable;
  });
}

it('gives out the lowest number, not the one freed last', () => {
  expect(assigned([[0, 9], [1, 5], [2, 3], [6, 8], [10, 11], [10, 12], [10, 13]])).toEqual([0, 1, 2, 1, 0, 1, 2]);
});

it('uses holes, as far as they reach', () => {
  expect(assigned([[0, 1, 10, 12], [2, 9], [9, 11], [10, 11], [12, 20], [13, 14]])).toEqual([0, 0, 1, 2, 1, 0]);
});

it('puts holes into holes', () => {
  expect(assigned([[0, 1, 20, 21], [2, 3, 10, 11], [4, 9], [10, 19], [12, 19]])).toEqual([0, 0, 0, 1, 0]);
});

it('keeps kinds apart', () => {
  expect(assigned([[0, 1], [2, 3], [4, 5], [6, 7]], (i) => i & 1)).toEqual([0, 1, 0, 1]);
});

it('starts anew for each function', () => {
  const free = new FreeVariables(1);
  for (let i = 0; i < 2; i++) {
    free.clear();
    free.advance(0, []);
    expect(free.find(0, [0, 1])).toBe(-1);
    free.add();
    free.take(0, 0, [0, 1, 5, 6]);
    free.advance(2, [0]);
    expect(free.find(0, [2, 5])).toBe(-1);
    expect(free.find(0, [2, 4])).toBe(0);
  }
});

it('never gives a variable twice at a time', () => {
  let seed = 7;
  const random = (below: number): number => (seed = Math.imul(seed, 1103515245) + 12345 >>> 0) % below;
  for (let round = 0; round < 50; round++) {
    const lists = Array.from({ length: 120 }, () => {
      const list: number[] = [];
      let at = random(400);
      for (let k = random(4) === 0 ? 1 + random(6) : 1; k > 0; k--) {
        const end = at + random(12);
        list.push(at, end);
        at = end + 1 + random(30);
      }
      return list;
    }).sort((a, b) => a[0]! - b[0]!);
    const held = new Map<string, number>();
    assigned(lists, (i) => i % 2).forEach((variable, i) => {
      const list = lists[i]!;
      for (let k = 0; k < list.length; k += 2) {
        for (let at = list[k]!; at <= list[k + 1]!; at++) {
          expect(held.get(`${variable} ${at}`)).toBe(undefined);
          held.set(`${variable} ${at}`, i);
        }
      }
    });
  }
});
